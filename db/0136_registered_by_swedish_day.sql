-- Nodes: all member
-- What is late is late by the day in Sweden, for the lead as on the page of quality; the zone of the database moved the first hours of a day to the day before.
create or replace function operations_of(of_controller uuid, today date)
  returns table (
    intervention_id uuid, active int, started int, ended int, drafts int, missing_exits int, incomplete int,
    late int, registered int, points int, answered int, anonymous int
  )
  language sql stable security definer set search_path = pg_catalog, public as $$
  with mine as (
    select i.id, i.end_date from public.intervention i
    where i.owner_id = of_controller and i.counting_mode = 'identified' and exists (
      select from public.role_assignment r
      where r.user_id = public.session_user_id() and r.controller_id = of_controller
        and r.role in ('interventionLead', 'caseworker', 'controllerAdmin')
        and r.valid_from <= today and (r.valid_to is null or r.valid_to >= today)
        and (r.intervention_id is null or r.intervention_id = i.id))
  ), held as (
    select p.intervention_id, p.id, m.end_date, v.*,
      (select f.recorded_at from public.participation_version f
       where f.controller_id = p.controller_id and f.participation_id = p.id and f.version = 1) as first_recorded
    from public.participation p
    join mine m on m.id = p.intervention_id
    join public.participation_version v on v.controller_id = p.controller_id and v.participation_id = p.id and v.current
    where p.controller_id = of_controller and p.locked_at is null and v.exit_reason is distinct from 'felregistrering'
  ), due as (
    select h.intervention_id, h.id, (point.begins + make_interval(months => point.months))::date as on_day
    from held h cross join lateral (
      select h.entry_date as begins, months from unnest(array[6, 12, 24]) as months
      union all select h.exit_date, months from unnest(array[3, 6, 12, 24]) as months (months) where h.exit_date is not null and not exists (
        select from public.exit_point_off o
        where o.controller_id = of_controller and o.intervention_id = h.intervention_id and o.months = months.months)) as point
    where h.exit_reason is distinct from 'deceased'
  ), asked as (
    select d.intervention_id, count(*)::int as points, count(*) filter (where exists (
      select from public.contact c
      where c.controller_id = of_controller and c.participation_id = d.id and c.current and not c.withdrawn and c.reached
        and c.contact_date between d.on_day - 45 and d.on_day + 45))::int as answered
    from due d where d.on_day + 45 < today and d.on_day + 45 >= today - 365 group by d.intervention_id
  )
  select m.id,
    count(h.id) filter (where h.ground <> 'none' and h.exit_date is null)::int,
    count(h.id) filter (where h.ground <> 'none' and extract(year from h.entry_date) = extract(year from today))::int,
    count(h.id) filter (where h.ground <> 'none' and extract(year from h.exit_date) = extract(year from today))::int,
    count(h.id) filter (where h.ground = 'none')::int,
    count(h.id) filter (where h.exit_date is null and (h.entry_date < today - interval '24 months' or h.end_date < today))::int,
    count(h.id) filter (where h.exit_date is null and h.entry_date < today - 14
      and (h.education is null or h.time_on_support is null or h.referred_by is null or cardinality(h.target_groups) = 0))::int,
    count(h.id) filter (where h.entry_date > today - 365 and (h.first_recorded at time zone 'Europe/Stockholm')::date > h.entry_date + 30)::int,
    count(h.id) filter (where h.entry_date > today - 365)::int,
    coalesce(max(a.points), 0), coalesce(max(a.answered), 0),
    coalesce((select sum(n.women + n.men) from public.anonymous_count n
      where n.controller_id = of_controller and n.intervention_id = m.id and n.year = extract(year from today)), 0)::int
  from mine m left join held h on h.intervention_id = m.id left join asked a on a.intervention_id = m.id
  group by m.id
$$;
