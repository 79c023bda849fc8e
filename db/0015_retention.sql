-- Stripping is disposal of public records: it takes the controller's own decision, and is done by one function only.
alter table controller add column disposal_decision text;
alter table controller add column disposal_decision_date date;
alter table controller add column retention_months int check (retention_months between 0 and 240);
alter table controller add constraint controller_disposal_check
  check ((disposal_decision is null) = (disposal_decision_date is null) and (retention_months is null or disposal_decision is not null));
comment on column controller.disposal_decision is 'Gallringsbeslut: beteckning; utan beslut gallras inget';
comment on column controller.disposal_decision_date is 'Gallringsbeslut: datum';
comment on column controller.retention_months is 'Månader efter sista planerade uppföljning som ett deltagande bevaras; tomt = gallras inte av ålder';
grant select (disposal_decision, disposal_decision_date, retention_months) on controller to samlad_office, samlad_service, samlad_statistics;
grant update (disposal_decision, disposal_decision_date, retention_months) on controller to samlad_staff;

alter table participation add column locked_at timestamptz;
alter table participation add column locked_for text check (locked_for in ('withdrawal', 'objection', 'protectedIdentity'));
comment on column participation.locked_at is 'Ute ur alla tal i väntan på gallringsbeslut';
comment on column participation.locked_for is 'Varför det är låst: återkallat samtycke, invändning eller skyddad identitet';
grant update (locked_at, locked_for) on participation to samlad_staff;
create index participation_locked on participation (controller_id) where locked_at is not null;

create table disposal_run (
  controller_id uuid not null references controller,
  id uuid not null,
  ran_at timestamptz not null,
  ran_by text not null references app_user,
  decision text not null,
  retention_months int,
  counts jsonb not null,
  primary key (controller_id, id)
);
comment on table disposal_run is 'Kvitto på en gallring: antal per insats, aldrig vilka';
alter table disposal_run enable row level security;
alter table disposal_run force row level security;
create policy own_controller on disposal_run to samlad_staff using (controller_id = any ((select scope_controllers())::uuid[]));
create policy keeper on disposal_run to samlad_keeper using (true);
grant select, insert on disposal_run to samlad_staff;
grant select, insert, update, delete on disposal_run to samlad_keeper;

create function strip_participation(of_controller uuid, of_participation uuid, until_year int, at timestamptz, by_user text) returns void
  language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  place public.participation%rowtype;
  held public.participation_version%rowtype;
begin
  if not (of_controller = any (public.scope_controllers())) then raise insufficient_privilege; end if;
  if not exists (select from public.controller c where c.organisation_id = of_controller and c.disposal_decision is not null) then
    raise exception 'no disposal decision';
  end if;
  select * into strict place from public.participation p where p.controller_id = of_controller and p.id = of_participation for update;
  select * into strict held from public.participation_version v
    where v.controller_id = of_controller and v.participation_id = of_participation and v.current;
  if held.exit_reason is distinct from 'felregistrering' then
    insert into public.anonymous_count
      (controller_id, intervention_id, association_id, year, id, women, men, recorded_at, recorded_by, import_id)
    select of_controller, place.intervention_id, place.association_id, year, gen_random_uuid(),
      (held.sex = 'woman')::int, (held.sex = 'man')::int, at, by_user, null
    from generate_series(extract(year from held.entry_date)::int, least(coalesce(extract(year from held.exit_date)::int, until_year), until_year)) as year;
  end if;
  update public.import_row set participation_id = null where controller_id = of_controller and participation_id = of_participation;
  delete from public.contact where controller_id = of_controller and participation_id = of_participation;
  delete from public.fact where controller_id = of_controller and participation_id = of_participation;
  delete from public.participation_version where controller_id = of_controller and participation_id = of_participation;
  delete from public.participation where controller_id = of_controller and id = of_participation;
end $$;
comment on function strip_participation is 'Gallrar ett deltagande: allt om det tas bort, och det räknas i stället anonymt för varje år det pågick';
grant create on schema public to samlad_keeper;
alter function strip_participation(uuid, uuid, int, timestamptz, text) owner to samlad_keeper;
revoke create on schema public from samlad_keeper;
revoke execute on function strip_participation(uuid, uuid, int, timestamptz, text) from public;
grant execute on function strip_participation(uuid, uuid, int, timestamptz, text) to samlad_staff;
grant execute on function scope_controllers() to samlad_keeper;
