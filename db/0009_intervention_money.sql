alter table intervention add column fidelity_instrument text not null default '';
comment on column intervention.fidelity_instrument is 'Instrument för metodtrohet';

create table intervention_cost (
  association_id uuid not null,
  intervention_id uuid not null,
  year int not null,
  cost_type text not null,
  budget_ore bigint check (budget_ore >= 0),
  actual_ore bigint check (actual_ore >= 0),
  primary key (association_id, intervention_id, year, cost_type),
  foreign key (association_id, intervention_id, year) references intervention_year on delete cascade
);
comment on table intervention_cost is 'Budget och utfall per insats, år och kostnadsslag; summan är årets budget och utfall';
comment on column intervention_cost.cost_type is 'Kostnadsslag';
comment on column intervention_cost.budget_ore is 'Budget, öre, utan moms';
comment on column intervention_cost.actual_ore is 'Utfall, öre, utan moms';

create table intervention_financing (
  association_id uuid not null,
  intervention_id uuid not null,
  year int not null,
  party text not null,
  amount_ore bigint not null check (amount_ore >= 0),
  primary key (association_id, intervention_id, year, party),
  foreign key (association_id, intervention_id, year) references intervention_year on delete cascade
);
comment on table intervention_financing is 'Vad varje part bidrar med till insatsen ett år; ESF bara i insatser som finansieras delvis av ESF+';
comment on column intervention_financing.party is 'Part, eller ESF';
comment on column intervention_financing.amount_ore is 'Belopp, öre, utan moms';
