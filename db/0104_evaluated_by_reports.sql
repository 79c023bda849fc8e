-- Nodes: all member
-- Where participants are, a frozen report on what became of them is an evaluation too.
create policy scope on outcome_report for select to samlad_scope using (true);
grant select on outcome_report to samlad_scope;
create or replace function intervention_proofs() returns table (intervention_id uuid, granted boolean, evaluated boolean)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select p.intervention_id, bool_or(p.granted), bool_or(p.evaluated) from (
    select g.intervention_id, true as granted, exists (
      select from public.grant_step s where s.association_id = g.association_id and s.grant_id = g.id and s.state = 'closed') as evaluated
    from public.intervention_grant g
    union all
    select r.intervention_id, false, true from public.outcome_report r) p
  where public.session_user_id() is not null
  group by p.intervention_id
$$;
