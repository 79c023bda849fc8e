-- Nodes: all member
-- The rules of quality, each as one select. Who asks sees what row-level security lets them see.
create function quality_findings(of_controller uuid, today date)
  returns table (participation_id uuid, intervention_id uuid, entry_date date, rule text)
  language sql stable set search_path = pg_catalog, public as $$
  with held as (
    select p.id, p.person_id, p.intervention_id, v.entry_date, v.exit_date, v.sex, v.birth_year, v.ground_date, v.occupation_after,
      v.work_extent_after, v.work_type, v.support_before, v.support_after,
      (select f.recorded_at from public.participation_version f
       where f.controller_id = p.controller_id and f.participation_id = p.id and f.version = 1) as first_recorded
    from public.participation p
    join public.participation_version v on v.controller_id = p.controller_id and v.participation_id = p.id and v.current
    where p.controller_id = of_controller and v.controller_id = of_controller and p.locked_at is null
      and v.exit_reason is distinct from 'felregistrering' and v.ground <> 'none'
  )
  select h.id, h.intervention_id, h.entry_date, 'inFuture' from held h where h.entry_date > today or h.exit_date > today
  union all
  select h.id, h.intervention_id, h.entry_date, 'contactBeforeEntry' from held h where exists (
    select from public.contact c where c.controller_id = of_controller and c.participation_id = h.id and c.current and not c.withdrawn
      and c.contact_date < h.entry_date)
  union all
  select h.id, h.intervention_id, h.entry_date, 'overlap' from held h where exists (
    select from held o where o.person_id = h.person_id and o.intervention_id = h.intervention_id and o.id <> h.id
      and o.entry_date <= coalesce(h.exit_date, 'infinity') and h.entry_date <= coalesce(o.exit_date, 'infinity'))
  union all
  select h.id, h.intervention_id, h.entry_date, 'twin' from held h where exists (
    select from held o where o.intervention_id = h.intervention_id and o.entry_date = h.entry_date and o.sex = h.sex
      and o.birth_year = h.birth_year and o.person_id <> h.person_id)
  union all
  select h.id, h.intervention_id, h.entry_date, 'longStay' from held h where coalesce(h.exit_date, today) > h.entry_date + interval '4 years'
  union all
  select h.id, h.intervention_id, h.entry_date, 'supportEmpty' from held h
  where h.exit_date is not null and h.support_before = '{}' and coalesce(h.support_after, '{}') = '{}'
  union all
  select h.id, h.intervention_id, h.entry_date, 'occupationUnknown' from held h where h.exit_date is not null and h.occupation_after is null
  union all
  select h.id, h.intervention_id, h.entry_date, 'workWithoutPay' from held h
  where h.occupation_after in ('work', 'workAndStudies') and h.work_type is distinct from 'subsidised'
    and h.support_after is not null and h.support_after <> '{}' and not h.support_after ?| array['lon', 'egetForetag']
  union all
  select h.id, h.intervention_id, h.entry_date, 'groundAfterEntry' from held h where h.ground_date > h.entry_date
  union all
  select h.id, h.intervention_id, h.entry_date, 'lateRegistration' from held h
  where (h.first_recorded at time zone 'Europe/Stockholm')::date > h.entry_date + 30
$$;
comment on function quality_findings is 'Kvalitetsregler: vilka deltaganden som bryter mot vilken regel';
revoke execute on function quality_findings(uuid, date) from public;
grant execute on function quality_findings(uuid, date) to samlad_staff, samlad_keeper;

-- The same as numbers by year of entry, for whoever leads an intervention and may see no participation. The rule 'all' counts every one.
create function quality_numbers(of_controller uuid, today date)
  returns table (intervention_id uuid, year int, rule text, n int)
  language sql stable security definer set search_path = pg_catalog, public as $$
  with mine as (
    select i.id from public.intervention i
    where i.owner_id = of_controller and exists (
      select from public.role_assignment r
      where r.user_id = public.session_user_id() and r.controller_id = of_controller
        and r.role in ('interventionLead', 'caseworker', 'controllerAdmin')
        and r.valid_from <= today and (r.valid_to is null or r.valid_to >= today)
        and (r.intervention_id is null or r.intervention_id = i.id))
  ), counted as (
    select f.intervention_id, f.entry_date, f.rule from public.quality_findings(of_controller, today) f
    union all
    select p.intervention_id, v.entry_date, 'all' from public.participation p
    join public.participation_version v on v.controller_id = p.controller_id and v.participation_id = p.id and v.current
    where p.controller_id = of_controller and v.controller_id = of_controller and p.locked_at is null
      and v.exit_reason is distinct from 'felregistrering' and v.ground <> 'none'
  )
  select c.intervention_id, extract(year from c.entry_date)::int, c.rule, count(*)::int
  from counted c join mine m on m.id = c.intervention_id group by 1, 2, 3
$$;
comment on function quality_numbers is 'Kvalitetsregler som antal per insats, startår och regel; regeln all räknar alla';
grant create on schema public to samlad_keeper;
alter function quality_numbers(uuid, date) owner to samlad_keeper;
revoke create on schema public from samlad_keeper;
revoke execute on function quality_numbers(uuid, date) from public;
grant execute on function quality_numbers(uuid, date) to samlad_staff;
