create table intervention_event (
  association_id uuid not null references association,
  id uuid not null,
  version int not null,
  current boolean not null,
  withdrawn boolean not null,
  intervention_id uuid not null references intervention,
  held_on date not null,
  kind text not null,
  name text not null,
  half_days int not null check (half_days > 0),
  participants int not null check (participants >= 0),
  parties text[] not null,
  recorded_at timestamptz not null,
  recorded_by text not null references app_user,
  primary key (association_id, id, version)
);
comment on table intervention_event is 'Händelser i strukturövergripande insatser: utbildningar, konferenser och annat, med dagar, antal och parter';
comment on column intervention_event.version is 'Version; en rättning är en ny version';
comment on column intervention_event.current is 'Om versionen gäller nu';
comment on column intervention_event.withdrawn is 'Borttagen: den registrerades fel';
comment on column intervention_event.held_on is 'Första dagen';
comment on column intervention_event.kind is 'Slag av händelse';
comment on column intervention_event.name is 'Vad händelsen hette';
comment on column intervention_event.half_days is 'Längd i halvdagar';
comment on column intervention_event.participants is 'Antal som deltog, medarbetare hos parterna eller andra; aldrig deltagare i insatser för enskilda';
comment on column intervention_event.parties is 'Parter vars medarbetare deltog';
create unique index intervention_event_current on intervention_event (association_id, id) where current;
create index intervention_event_of on intervention_event (association_id, intervention_id) where current;

alter table intervention_event enable row level security;
alter table intervention_event force row level security;
create policy own_association on intervention_event to samlad_office using (association_id = any ((select scope_associations())::uuid[]));
create policy keeper on intervention_event to samlad_keeper using (true);
grant select, insert on intervention_event to samlad_office;
grant update (current) on intervention_event to samlad_office;
grant select, insert, update, delete on intervention_event to samlad_keeper;
