-- Nodes: all member
-- The extract for a participant tells also of the list that wrote the participation, and of everybody who fetched its codes: those events
-- name the list, not its thousands of participations.
grant select (controller_id, import_id, participation_id) on import_row to samlad_auditor;
create policy auditor on import_row for select to samlad_auditor using (true);
create index audit_event_subject on audit_event (controller_id, subject) where subject is not null;
grant create on schema public to samlad_auditor;
create or replace function audit_of_participation(of_controller uuid, of_participation uuid)
  returns table (at timestamptz, user_id text, endpoint text, kind text, status int)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select e.at, e.user_id, e.endpoint, e.kind, e.status from (
    select * from public.audit_event a where a.records @> array[of_participation]
    union
    select a.* from public.audit_event a where a.controller_id = of_controller and a.subject in (
      select r.import_id::text from public.import_row r
      where r.controller_id = of_controller and r.participation_id = of_participation)
    union
    select a.* from public.audit_event a where a.endpoint = 'makeExport' and a.kind = 'personRead' and a.at >= (
      select v.recorded_at from public.participation_version v
      where v.controller_id = of_controller and v.participation_id = of_participation and v.version = 1)
  ) e
  where e.controller_id = of_controller
    and of_controller = any ((select public.scope_controllers())::uuid[])
    and exists (select from public.participation p where p.controller_id = of_controller and p.id = of_participation)
  order by e.at, e.seq
$$;
revoke create on schema public from samlad_auditor;
