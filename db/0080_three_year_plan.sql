-- The three-year plan has a sum for interventions before each of them has its budget (KL 11:5–6).
alter table association_economy add column interventions_plan_ore bigint check (interventions_plan_ore >= 0);
comment on column association_economy.interventions_plan_ore is 'Plan för alla insatser tillsammans i öre, innan varje insats har sin budget';
