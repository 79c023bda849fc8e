-- What became of interventions: a decision of each (taken over by a member, in part, ended, prolonged), checks of whether it still runs, and what was learnt. Rows are only
-- added. The database holds that a version follows the one before it, is of the same intervention and follows nothing that was taken away, and that only what is taken over is checked.
create table adoption_decision (
  association_id uuid not null references association,
  id uuid not null,
  version int not null check (version > 0),
  previous int generated always as (nullif(version - 1, 0)) stored,
  previous_withdrawn boolean generated always as (case when version > 1 then false end) stored,
  withdrawn boolean not null,
  intervention_id uuid not null references intervention,
  verdict text not null check (verdict in ('adopt', 'partly', 'end', 'prolong')),
  taken_over boolean generated always as (verdict in ('adopt', 'partly') and not withdrawn) stored,
  decided_on date not null,
  reference text not null,
  taken_by uuid references organisation,
  from_date date not null,
  to_date date,
  money_ore bigint check (money_ore >= 0),
  money_source text not null,
  accountable text not null,
  kept text not null,
  lessons text not null check (length(lessons) > 0),
  words tsvector generated always as (to_tsvector('swedish', lessons || ' ' || kept)) stored,
  reason text not null check (version = 1 or length(reason) >= 3),
  recorded_at timestamptz not null,
  recorded_by text not null references app_user,
  primary key (association_id, id, version),
  unique (association_id, id, version, intervention_id, withdrawn),
  unique (association_id, id, version, taken_over),
  foreign key (association_id, id, previous, intervention_id, previous_withdrawn)
    references adoption_decision (association_id, id, version, intervention_id, withdrawn),
  check ((verdict in ('adopt', 'partly')) = (taken_by is not null)),
  check ((verdict = 'prolong') = (to_date is not null)),
  check (to_date is null or to_date >= from_date)
);
comment on table adoption_decision is 'Beslut om vad som blir av en insats: övertagen av en medlem, delvis, avslutad eller förlängd, med lärdomar; rader läggs bara till';
comment on column adoption_decision.version is 'Version; den högsta gäller, en rättning är en ny version';
comment on column adoption_decision.previous is 'Versionen före';
comment on column adoption_decision.previous_withdrawn is 'Att versionen före inte är borttagen';
comment on column adoption_decision.withdrawn is 'Borttaget: det registrerades fel';
comment on column adoption_decision.verdict is 'Beslutet: tas över, tas över delvis, avslutas, förlängs';
comment on column adoption_decision.taken_over is 'Om en medlem tar över, helt eller delvis';
comment on column adoption_decision.decided_on is 'Beslutets dag';
comment on column adoption_decision.reference is 'Beslutets beteckning';
comment on column adoption_decision.taken_by is 'Medlemmen som tar över; aldrig förbundet (7 § lag 2003:1210)';
comment on column adoption_decision.from_date is 'Från vilken dag beslutet gäller';
comment on column adoption_decision.to_date is 'Till vilken dag insatsen förlängs';
comment on column adoption_decision.money_ore is 'Pengar om året, öre; tomt när det inte är känt';
comment on column adoption_decision.money_source is 'Varifrån pengarna kommer';
comment on column adoption_decision.accountable is 'Funktionen som ansvarar';
comment on column adoption_decision.kept is 'Vad av metoden som behålls';
comment on column adoption_decision.lessons is 'Lärdomar, som alla inloggade kan läsa';
comment on column adoption_decision.words is 'Lärdomarnas ord, för fritextsökning på svenska';
comment on column adoption_decision.reason is 'Varför det rättades';

