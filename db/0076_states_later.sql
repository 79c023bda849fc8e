-- Nodes: all member
-- What follow-ups tell of the state at fixed points after start and after exit, so that figures can be made of it.
alter table fact
  add column state_after_start6 smallint, add column state_after_start12 smallint, add column state_after_start24 smallint,
  add column state_after_exit6 smallint, add column state_after_exit12 smallint, add column state_after_exit24 smallint;
comment on column fact.state_after_start12 is 'Läget tolv månader efter start enligt uppföljningar, plats i kodlistan; tomt när det inte är känt';
comment on column fact.state_after_start6 is 'Läget sex månader efter start';
comment on column fact.state_after_start24 is 'Läget tjugofyra månader efter start';
comment on column fact.state_after_exit6 is 'Läget sex månader efter avslut';
comment on column fact.state_after_exit12 is 'Läget tolv månader efter avslut';
comment on column fact.state_after_exit24 is 'Läget tjugofyra månader efter avslut';

-- Facts of those who have been followed up already are marked, and made anew when the server starts.
update fact f set state_after_start6 = -1 where exists (
  select from contact c where c.controller_id = f.controller_id and c.participation_id = f.participation_id and c.current and c.reached and not c.withdrawn);
