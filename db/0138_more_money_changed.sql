-- The budget of administration is told of approved years too, and is not locked by the approval; and a contribution that is moved to another year, or from there, changes the year that it leaves. Neither was told as a change.
create or replace function approved_money_changed() returns timestamptz
  language sql stable security definer set search_path = pg_catalog, public as $$
  select max(changed.at) from (
    select max(s.recorded_at) as at from public.reporting_step s where s.month = 12
    union all
    select max(c.recorded_at) from public.contribution_entry c where exists (
      select from public.contribution_entry o
        join public.approved_years() y on y.association_id = o.association_id and y.year = o.year
      where o.association_id = c.association_id and o.id = c.id and o.version between c.version - 1 and c.version)
    union all
    select max(e.recorded_at) from public.association_economy e
      join public.approved_years() y on y.association_id = e.association_id and y.year = e.year
    union all
    select max(b.recorded_at) from public.administration_budget b
      join public.approved_years() y on y.association_id = b.association_id and y.year = b.year) changed
$$;
