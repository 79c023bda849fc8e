-- What is prolonged to a day is not prolonged after it: whoever counts has to know the day.
drop function adoption_outcomes();
create function adoption_outcomes() returns table (
    id uuid, association_id uuid, intervention_id uuid, verdict text, decided_on date, recorded_at timestamptz, from_date date, to_date date, taken_by uuid,
    kept text, lessons text, words tsvector, checks jsonb)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select d.id, d.association_id, d.intervention_id, d.verdict, d.decided_on, d.recorded_at, d.from_date, d.to_date, d.taken_by, d.kept, d.lessons, d.words,
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
grant create on schema public to samlad_scope;
alter function adoption_outcomes() owner to samlad_scope;
revoke create on schema public from samlad_scope;
revoke execute on function adoption_outcomes() from public;
grant execute on function adoption_outcomes() to samlad_office;
