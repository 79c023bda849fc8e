-- Whoever leads an intervention answers for it as the owner's. When another member has taken it over, a role that the former owner gave answers for it no longer.
create or replace function answers_for_intervention(of_intervention uuid) returns boolean
  language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare
  who text := public.session_user_id();
begin
  return exists (
    select from public.role_assignment r
    where r.user_id = who
      and (now() at time zone 'Europe/Stockholm')::date between r.valid_from and coalesce(r.valid_to, 'infinity'::date)
      and ((r.role = 'associationAdmin' and exists (
          select from public.intervention_association a where a.intervention_id = of_intervention and a.association_id = r.association_id))
        or (r.role = 'interventionLead' and (r.intervention_id is null or r.intervention_id = of_intervention) and exists (
          select from public.intervention i where i.id = of_intervention and i.owner_id = r.controller_id))));
end $$;

create or replace function may_read_fidelity_texts(of_association uuid) returns boolean
  language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare
  who text := public.session_user_id();
begin
  return exists (
    select from public.role_assignment r
    where r.user_id = who
      and (now() at time zone 'Europe/Stockholm')::date between r.valid_from and coalesce(r.valid_to, 'infinity'::date)
      and ((r.role = 'associationAdmin' and r.association_id = of_association)
        or (r.role = 'interventionLead' and exists (
          select from public.intervention_association a join public.intervention i on i.id = a.intervention_id
          where a.association_id = of_association and i.owner_id = r.controller_id
            and (r.intervention_id is null or r.intervention_id = i.id)))));
end $$;
