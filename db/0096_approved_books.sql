-- What members have agreed, decided and paid, and what administration cost, for everybody: of years that the association itself has approved. Contributions of
-- public bodies are public; why a row was corrected and who wrote it stay with the office.
grant select on contribution_entry, association_economy to samlad_scope;
create policy scope on contribution_entry for select to samlad_scope using (true);
create policy scope on association_economy for select to samlad_scope using (true);

create function approved_years() returns table (association_id uuid, year int)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select last.association_id, last.year from (
    select distinct on (s.association_id, s.year) s.association_id, s.year, s.act
    from public.reporting_step s where s.month = 12 order by s.association_id, s.year, s.step desc) last
  where last.act = 'approved'
$$;
comment on function approved_years is 'Hela år som förbund har godkänt';

create function approved_contributions()
  returns table (association_id uuid, year int, organisation_id uuid, step text, amount_ore bigint, dated date, recorded_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select e.association_id, e.year, e.organisation_id, e.step, e.amount_ore, e.dated, e.recorded_at
  from (
    select distinct on (c.association_id, c.id) c.* from public.contribution_entry c order by c.association_id, c.id, c.version desc) e
  join public.approved_years() y on y.association_id = e.association_id and y.year = e.year
  where not e.withdrawn
$$;
comment on function approved_contributions is 'Medlemsbidrag som gäller, av år som förbundet har godkänt';

create function approved_economy()
  returns table (association_id uuid, year int, opening_equity_ore bigint, administration_budget_ore bigint, administration_actual_ore bigint)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select distinct on (e.association_id, e.year)
    e.association_id, e.year, e.opening_equity_ore, e.administration_budget_ore, e.administration_actual_ore
  from public.association_economy e
  join public.approved_years() y on y.association_id = e.association_id and y.year = e.year
  order by e.association_id, e.year, e.version desc
$$;
comment on function approved_economy is 'Eget kapital och administration, av år som förbundet har godkänt';

grant create on schema public to samlad_scope;
alter function approved_years() owner to samlad_scope;
alter function approved_contributions() owner to samlad_scope;
alter function approved_economy() owner to samlad_scope;
revoke create on schema public from samlad_scope;
revoke execute on function approved_years(), approved_contributions(), approved_economy() from public;
grant execute on function approved_years(), approved_contributions(), approved_economy() to samlad_office, samlad_statistics;
