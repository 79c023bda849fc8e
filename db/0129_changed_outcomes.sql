-- Nodes: all member
-- Who has seen how it went at the point that was fixed first chooses a later one with that in mind, though nobody has come to the later one. So a change is made before data only where nothing could be
-- seen at the earliest point that has been fixed so far, of either kind. A row that is being added is of the intervention too, and its own point counts as before.
create or replace function outcome_could_be_seen(of_intervention uuid, after_months int) returns boolean
  language sql stable security definer set search_path = pg_catalog, public as $$
  select exists (
    select from public.participation p
    join public.participation_version v on v.controller_id = p.controller_id and v.participation_id = p.id and v.current
    where p.intervention_id = of_intervention
      and v.entry_date + make_interval(months => least(after_months,
        (select min(o.months) from public.registered_outcome o where o.intervention_id = of_intervention)))
        <= (now() at time zone 'Europe/Stockholm')::date + 45)
$$;
comment on function outcome_could_be_seen is 'Om någon som började kan ha följts så många månader, eller till den tidigaste tidpunkt som var bestämd (en kontakt upp till 45 dagar före räknas)';
comment on column registered_outcome.before_data is 'Om ingen deltagare kunde ha kommit till tidpunkten, eller till en tidigare som var bestämd, när det bestämdes';
