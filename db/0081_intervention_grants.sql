-- What an association grants an intervention, and how the money goes out. Rows are only added. Each step names the one before it and the state that it left, so that
-- none can be skipped and no two can follow the same: also for whoever writes past the program.
create table intervention_grant (
  association_id uuid not null references association,
  id uuid not null,
  intervention_id uuid not null references intervention,
  recorded_at timestamptz not null,
  recorded_by text not null references app_user,
  primary key (association_id, id)
);
comment on table intervention_grant is 'Medel som förbundet har beviljat en insats; vad som sedan händer är steg';

create table grant_step (
  association_id uuid not null,
  grant_id uuid not null,
  step int not null check (step > 0),
  previous int check (previous is not distinct from nullif(step - 1, 0)),
  act text not null,
  was text,
  state text not null,
  dated date not null,
  reference text not null,
  amount_ore bigint check (amount_ore >= 0),
  from_date date,
  to_date date,
  reports_due jsonb,
  recorded_at timestamptz not null,
  recorded_by text not null references app_user,
  primary key (association_id, grant_id, step),
  unique (association_id, grant_id, step, state),
  foreign key (association_id, grant_id) references intervention_grant,
  foreign key (association_id, grant_id, previous, was) references grant_step (association_id, grant_id, step, state),
  check ((step = 1) = (was is null)),
  check ((act, coalesce(was, ''), state) in (
    ('grant', '', 'granted'), ('agree', 'granted', 'agreed'),
    ('rebudget', 'agreed', 'agreed'), ('extend', 'agreed', 'agreed'), ('report', 'agreed', 'agreed'),
    ('finalReport', 'agreed', 'reported'), ('close', 'reported', 'closed'),
    ('reclaim', 'agreed', 'agreed'), ('reclaim', 'reported', 'reported'), ('reclaim', 'closed', 'closed'))),
  check ((act in ('grant', 'rebudget', 'reclaim')) = (amount_ore is not null)),
  check ((act = 'grant') = (from_date is not null)),
  check ((act in ('grant', 'extend')) = (to_date is not null))
);
comment on table grant_step is 'Steg för beviljade medel: beviljat, avtalat, ombudgeterat, förlängt, redovisat, slutredovisat, avslutat, återkrävt; rader läggs bara till';
comment on column grant_step.step is 'Stegets nummer';
comment on column grant_step.previous is 'Numret på steget före';
comment on column grant_step.act is 'Vad som gjordes';
comment on column grant_step.was is 'Läget före';
comment on column grant_step.state is 'Läget efter';
comment on column grant_step.dated is 'Beslutets, avtalets eller redovisningens dag';
comment on column grant_step.reference is 'Diarienummer eller annan beteckning';
comment on column grant_step.amount_ore is 'Beviljat, nytt beviljat eller återkrävt belopp, öre';
comment on column grant_step.from_date is 'Första dag för kostnader';
comment on column grant_step.to_date is 'Sista dag för kostnader';
comment on column grant_step.reports_due is 'Dagar då insatsen ska redovisa, enligt avtalet';

create table drawdown (
  association_id uuid not null,
  id uuid not null,
  grant_id uuid not null,
  amount_ore bigint not null check (amount_ore > 0),
  costs_from date not null,
  costs_to date not null check (costs_to >= costs_from),
  reference text not null,
  recorded_at timestamptz not null,
  recorded_by text not null references app_user,
  primary key (association_id, id),
  foreign key (association_id, grant_id) references intervention_grant
);
comment on table drawdown is 'Rekvisition av beviljade medel';
comment on column drawdown.amount_ore is 'Rekvirerat belopp, öre';
comment on column drawdown.costs_from is 'Första dag som kostnaderna gäller';
comment on column drawdown.costs_to is 'Sista dag som kostnaderna gäller';
comment on column drawdown.reference is 'Rekvisitionens beteckning';

create table drawdown_step (
  association_id uuid not null,
  drawdown_id uuid not null,
  step int not null check (step > 0),
  previous int check (previous is not distinct from nullif(step - 1, 0)),
  act text not null,
  was text,
  state text not null,
  first_attester text,
  dated date not null,
  note text not null,
  recorded_at timestamptz not null,
  recorded_by text not null references app_user,
  primary key (association_id, drawdown_id, step),
  unique (association_id, drawdown_id, step, state),
  unique (association_id, drawdown_id, step, recorded_by),
  foreign key (association_id, drawdown_id) references drawdown,
  foreign key (association_id, drawdown_id, previous, was) references drawdown_step (association_id, drawdown_id, step, state),
  -- Two persons attest: the second step names who took the first, and is taken by somebody else.
  foreign key (association_id, drawdown_id, previous, first_attester) references drawdown_step (association_id, drawdown_id, step, recorded_by),
  check ((state = 'attested') = (first_attester is not null)),
  check (first_attester is null or first_attester <> recorded_by),
  check ((step = 1) = (was is null)),
  check ((act, coalesce(was, ''), state) in (
    ('send', '', 'sent'), ('check', 'sent', 'checked'), ('attest', 'checked', 'attestedOnce'), ('attest', 'attestedOnce', 'attested'),
    ('pay', 'attested', 'paid'), ('return', 'sent', 'returned'), ('return', 'checked', 'returned'), ('return', 'attestedOnce', 'returned'),
    ('return', 'attested', 'returned')))
);
comment on table drawdown_step is 'Steg för en rekvisition: inkommen, granskad, attesterad av två, betald eller återsänd; rader läggs bara till';
comment on column drawdown_step.step is 'Stegets nummer';
comment on column drawdown_step.previous is 'Numret på steget före';
comment on column drawdown_step.previous is 'Steget före';
comment on column drawdown_step.act is 'Vad som gjordes';
comment on column drawdown_step.was is 'Läget före';
comment on column drawdown_step.state is 'Läget efter';
comment on column drawdown_step.first_attester is 'Den som attesterade först, när den andra attesten lämnas';
comment on column drawdown_step.dated is 'Dag';
comment on column drawdown_step.note is 'Anteckning, eller skälet till att den återsändes';

do $$
declare name text;
begin
  foreach name in array array['intervention_grant', 'grant_step', 'drawdown', 'drawdown_step'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    -- Nobody takes a step in another's name.
    execute format('create policy own_association on %I to samlad_office using (association_id = any ((select scope_associations())::uuid[]))
      with check (association_id = any ((select scope_associations())::uuid[]) and recorded_by = (select session_user_id()))', name);
    execute format('create policy keeper on %I to samlad_keeper using (true)', name);
    execute format('grant select, insert on %I to samlad_office', name);
    execute format('grant select, insert, update, delete on %I to samlad_keeper', name);
  end loop;
end $$;
