-- Fidelity to a method: how a team works, by one or two assessors who do not see each other's points before both are in. It concerns teams, never persons. Rows are only added.
create table fidelity_instrument (
  id uuid primary key,
  association_id uuid not null references association,
  name text not null,
  same_scale_as text,
  low int not null,
  high int not null check (high > low),
  most_missing int not null check (most_missing >= 0),
  items int not null check (items between 1 and 100),
  bands jsonb not null,
  source text not null,
  recorded_at timestamptz not null,
  recorded_by text not null references app_user
);
comment on table fidelity_instrument is 'Instrument för programtrohet som ett förbund har läst in; hur de poängsätts';
comment on column fidelity_instrument.name is 'Instrumentets namn';
comment on column fidelity_instrument.same_scale_as is 'Instrument med samma poängskala, så att resultaten kan stå bredvid varandra (IPS-25)';
comment on column fidelity_instrument.low is 'Lägsta poäng för en punkt';
comment on column fidelity_instrument.high is 'Högsta poäng för en punkt';
comment on column fidelity_instrument.most_missing is 'Så många punkter får sakna poäng';
comment on column fidelity_instrument.items is 'Antal punkter';
comment on column fidelity_instrument.bands is 'Nivåer: namn och lägsta summa, den högsta först';
comment on column fidelity_instrument.source is 'Källa och licens';

create table fidelity_item (
  association_id uuid not null references association,
  instrument_id uuid not null references fidelity_instrument,
  item int not null check (item > 0),
  label text not null,
  anchors jsonb not null,
  primary key (instrument_id, item)
);
comment on table fidelity_item is 'Punkternas texter, som förbundet kan ha på licens: visas bara för dem som bedömer där';
comment on column fidelity_item.item is 'Punktens nummer';
comment on column fidelity_item.label is 'Vad punkten gäller';
comment on column fidelity_item.anchors is 'Vad varje poäng betyder, från den lägsta';

create table fidelity_round (
  id uuid primary key,
  intervention_id uuid not null references intervention,
  instrument text not null,
  kind text not null check (kind in ('self', 'external')),
  team text not null,
  assessed_on date not null,
  assessors int not null check (assessors in (1, 2)),
  recorded_at timestamptz not null,
  recorded_by text not null references app_user,
  unique (id, assessors)
);
comment on table fidelity_round is 'Bedömningar av ett teams programtrohet';
comment on column fidelity_round.instrument is 'IPS-25 med egna ord, eller ett inläst instruments id';
comment on column fidelity_round.kind is 'Självskattning eller extern bedömning';
comment on column fidelity_round.team is 'Teamets namn; tomt när insatsen är ett enda team';
comment on column fidelity_round.assessed_on is 'Dagen för bedömningen';
comment on column fidelity_round.assessors is 'Hur många som bedömer oberoende av varandra';
create index fidelity_round_of on fidelity_round (intervention_id);

create table fidelity_rating (
  round_id uuid not null,
  assessor int not null,
  assessors int not null,
  points jsonb not null,
  recorded_at timestamptz not null,
  recorded_by text not null references app_user,
  primary key (round_id, assessor),
  -- Nobody is both assessors.
  unique (round_id, recorded_by),
  foreign key (round_id, assessors) references fidelity_round (id, assessors),
  check (assessor between 1 and assessors)
);
comment on table fidelity_rating is 'En bedömares poäng, punkt för punkt; den andra ser dem först när båda är klara';
comment on column fidelity_rating.assessor is 'Bedömare 1 eller 2';
comment on column fidelity_rating.assessors is 'Hur många som ska bedöma';
comment on column fidelity_rating.points is 'Poäng i punkternas ordning; null där punkten inte är bedömd';

create table fidelity_withdrawal (
  round_id uuid primary key references fidelity_round,
  reason text not null,
  recorded_at timestamptz not null,
  recorded_by text not null references app_user
);
comment on table fidelity_withdrawal is 'Bedömningar som blev fel; de står kvar men räknas inte';
comment on column fidelity_withdrawal.reason is 'Varför bedömningen inte gäller';

create function answers_for_intervention(of_intervention uuid) returns boolean
  language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare
  who text := public.session_user_id();
begin
  return exists (
    select from public.role_assignment r
    where r.user_id = who
      and (now() at time zone 'Europe/Stockholm')::date between r.valid_from and coalesce(r.valid_to, 'infinity'::date)
      and ((r.role = 'associationAdmin' and exists (
          select from public.intervention_association a where a.intervention_id = of_intervention and a.association_id = r.association_id))
        or (r.role = 'interventionLead' and (r.intervention_id = of_intervention or r.intervention_id is null and exists (
          select from public.intervention i where i.id = of_intervention and i.owner_id = r.controller_id)))));
end $$;
comment on function answers_for_intervention is 'Om den som frågar svarar för insatsen: förbundets kansli och den som leder den';

