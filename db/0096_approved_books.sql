-- What members have agreed, decided and paid, and what administration cost, for everybody: of years that the association itself has approved. Contributions of
-- public bodies are public; why a row was corrected and who wrote it stay with the office.
grant select on contribution_entry, association_economy, administration_budget to samlad_scope;
create policy scope on contribution_entry for select to samlad_scope using (true);
create policy scope on association_economy for select to samlad_scope using (true);
create policy scope on administration_budget for select to samlad_scope using (true);

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
  -- A budget by kind of cost goes before a sum that was entered.
  select y.association_id, y.year, e.opening_equity_ore, coalesce(b.budget_ore, e.administration_budget_ore), e.administration_actual_ore
  from public.approved_years() y
  left join (
    select distinct on (x.association_id, x.year) x.* from public.association_economy x
    order by x.association_id, x.year, x.version desc) e on e.association_id = y.association_id and e.year = y.year
  left join (
    select distinct on (l.association_id, l.year) l.association_id, l.year,
      (select sum((line ->> 'budgetOre')::bigint)::bigint from jsonb_array_elements(l.lines) line) as budget_ore
    from public.administration_budget l order by l.association_id, l.year, l.version desc) b
    on b.association_id = y.association_id and b.year = y.year
  where e.year is not null or b.year is not null
$$;
comment on function approved_economy is 'Eget kapital och administration, av år som förbundet har godkänt';

grant create on schema public to samlad_scope;
alter function approved_years() owner to samlad_scope;
alter function approved_contributions() owner to samlad_scope;
alter function approved_economy() owner to samlad_scope;
revoke create on schema public from samlad_scope;
revoke execute on function approved_years(), approved_contributions(), approved_economy() from public;
grant execute on function approved_years(), approved_contributions(), approved_economy() to samlad_office, samlad_statistics;
