-- In the invented layer every municipality stands where a real one does. A list that names the real one can then be tried in the demo
-- without any invented figure ever being stored under a real name.
alter table municipality add column stands_for text references municipality;
comment on column municipality.stands_for is 'Den riktiga kommun på vars plats en påhittad kommun står';
