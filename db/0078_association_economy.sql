-- What an association has left when a year begins, and what its own administration is to cost and costs. A row is only ever added: a correction is a new version of the year.
create table association_economy (
  association_id uuid not null references association,
  year int not null check (year between 2004 and 2100),
  version int not null check (version > 0),
  opening_equity_ore bigint,
  administration_budget_ore bigint check (administration_budget_ore >= 0),
  administration_actual_ore bigint check (administration_actual_ore >= 0),
  ceiling_percent int check (ceiling_percent between 0 and 100),
  reason text not null,
  recorded_at timestamptz not null,
  recorded_by text not null references app_user,
  primary key (association_id, year, version)
);
comment on table association_economy is 'Förbundets ekonomi per år: eget kapital vid årets början och administration; rader läggs bara till';
comment on column association_economy.version is 'Version; den högsta gäller, en rättning är en ny version';
comment on column association_economy.opening_equity_ore is 'Eget kapital vid årets början i öre; kan vara mindre än noll';
comment on column association_economy.administration_budget_ore is 'Budget för förbundets administration i öre';
comment on column association_economy.administration_actual_ore is 'Utfall för förbundets administration i öre';
comment on column association_economy.ceiling_percent is 'Hur mycket eget kapital förbundet räknar som rimligt, i procent av årets medel';
comment on column association_economy.reason is 'Varför året rättades; tomt i den första versionen';

alter table association_economy enable row level security;
alter table association_economy force row level security;
create policy own_association on association_economy to samlad_office using (association_id = any ((select scope_associations())::uuid[]));
create policy keeper on association_economy to samlad_keeper using (true);
create policy own_association_figures on association_economy for select to samlad_statistics
  using (association_id = any ((select scope_associations())::uuid[]));
grant select, insert on association_economy to samlad_office;
grant select on association_economy to samlad_statistics;
grant select, insert, update, delete on association_economy to samlad_keeper;
