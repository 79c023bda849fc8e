-- The second wall. Requests run as roles that own nothing: office (associations, nation, public), staff (controllers), service (sign-in
-- and log), statistics (facts without codes). What a request may see of persons and of associations' books is decided by row-level
-- security from the session's secret alone: a role can be taken, a secret cannot be guessed.
do $$
declare role_name text;
begin
  foreach role_name in array array['samlad_office', 'samlad_staff', 'samlad_service', 'samlad_statistics', 'samlad_keeper', 'samlad_scope'] loop
    begin
      execute format('create role %I nologin nobypassrls', role_name);
    exception when duplicate_object then null;
    end;
    if not pg_has_role(current_user, role_name, 'member') then
      execute format('grant %I to current_user', role_name);
    end if;
  end loop;
end $$;

revoke all on all tables in schema public from public;
revoke create on schema public from public;
grant usage on schema public to samlad_office, samlad_staff, samlad_service, samlad_statistics, samlad_keeper, samlad_scope;

-- Registers, open to all.
grant select on region, municipality, association, association_municipality, organisation, membership, intervention,
  intervention_association, method, catalogue_example, data_version, share_proposal, share_proposal_part
  to samlad_office, samlad_staff, samlad_service, samlad_statistics;
grant select (organisation_id, legal_basis, decision_reference, decision_date, dpia_reference, processor_agreement, ground, opened_at)
  on controller to samlad_office, samlad_service, samlad_statistics;

-- What the office of an association changes.
grant insert, update on association_municipality, intervention, intervention_association, share_proposal, share_proposal_part to samlad_office;
grant select, insert, update, delete on intervention_year, intervention_cost, intervention_financing, head_count, historic_figure to samlad_office;

-- What the staff of a controller works with.
grant select on controller to samlad_staff;
grant select, insert on participation, anonymous_count, import_row to samlad_staff;
-- A lock for a change takes the right to change one column.
grant update (reference_hmac) on participation to samlad_staff;
grant select, insert, update on participation_version, contact to samlad_staff;
grant select, insert, delete on fact to samlad_staff;
grant select, insert, update, delete on import, import_chunk, import_mapping to samlad_staff;
grant update on data_version to samlad_staff;
grant select (id, name) on app_user to samlad_staff, samlad_office;
grant insert on audit_event to samlad_staff, samlad_office, samlad_service;

-- Sign-in, sessions, log.
grant select, insert, update, delete on app_user, role_assignment, session, set_up_link to samlad_service;

-- Facts and what figures need beside them: no codes, no consent, nothing finer than the month.
grant select on fact, intervention_year, head_count to samlad_statistics;
grant select (controller_id, intervention_id, association_id, year, women, men) on anonymous_count to samlad_statistics;
grant select (controller_id, recorded_at) on participation_version to samlad_statistics;

-- Filling a new database and keeping house.
grant select, insert, update, delete on all tables in schema public to samlad_keeper;

create function session_user_id() returns text language sql stable security definer set search_path = pg_catalog, public as $$
  select s.user_id from public.session s
  where s.token_hash = encode(sha256(convert_to(coalesce(current_setting('samlad.session', true), ''), 'UTF8')), 'hex')
$$;
comment on function session_user_id is 'Vem som frågar, enligt sessionens hemlighet; null när hemligheten är okänd';

create function scope_controllers() returns uuid[] language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(array_agg(distinct r.controller_id), '{}') from public.role_assignment r
  where r.user_id = public.session_user_id() and r.role in ('caseworker', 'controllerAdmin') and r.controller_id is not null
$$;
comment on function scope_controllers is 'De personuppgiftsansvariga vars uppgifter den som frågar får se';

create function scope_associations() returns uuid[] language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(array_agg(distinct r.association_id), '{}') from public.role_assignment r
  where r.user_id = public.session_user_id() and r.association_id is not null
$$;
comment on function scope_associations is 'De förbund vars böcker den som frågar får se';

create function intervention_has_reports(of_intervention uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public as $$
  select exists (select from public.intervention_year y where y.intervention_id = of_intervention)
    or exists (select from public.head_count h where h.intervention_id = of_intervention)
$$;
comment on function intervention_has_reports is 'Om något förbund har angett antal eller pengar för insatsen';

grant select on session, role_assignment, intervention_year, head_count to samlad_scope;
grant create on schema public to samlad_scope;
alter function session_user_id() owner to samlad_scope;
alter function scope_controllers() owner to samlad_scope;
alter function scope_associations() owner to samlad_scope;
alter function intervention_has_reports(uuid) owner to samlad_scope;
revoke create on schema public from samlad_scope;
revoke execute on all functions in schema public from public;
grant execute on function session_user_id(), scope_controllers(), scope_associations(), intervention_has_reports(uuid)
  to samlad_office, samlad_staff, samlad_scope;

do $$
declare name text;
begin
  foreach name in array array['participation', 'participation_version', 'contact', 'anonymous_count', 'import', 'import_chunk',
    'import_row', 'import_mapping', 'fact'] loop
    execute format('alter table %I enable row level security; alter table %I force row level security', name, name);
    execute format('create policy own_controller on %I to samlad_staff
      using (controller_id = any ((select scope_controllers())::uuid[]))', name);
    execute format('create policy keeper on %I to samlad_keeper using (true)', name);
  end loop;
  foreach name in array array['fact', 'anonymous_count', 'participation_version'] loop
    execute format('create policy statistics on %I for select to samlad_statistics using (true)', name);
  end loop;
  foreach name in array array['intervention_year', 'intervention_cost', 'intervention_financing', 'head_count', 'historic_figure'] loop
    execute format('alter table %I enable row level security; alter table %I force row level security', name, name);
    execute format('create policy own_association on %I to samlad_office
      using (association_id = any ((select scope_associations())::uuid[]))', name);
    execute format('create policy keeper on %I to samlad_keeper using (true)', name);
  end loop;
  foreach name in array array['intervention_year', 'head_count'] loop
    execute format('create policy statistics on %I for select to samlad_statistics using (true)', name);
    execute format('create policy scope on %I for select to samlad_scope using (true)', name);
  end loop;
end $$;

-- A controller's key for references is the controller's own.
alter table controller enable row level security;
alter table controller force row level security;
create policy own_controller on controller to samlad_staff using (organisation_id = any ((select scope_controllers())::uuid[]));
create policy others on controller for select to samlad_office, samlad_service, samlad_statistics using (true);
create policy keeper on controller to samlad_keeper using (true);
