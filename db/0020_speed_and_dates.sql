-- Lists of participations are read from one index, and the planner knows that an intervention's participations have one controller or few.
create index participation_version_list on participation_version (controller_id, exit_date, entry_date)
  include (participation_id, exit_reason, ground) where current;
drop index participation_version_entry;
create statistics participation_place (dependencies, ndistinct) on controller_id, intervention_id from participation;

-- Which list a participation came by: for the log, and for disposal.
create index import_row_participation on import_row (controller_id, participation_id) where participation_id is not null;

-- Every policy asks who is asking. PL/pgSQL keeps its plans, where a function in SQL is planned at every call: a third of the time. The log
-- is open for as long as the role that opens it, as records are.
create index session_previous on session (previous_hash) where previous_hash is not null;

create or replace function session_user_id() returns text language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare
  hash text := encode(sha256(convert_to(coalesce(current_setting('samlad.session', true), ''), 'UTF8')), 'hex');
begin
  return (
    select s.user_id from public.session s join public.app_user u on u.id = s.user_id
    where (s.token_hash = hash or s.previous_hash = hash)
      and (u.employed_until is null or u.employed_until >= (now() at time zone 'Europe/Stockholm')::date));
end $$;

create or replace function scope_controllers() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare
  who text := public.session_user_id();
begin
  return (
    select coalesce(array_agg(distinct r.controller_id), '{}') from public.role_assignment r
    where r.user_id = who and r.role in ('caseworker', 'controllerAdmin') and r.controller_id is not null
      and (now() at time zone 'Europe/Stockholm')::date between r.valid_from and coalesce(r.valid_to, 'infinity'::date));
end $$;

create or replace function scope_associations() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare
  who text := public.session_user_id();
begin
  return (
    select coalesce(array_agg(distinct r.association_id), '{}') from public.role_assignment r
    where r.user_id = who and r.association_id is not null
      and (now() at time zone 'Europe/Stockholm')::date between r.valid_from and coalesce(r.valid_to, 'infinity'::date));
end $$;

create or replace function scope_stewardships() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare
  who text := public.session_user_id();
begin
  return (
    select coalesce(array_agg(distinct r.controller_id), '{}') from public.role_assignment r
    where r.user_id = who and r.role = 'controllerAdmin' and r.controller_id is not null
      and (now() at time zone 'Europe/Stockholm')::date between r.valid_from and coalesce(r.valid_to, 'infinity'::date));
end $$;

create or replace function scope_whole_log() returns boolean language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare
  who text := public.session_user_id();
begin
  return exists (
    select from public.role_assignment r where r.user_id = who and r.role = 'systemAdministrator'
      and (now() at time zone 'Europe/Stockholm')::date between r.valid_from and coalesce(r.valid_to, 'infinity'::date));
end $$;