create function may_read_fidelity_texts(of_association uuid) returns boolean
  language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare
  who text := public.session_user_id();
begin
  return exists (
    select from public.role_assignment r
    where r.user_id = who
      and (now() at time zone 'Europe/Stockholm')::date between r.valid_from and coalesce(r.valid_to, 'infinity'::date)
      and ((r.role = 'associationAdmin' and r.association_id = of_association)
        or (r.role = 'interventionLead' and exists (
          select from public.intervention_association a join public.intervention i on i.id = a.intervention_id
          where a.association_id = of_association and (r.intervention_id = i.id or r.intervention_id is null and i.owner_id = r.controller_id)))));
end $$;
comment on function may_read_fidelity_texts is 'Om den som frågar får läsa texter som förbundet har på licens: de som bedömer där';

create function fidelity_given(of_round uuid) returns int
  language sql stable security definer set search_path = pg_catalog, public as $$
  select count(*)::int from public.fidelity_rating where round_id = of_round
$$;
comment on function fidelity_given is 'Hur många bedömare som är klara';

create function fidelity_is_done(of_round uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public as $$
  select exists (select from public.fidelity_round r where r.id = of_round and public.fidelity_given(r.id) = r.assessors)
$$;
comment on function fidelity_is_done is 'Om alla bedömare är klara, så att poängen kan visas';

alter table fidelity_instrument enable row level security;
alter table fidelity_instrument force row level security;
alter table fidelity_item enable row level security;
alter table fidelity_item force row level security;
alter table fidelity_round enable row level security;
alter table fidelity_round force row level security;
alter table fidelity_rating enable row level security;
alter table fidelity_rating force row level security;
alter table fidelity_withdrawal enable row level security;
alter table fidelity_withdrawal force row level security;

create policy readers on fidelity_instrument for select to samlad_office using ((select session_user_id()) is not null);
create policy own_association on fidelity_instrument for insert to samlad_office
  with check (association_id = any ((select scope_associations())::uuid[]) and recorded_by = (select session_user_id()));
create policy assessors on fidelity_item for select to samlad_office using (may_read_fidelity_texts(association_id));
create policy own_association on fidelity_item for insert to samlad_office
  with check (association_id = any ((select scope_associations())::uuid[]));
create policy readers on fidelity_round for select to samlad_office using ((select session_user_id()) is not null);
create policy assessors on fidelity_round for insert to samlad_office
  with check (answers_for_intervention(intervention_id) and recorded_by = (select session_user_id()));
create policy done_or_own on fidelity_rating for select to samlad_office
  using ((select session_user_id()) is not null and (recorded_by = (select session_user_id()) or fidelity_is_done(round_id)));
create policy assessors on fidelity_rating for insert to samlad_office
  with check (recorded_by = (select session_user_id())
    and exists (select from fidelity_round r where r.id = round_id and answers_for_intervention(r.intervention_id)));
create policy readers on fidelity_withdrawal for select to samlad_office using ((select session_user_id()) is not null);
create policy assessors on fidelity_withdrawal for insert to samlad_office
  with check (recorded_by = (select session_user_id())
    and exists (select from fidelity_round r where r.id = round_id and answers_for_intervention(r.intervention_id)));

-- Beside outcomes stand the rounds that are done.
create policy figures on fidelity_instrument for select to samlad_statistics using (true);
create policy figures on fidelity_round for select to samlad_statistics using (true);
create policy figures on fidelity_rating for select to samlad_statistics using (fidelity_is_done(round_id));
create policy figures on fidelity_withdrawal for select to samlad_statistics using (true);

do $$
declare name text;
begin
  foreach name in array array['fidelity_instrument', 'fidelity_item', 'fidelity_round', 'fidelity_rating', 'fidelity_withdrawal'] loop
    execute format('create policy keeper on %I to samlad_keeper using (true)', name);
    execute format('grant select, insert on %I to samlad_office', name);
    execute format('grant select, insert, update, delete on %I to samlad_keeper', name);
  end loop;
end $$;
grant select on fidelity_instrument, fidelity_round, fidelity_rating, fidelity_withdrawal to samlad_statistics;

grant create on schema public to samlad_scope, samlad_keeper;
grant select on intervention, intervention_association to samlad_scope;
alter function answers_for_intervention(uuid) owner to samlad_scope;
alter function may_read_fidelity_texts(uuid) owner to samlad_scope;
alter function fidelity_given(uuid) owner to samlad_keeper;
alter function fidelity_is_done(uuid) owner to samlad_keeper;
revoke create on schema public from samlad_scope, samlad_keeper;
revoke execute on function answers_for_intervention(uuid), may_read_fidelity_texts(uuid), fidelity_given(uuid), fidelity_is_done(uuid) from public;
grant execute on function answers_for_intervention(uuid), may_read_fidelity_texts(uuid) to samlad_office;
grant execute on function fidelity_given(uuid), fidelity_is_done(uuid) to samlad_office, samlad_statistics, samlad_keeper;
