-- What associations spent on their interventions, for everybody: of years that the association itself has approved.
grant select on reporting_step to samlad_scope;
create policy scope on reporting_step for select to samlad_scope using (true);

create function approved_money() returns table (association_id uuid, year int, budget_ore bigint, actual_ore bigint, interventions int)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select y.association_id, y.year, sum(y.budget_ore)::bigint, sum(y.actual_ore)::bigint, count(y.actual_ore)::int
  from public.intervention_year y
  where exists (
    select from (
      select s.act from public.reporting_step s
      where s.association_id = y.association_id and s.year = y.year and s.month = 12 order by s.step desc limit 1) last
    where last.act = 'approved')
  group by y.association_id, y.year
  having count(y.actual_ore) > 0
$$;
comment on function approved_money is 'Förbundens egna pengar till insatser per år, av år som förbundet har godkänt';
grant create on schema public to samlad_scope;
alter function approved_money() owner to samlad_scope;
revoke create on schema public from samlad_scope;
revoke execute on function approved_money() from public;
grant execute on function approved_money() to samlad_office;
