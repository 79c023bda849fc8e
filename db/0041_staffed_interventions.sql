-- Nodes: all member
-- Whoever answers for the records has to know which interventions nobody follows up any longer; roles lie where requests of the controller
-- do not reach. Which interventions have somebody is told to the controller's own steward alone, and not who it is.
create function staffed_interventions(of_controller uuid, of_day date) returns table (intervention_id uuid)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select i.id from public.intervention i
  where of_controller = any ((select public.scope_stewardships())::uuid[]) and exists (
    select from public.role_assignment r join public.app_user u on u.id = r.user_id
    where r.controller_id = of_controller and r.role = 'caseworker' and (r.intervention_id is null or r.intervention_id = i.id)
      and r.valid_from <= of_day and coalesce(r.valid_to, of_day) >= of_day and coalesce(u.employed_until, of_day) >= of_day)
$$;
comment on function staffed_interventions is 'I vilka insatser någon deltagaransvarig finns en dag, för dataansvariga hos den egna arbetsgivaren';
grant create on schema public to samlad_keeper;
alter function staffed_interventions(uuid, date) owner to samlad_keeper;
revoke create on schema public from samlad_keeper;
revoke execute on function staffed_interventions(uuid, date) from public;
grant execute on function staffed_interventions(uuid, date) to samlad_staff;
