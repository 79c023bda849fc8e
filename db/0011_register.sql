alter table participation_version add column age_reason text;
comment on column participation_version.age_reason is 'Skäl till ålder utanför arbetsför ålder';
create index participation_version_entry on participation_version (controller_id, entry_date) where current;
create index participation_version_exit on participation_version (controller_id, exit_date) where current and exit_date is not null;

create table contact (
  controller_id uuid not null,
  participation_id uuid not null,
  id uuid not null,
  version int not null,
  current boolean not null default true,
  recorded_at timestamptz not null,
  recorded_by text not null references app_user,
  contact_date date not null,
  reached boolean not null,
  source text not null,
  changes jsonb not null default '[]',
  withdrawn boolean not null default false,
  primary key (controller_id, participation_id, id, version),
  foreign key (controller_id, participation_id) references participation
);
comment on table contact is 'Uppföljning av ett deltagande: en kontakt och vad som ändrats sedan förra; rättelser är nya versioner';
comment on column contact.contact_date is 'Dagen för kontakten, eller dagen som uppgiften i registret gäller';
comment on column contact.reached is 'Om personen nåddes; annars var det ett försök';
comment on column contact.source is 'Varifrån uppgiften kommer';
comment on column contact.changes is 'Nya lägen sedan senast kända: från vilken dag, sysselsättning, omfattning och försörjning';
comment on column contact.withdrawn is 'Kontakten registrerades fel och räknas inte';

alter table data_version add column registrations bigint not null default 0;
comment on column data_version.registrations is 'Räknare för enskilda registreringar: sammanställningen läses om efter en stund, inte vid var och en';

alter table audit_event add column records uuid[];
comment on column audit_event.records is 'Vilka deltaganden händelsen gäller, som interna id; aldrig deltagarkoder';
create index audit_event_records on audit_event using gin (records);
