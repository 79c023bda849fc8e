-- Periods that an association reports for, and its approvals of them. An approval is added and never changed; reopening is a row of its own.
create table reporting_usual (
  rhythm text primary key check (rhythm in ('tertial', 'halfYear')),
  interim_days int not null check (interim_days between 0 and 180),
  annual_days int not null check (annual_days between 0 and 180),
  usual boolean not null
);
comment on table reporting_usual is 'Vanliga rapporteringstider; gäller förbund som inte har valt egna';
comment on column reporting_usual.rhythm is 'Tertial (30 april, 31 augusti) eller halvår (30 juni); helåret är alltid med';
comment on column reporting_usual.interim_days is 'Dagar efter en delperiods slut som rapporteringen ska vara klar';
comment on column reporting_usual.annual_days is 'Dagar efter årets slut som rapporteringen ska vara klar';
comment on column reporting_usual.usual is 'Om rytmen gäller den som inte har valt';
create unique index reporting_usual_one on reporting_usual (usual) where usual;
-- 30 May and 30 September, or 31 August; the whole year by 15 February, before the full-year account of that month.
insert into reporting_usual (rhythm, interim_days, annual_days, usual) values ('tertial', 30, 46, true), ('halfYear', 62, 46, false);

create table reporting_plan (
  association_id uuid not null references association,
  from_year int not null check (from_year between 2000 and 2100),
  version int not null,
  rhythm text not null check (rhythm in ('tertial', 'halfYear')),
  interim_days int not null check (interim_days between 0 and 180),
  annual_days int not null check (annual_days between 0 and 180),
  recorded_at timestamptz not null,
  recorded_by text not null references app_user,
  primary key (association_id, from_year, version)
);
comment on table reporting_plan is 'Förbundets egna rapporteringstider, från och med ett år; en ändring är en ny version';
comment on column reporting_plan.from_year is 'Första året som de gäller';
comment on column reporting_plan.version is 'Version; den högsta gäller';
comment on column reporting_plan.rhythm is 'Tertial (30 april, 31 augusti) eller halvår (30 juni); helåret är alltid med';
comment on column reporting_plan.interim_days is 'Dagar efter en delperiods slut som rapporteringen ska vara klar';
comment on column reporting_plan.annual_days is 'Dagar efter årets slut som rapporteringen ska vara klar';
comment on column reporting_plan.recorded_at is 'När det registrerades (UTC)';

create table reporting_step (
  association_id uuid not null references association,
  year int not null check (year between 2000 and 2100),
  month int not null check (month between 1 and 12),
  step int not null check (step > 0),
  act text not null check (act in ('approved', 'reopened')),
  note text not null,
  recorded_at timestamptz not null,
  recorded_by text not null references app_user,
  primary key (association_id, year, month, step),
  -- They take turns: the first step approves, the second reopens.
  check ((act = 'approved') = (step % 2 = 1))
);
comment on table reporting_step is 'Förbundets godkännanden av sina perioder, och när de har öppnats igen. Skrivs bara till';
comment on column reporting_step.year is 'Året; perioden går från januari';
comment on column reporting_step.month is 'Månaden som perioden går till och med';
comment on column reporting_step.step is 'Löpnummer inom perioden; det högsta gäller';
comment on column reporting_step.act is 'Godkänd eller öppnad igen';
comment on column reporting_step.note is 'Anteckning till godkännandet, eller varför perioden öppnades igen';
comment on column reporting_step.recorded_at is 'När det gjordes (UTC)';

grant select on reporting_usual, reporting_plan, reporting_step to samlad_office, samlad_statistics, samlad_keeper;
-- Whoever approved is named to the association.
grant select (id, name) on app_user to samlad_statistics;
grant insert on reporting_plan, reporting_step to samlad_office, samlad_keeper;
grant insert, update, delete on reporting_usual to samlad_keeper;
alter table reporting_plan enable row level security;
alter table reporting_plan force row level security;
alter table reporting_step enable row level security;
alter table reporting_step force row level security;
create policy own_association on reporting_plan to samlad_office using (association_id = any ((select scope_associations())::uuid[]));
create policy own_association on reporting_step to samlad_office using (association_id = any ((select scope_associations())::uuid[]));
create policy statistics on reporting_plan for select to samlad_statistics using (true);
create policy statistics on reporting_step for select to samlad_statistics using (true);
create policy keeper on reporting_plan to samlad_keeper using (true);
create policy keeper on reporting_step to samlad_keeper using (true);
