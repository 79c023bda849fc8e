-- What would follow if members gave something else: questions that an office saves and its board reads. No result is kept; it is reckoned again each time.
create table contribution_scenario (
  association_id uuid not null references association,
  id uuid not null,
  name text not null check (length(name) between 1 and 120),
  year int not null check (year between 2004 and 2100),
  changes jsonb not null,
  recorded_at timestamptz not null,
  recorded_by text not null references app_user,
  withdrawn_at timestamptz,
  primary key (association_id, id)
);
comment on table contribution_scenario is 'Tänkta medlemsbidrag: vad som följer om en medlem ger något annat eller lämnar; inget resultat sparas';
comment on column contribution_scenario.name is 'Namnet, som ”Om regionen ger 10 mkr”';
comment on column contribution_scenario.year is 'Året som tanken gäller';
comment on column contribution_scenario.changes is 'Tänkta belopp i öre per medlem; null är att medlemmen lämnar förbundet';
comment on column contribution_scenario.withdrawn_at is 'När den togs bort (UTC)';

alter table contribution_scenario enable row level security;
alter table contribution_scenario force row level security;
create policy own_association on contribution_scenario to samlad_office using (association_id = any ((select scope_associations())::uuid[]));
create policy keeper on contribution_scenario to samlad_keeper using (true);
grant select, insert on contribution_scenario to samlad_office;
grant update (withdrawn_at) on contribution_scenario to samlad_office;
grant select, insert, update, delete on contribution_scenario to samlad_keeper;
