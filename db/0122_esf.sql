-- ESF+ of an application: how it is to be financed, in versions, and the way from an idea to an owner, an application to the fund and its end. Each step names the one before
-- it and the state that it left, so that none can be skipped: also for whoever writes past the program.
create table esf_plan (
  association_id uuid not null,
  application_id uuid not null,
  version int not null check (version > 0),
  fund_permille int not null check (fund_permille between 1 and 1000),
  flat_rate_permille int check (flat_rate_permille between 1 and 1000),
  unit_cost_ore bigint check (unit_cost_ore > 0),
  units int check (units > 0),
  claim_every int not null check (claim_every between 1 and 12),
  lag_months int not null check (lag_months between 0 and 24),
  source text not null check (source <> ''),
  recorded_at timestamptz not null,
  recorded_by text not null references app_user,
  primary key (association_id, application_id, version),
  foreign key (association_id, application_id) references application,
  check ((unit_cost_ore is null) = (units is null)),
  check (flat_rate_permille is null or unit_cost_ore is null)
);
comment on table esf_plan is 'Hur en ansökan till ESF+ ska finansieras; den senaste versionen gäller';
comment on column esf_plan.fund_permille is 'Fondens andel av de stödberättigande kostnaderna, promille';
comment on column esf_plan.flat_rate_permille is 'Schablon för övriga kostnader, promille av personalkostnaden';
comment on column esf_plan.unit_cost_ore is 'Enhetskostnad, öre';
comment on column esf_plan.units is 'Antal enheter';
comment on column esf_plan.claim_every is 'Månader mellan ansökningarna om utbetalning';
comment on column esf_plan.lag_months is 'Månader från ansökan om utbetalning till betalning';
comment on column esf_plan.source is 'Var villkoren står, till exempel utlysningen';

create table esf_step (
  association_id uuid not null,
  application_id uuid not null,
  step int not null check (step > 0),
  previous int check (previous is not distinct from nullif(step - 1, 0)),
  act text not null,
  was text not null,
  state text not null,
  dated date not null,
  organisation_id uuid references organisation,
  reading text check (reading in ('allMembers', 'takingPart')),
  amount_ore bigint check (amount_ore > 0),
  reference text not null check (reference <> ''),
  note text not null,
  recorded_at timestamptz not null,
  recorded_by text not null references app_user,
  primary key (association_id, application_id, step),
  unique (association_id, application_id, step, state),
  foreign key (association_id, application_id) references application,
  foreign key (association_id, application_id, previous, was) references esf_step (association_id, application_id, step, state),
  check (step > 1 or was = 'idea'),
  check ((act, was, state) in (
    ('appointOwner', 'idea', 'owned'), ('askFk', 'idea', 'askedFk'), ('fkAccepts', 'askedFk', 'owned'), ('fkDeclines', 'askedFk', 'idea'),
    ('releaseOwner', 'owned', 'idea'), ('apply', 'owned', 'applied'), ('esfGrants', 'applied', 'granted'), ('esfRefuses', 'applied', 'refused'),
    ('tryAgain', 'refused', 'owned'), ('begin', 'granted', 'running'), ('claim', 'running', 'running'), ('pay', 'running', 'running'),
    ('close', 'running', 'closed'))),
  check ((act in ('appointOwner', 'fkAccepts', 'apply')) = (organisation_id is not null)),
  check ((act = 'askFk') = (reading is not null)),
  check ((act in ('esfGrants', 'claim', 'pay')) = (amount_ore is not null))
);
comment on table esf_step is 'Vägen till ESF+ för en ansökan; rader läggs bara till';
comment on column esf_step.step is 'Stegets nummer';
comment on column esf_step.previous is 'Numret på steget före';
comment on column esf_step.act is 'Vad som gjordes';
comment on column esf_step.was is 'Läget före';
comment on column esf_step.state is 'Läget efter';
comment on column esf_step.dated is 'Dag';
comment on column esf_step.organisation_id is 'Den som äger eller söker';
comment on column esf_step.reading is 'Hur ”alla parter medfinansierar” lästes';
comment on column esf_step.amount_ore is 'Beviljat, begärt eller utbetalt belopp, öre';
comment on column esf_step.reference is 'Diarienummer eller annan beteckning';
comment on column esf_step.note is 'Skäl eller anteckning';

do $$
declare name text;
begin
  foreach name in array array['esf_plan', 'esf_step'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    -- Nobody writes in another's name.
    execute format('create policy own_association on %I to samlad_office using (association_id = any ((select scope_associations())::uuid[]))
      with check (association_id = any ((select scope_associations())::uuid[]) and recorded_by = (select session_user_id()))', name);
    execute format('create policy keeper on %I to samlad_keeper using (true)', name);
    execute format('grant select, insert on %I to samlad_office', name);
    execute format('grant select, insert, update, delete on %I to samlad_keeper', name);
  end loop;
end $$;
