-- When the money that is out last changed, for open data: an approval or its taking back, or a row of a year that is approved. Nothing of what it says.
create function approved_money_changed() returns timestamptz
  language sql stable security definer set search_path = pg_catalog, public as $$
  select max(changed.at) from (
    select max(s.recorded_at) as at from public.reporting_step s where s.month = 12
    union all
    select max(c.recorded_at) from public.contribution_entry c
      join public.approved_years() y on y.association_id = c.association_id and y.year = c.year
    union all
    select max(e.recorded_at) from public.association_economy e
      join public.approved_years() y on y.association_id = e.association_id and y.year = e.year) changed
$$;
comment on function approved_money_changed is 'När pengarna som alla får se senast ändrades';
grant create on schema public to samlad_scope;
alter function approved_money_changed() owner to samlad_scope;
revoke create on schema public from samlad_scope;
revoke execute on function approved_money_changed() from public;
grant execute on function approved_money_changed() to samlad_office;
