-- Nodes: all member
-- Where nothing is fixed the outcome that is the same for all holds, twelve months after the start, and every report answers it whatever else is fixed. So whoever has seen how it went by then does not
-- fix a later point before data, be it the first time: the point that is the same for all counts among those that have been fixed.
create or replace function outcome_could_be_seen(of_intervention uuid, after_months int) returns boolean
  language sql stable security definer set search_path = pg_catalog, public as $$
  select exists (
    select from public.participation p
    join public.participation_version v on v.controller_id = p.controller_id and v.participation_id = p.id and v.current
    where p.intervention_id = of_intervention
      and v.entry_date + make_interval(months => least(after_months, 12,
        (select min(o.months) from public.registered_outcome o where o.intervention_id = of_intervention)))
        <= (now() at time zone 'Europe/Stockholm')::date + 45)
$$;
comment on function outcome_could_be_seen is 'Om någon som började kan ha följts så många månader, eller till den tidigaste tidpunkt som var bestämd, tolv månader för alla (en kontakt upp till 45 dagar före räknas)';
comment on column registered_outcome.before_data is 'Om ingen deltagare kunde ha kommit till tidpunkten, till en tidigare som var bestämd eller till tolv månader, när det bestämdes';
