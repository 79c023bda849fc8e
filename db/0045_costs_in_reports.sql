-- Cost types and financing of interventions are read by reports, like the yearly totals: money, nothing about persons.

grant select on intervention_cost, intervention_financing to samlad_statistics;
create policy statistics on intervention_cost for select to samlad_statistics using (true);
create policy statistics on intervention_financing for select to samlad_statistics using (true);
