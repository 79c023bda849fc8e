-- Money with a purpose of its own (a targeted commission, extra state money) is kept apart from what the parties match.
alter table contribution_entry add column earmark text not null default '';
comment on column contribution_entry.earmark is 'Vad öronmärkta pengar är till; tomt för bidrag som parterna matchar (5 §)';

create or replace function approved_contributions()
  returns table (association_id uuid, year int, organisation_id uuid, step text, amount_ore bigint, dated date, recorded_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select e.association_id, e.year, e.organisation_id, e.step, e.amount_ore, e.dated, e.recorded_at
  from (
    select distinct on (c.association_id, c.id) c.* from public.contribution_entry c order by c.association_id, c.id, c.version desc) e
  join public.approved_years() y on y.association_id = e.association_id and y.year = e.year
  where not e.withdrawn and e.earmark = ''
$$;

-- A scenario may be that two associations are one, and says how a lower level falls on the planned interventions.
alter table contribution_scenario add column partner_id uuid references association;
alter table contribution_scenario add column rule text not null default 'alike' check (rule in ('alike', 'newestFirst'));
alter table contribution_scenario add check (partner_id <> association_id);
comment on column contribution_scenario.partner_id is 'Förbundet som det tänks gå ihop med';
comment on column contribution_scenario.rule is 'Hur en lägre nivå faller på planerade insatser: lika stor del av var och en, eller de senast startade först';

-- What associations plan for each intervention, for everybody: of years that the association itself has approved.
create function approved_plans() returns table (association_id uuid, year int, intervention_id uuid, budget_ore bigint, actual_ore bigint)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select i.association_id, i.year, i.intervention_id, i.budget_ore, i.actual_ore
  from public.intervention_year i join public.approved_years() y on y.association_id = i.association_id and y.year = i.year
  where i.budget_ore is not null or i.actual_ore is not null
$$;
comment on function approved_plans is 'Budget och utfall per insats, av år som förbundet har godkänt';
grant create on schema public to samlad_scope;
alter function approved_plans() owner to samlad_scope;
revoke create on schema public from samlad_scope;
revoke execute on function approved_plans() from public;
grant execute on function approved_plans() to samlad_office;
