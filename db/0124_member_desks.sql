-- What a member does itself: it answers applications, begins some, and asks for what its interventions have been granted. The second wall, as a role of its own, which has no
-- right to anything about participants: whoever acts for a member sees
-- what has been submitted to the associations of that member and what it has begun itself, and the grants of interventions that it owns; it writes its own answers, drafts and
-- drawdowns and nothing else.
do $$
begin
  begin
    create role samlad_member nologin nobypassrls;
  exception when duplicate_object then null;
  end;
  if not pg_has_role(current_user, 'samlad_member', 'member') then
    grant samlad_member to current_user;
  end if;
end $$;
grant usage on schema public to samlad_member;
grant select on association, organisation, membership, intervention, intervention_association to samlad_member;
grant select (id, name) on app_user to samlad_member;
do $$
declare written regprocedure;
begin
  for written in select p.oid::regprocedure from pg_proc p where p.proname = 'append_audit' loop
    execute format('grant execute on function %s to samlad_member', written);
  end loop;
end $$;

grant create on schema public to samlad_scope;
grant select on membership, application_step, intervention, organisation to samlad_scope;
create policy scope on application_step for select to samlad_scope using (true);

create function scope_members() returns uuid[] language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(array_agg(distinct r.controller_id), '{}') from public.role_assignment r
  where r.user_id = public.session_user_id() and r.role = 'memberEditor' and r.controller_id is not null
    and (now() at time zone 'Europe/Stockholm')::date between r.valid_from and coalesce(r.valid_to, 'infinity'::date)
$$;
comment on function scope_members is 'Medlemmarna som den som frågar svarar för';

create function scope_member_associations() returns uuid[] language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(array_agg(distinct m.association_id), '{}') from public.membership m
  where m.organisation_id = any (public.scope_members()) and m.valid_to is null
$$;
comment on function scope_member_associations is 'Förbunden som de medlemmarna ingår i';

create function application_was_submitted(of_association uuid, of_application uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public as $$
  select exists (select from public.application_step s
    where s.association_id = of_association and s.application_id = of_application and s.act = 'submit')
$$;
comment on function application_was_submitted is 'Om en ansökan har lämnats in, nu eller tidigare';

alter function scope_members() owner to samlad_scope;
alter function scope_member_associations() owner to samlad_scope;
alter function application_was_submitted(uuid, uuid) owner to samlad_scope;
revoke create on schema public from samlad_scope;
revoke execute on function scope_members(), scope_member_associations(), application_was_submitted(uuid, uuid) from public;
grant execute on function scope_members(), scope_member_associations(), application_was_submitted(uuid, uuid), session_user_id() to samlad_member, samlad_scope;

create policy read_by_member on application for select to samlad_member
  using (association_id = any ((select scope_member_associations())::uuid[])
    and (recorded_by = (select session_user_id()) or application_was_submitted(association_id, id)));
create policy begun_by_member on application for insert to samlad_member
  with check (association_id = any ((select scope_member_associations())::uuid[]) and recorded_by = (select session_user_id()));

do $$
declare name text;
begin
  foreach name in array array['application_version', 'application_answer', 'application_finding', 'application_step', 'application_comment',
    'application_document'] loop
    execute format('create policy read_by_member on %I for select to samlad_member using (exists (select from application a
      where a.association_id = %I.association_id and a.id = %I.application_id))', name, name, name);
  end loop;
end $$;

-- Only what one has begun oneself is changed, and only its first step is a member's.
create policy written_by_member on application_version for insert to samlad_member
  with check (recorded_by = (select session_user_id()) and exists (select from application a where a.association_id = application_version.association_id
    and a.id = application_version.application_id and a.recorded_by = (select session_user_id())));
create policy begun_by_member on application_step for insert to samlad_member
  with check (act = 'begin' and recorded_by = (select session_user_id()) and exists (select from application a
    where a.association_id = application_step.association_id and a.id = application_step.application_id and a.recorded_by = (select session_user_id())));
-- Nobody answers for another member.
create policy answered_by_member on application_answer for insert to samlad_member
  with check (organisation_id = any ((select scope_members())::uuid[]) and recorded_by = (select session_user_id()) and exists (select from application a
    where a.association_id = application_answer.association_id and a.id = application_answer.application_id));
create policy read_by_member on document for select to samlad_member
  using (exists (select from application_document d where d.association_id = document.association_id and d.document_id = document.id));

create policy read_by_owner on intervention_grant for select to samlad_member
  using (exists (select from intervention i where i.id = intervention_grant.intervention_id and i.owner_id = any ((select scope_members())::uuid[])));
create policy read_by_owner on grant_step for select to samlad_member
  using (exists (select from intervention_grant g where g.association_id = grant_step.association_id and g.id = grant_step.grant_id));
create policy read_by_owner on drawdown for select to samlad_member
  using (exists (select from intervention_grant g where g.association_id = drawdown.association_id and g.id = drawdown.grant_id));
create policy sent_by_owner on drawdown for insert to samlad_member
  with check (recorded_by = (select session_user_id())
    and exists (select from intervention_grant g where g.association_id = drawdown.association_id and g.id = drawdown.grant_id));
create policy read_by_owner on drawdown_step for select to samlad_member
  using (exists (select from drawdown d where d.association_id = drawdown_step.association_id and d.id = drawdown_step.drawdown_id));
create policy sent_by_owner on drawdown_step for insert to samlad_member
  with check (act = 'send' and recorded_by = (select session_user_id()) and exists (select from drawdown d
    where d.association_id = drawdown_step.association_id and d.id = drawdown_step.drawdown_id and d.recorded_by = (select session_user_id())));

grant select on application, application_version, application_answer, application_finding, application_step, application_comment,
  application_document, document, intervention_grant, grant_step, drawdown, drawdown_step to samlad_member;
grant insert on application, application_version, application_answer, application_step, drawdown, drawdown_step to samlad_member;