create table adoption_check (
  association_id uuid not null,
  decision_id uuid not null,
  decision_version int not null,
  taken_over boolean generated always as (true) stored,
  months int not null check (months in (6, 12, 24)),
  version int not null check (version > 0),
  previous int generated always as (nullif(version - 1, 0)) stored,
  checked_on date not null,
  runs text not null check (runs in ('yes', 'partly', 'no')),
  note text not null,
  reason text not null check (version = 1 or length(reason) >= 3),
  recorded_at timestamptz not null,
  recorded_by text not null references app_user,
  primary key (association_id, decision_id, months, version),
  foreign key (association_id, decision_id, months, previous) references adoption_check (association_id, decision_id, months, version),
  foreign key (association_id, decision_id, decision_version, taken_over)
    references adoption_decision (association_id, id, version, taken_over)
);
comment on table adoption_check is 'Kontroller efter 6, 12 och 24 månader av om det som togs över finns kvar; rader läggs bara till';
comment on column adoption_check.decision_version is 'Versionen av beslutet som gällde';
comment on column adoption_check.taken_over is 'Att beslutet är ett övertagande';
comment on column adoption_check.months is 'Månader efter övertagandet';
comment on column adoption_check.version is 'Version; den högsta gäller';
comment on column adoption_check.previous is 'Versionen före';
comment on column adoption_check.checked_on is 'Dagen för kontrollen';
comment on column adoption_check.runs is 'Om det finns kvar: ja, delvis, nej';
comment on column adoption_check.note is 'Hur det ser ut';
comment on column adoption_check.reason is 'Varför den rättades';

do $$
declare name text;
begin
  foreach name in array array['adoption_decision', 'adoption_check'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    -- Nobody enters anything in another's name.
    execute format('create policy own_association on %I to samlad_office using (association_id = any ((select scope_associations())::uuid[]))
      with check (association_id = any ((select scope_associations())::uuid[]) and recorded_by = (select session_user_id()))', name);
    execute format('create policy national on %I for select to samlad_office using ((select scope_national()))', name);
    execute format('create policy keeper on %I to samlad_keeper using (true)', name);
    execute format('create policy scope on %I for select to samlad_scope using (true)', name);
    execute format('grant select, insert on %I to samlad_office', name);
    execute format('grant select, insert, update, delete on %I to samlad_keeper', name);
    execute format('grant select on %I to samlad_scope', name);
  end loop;
  foreach name in array array['intervention_grant', 'grant_step'] loop
    execute format('create policy scope on %I for select to samlad_scope using (true)', name);
    execute format('grant select on %I to samlad_scope', name);
  end loop;
end $$;

-- What everybody who is signed in may know of a decision that holds: no money, nobody who answers for it, nothing of who entered it.
create function adoption_outcomes() returns table (
    id uuid, association_id uuid, intervention_id uuid, verdict text, decided_on date, recorded_at timestamptz, from_date date, taken_by uuid,
    kept text, lessons text, words tsvector, checks jsonb)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select d.id, d.association_id, d.intervention_id, d.verdict, d.decided_on, d.recorded_at, d.from_date, d.taken_by, d.kept, d.lessons, d.words,
    coalesce((
      select jsonb_agg(jsonb_build_object('months', c.months, 'runs', c.runs) order by c.months)
      from (
        select distinct on (a.months) a.* from public.adoption_check a
        where a.association_id = d.association_id and a.decision_id = d.id and d.taken_over
        order by a.months, a.version desc) c), '[]')
  from (
    select distinct on (a.association_id, a.id) a.* from public.adoption_decision a order by a.association_id, a.id, a.version desc) d
  where not d.withdrawn and public.session_user_id() is not null
$$;
comment on function adoption_outcomes is 'Vad som blev av insatser i alla förbund, med lärdomar, för alla som är inloggade';

-- Interventions that have been granted money, and that have been evaluated here: a closed grant, whose final report has come in; where participants are, a frozen report as well (0104).
create function intervention_proofs() returns table (intervention_id uuid, granted boolean, evaluated boolean)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select g.intervention_id, true, bool_or(exists (
    select from public.grant_step s where s.association_id = g.association_id and s.grant_id = g.id and s.state = 'closed'))
  from public.intervention_grant g
  where public.session_user_id() is not null
  group by g.intervention_id
$$;
comment on function intervention_proofs is 'Insatser som har beviljats medel och som är utvärderade här, för alla som är inloggade';

grant create on schema public to samlad_scope;
alter function adoption_outcomes() owner to samlad_scope;
alter function intervention_proofs() owner to samlad_scope;
revoke create on schema public from samlad_scope;
revoke execute on function adoption_outcomes(), intervention_proofs() from public;
grant execute on function adoption_outcomes(), intervention_proofs() to samlad_office;
