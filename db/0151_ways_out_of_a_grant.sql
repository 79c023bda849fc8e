-- What has been granted or agreed may come to nothing, with the reason, and an intervention that could not be registered as the application says is registered by hand: the
-- application has started then, without an intervention of its own.
do $$
declare name text;
begin
  select conname into strict name from pg_constraint
  where conrelid = 'application_step'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%recommendReject%';
  execute format('alter table application_step drop constraint %I', name);
end $$;
alter table application_step add check ((act, coalesce(was, ''), state) in (
  ('begin', '', 'draft'), ('submit', 'draft', 'submitted'), ('withdraw', 'draft', 'withdrawn'),
  ('completeMore', 'submitted', 'draft'), ('recommendGrant', 'submitted', 'recommended'), ('recommendReject', 'submitted', 'recommended'),
  ('grant', 'recommended', 'granted'), ('reject', 'recommended', 'rejected'), ('completeMore', 'recommended', 'draft'),
  ('resubmit', 'rejected', 'draft'), ('agree', 'granted', 'agreed'), ('start', 'agreed', 'started'),
  ('withdraw', 'granted', 'withdrawn'), ('withdraw', 'agreed', 'withdrawn'), ('startByHand', 'agreed', 'started')));
