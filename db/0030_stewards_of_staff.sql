-- Nodes: all member
-- Whoever meets a closed door is told whom to ask; roles lie where requests of the controller do not reach.
create function stewards_of(of_controller uuid, of_day date) returns table (name text)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select distinct u.name from public.role_assignment r join public.app_user u on u.id = r.user_id
  where r.controller_id = of_controller and r.role = 'controllerAdmin' and of_controller = any ((select public.scope_controllers())::uuid[])
    and r.valid_from <= of_day and coalesce(r.valid_to, of_day) >= of_day and coalesce(u.employed_until, of_day) >= of_day
$$;
comment on function stewards_of is 'Vilka som är dataansvariga hos den egna arbetsgivaren, för personalen där';
grant execute on function scope_controllers() to samlad_keeper;
grant create on schema public to samlad_keeper;
alter function stewards_of(uuid, date) owner to samlad_keeper;
revoke create on schema public from samlad_keeper;
revoke execute on function stewards_of(uuid, date) from public;
grant execute on function stewards_of(uuid, date) to samlad_staff;
