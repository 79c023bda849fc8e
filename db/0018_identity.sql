-- Nodes: all member
-- A controller opens registration of participations (tier T1) and of personal numbers (tier T2) itself, by decisions that stay.
-- Personal numbers lie in a table of their own, readable by a role of their own, encrypted with a key that the database never holds.
alter table controller
  add column special_basis text,
  add column register_law text,
  add column closed_at timestamptz,
  add column identity_legal_basis text,
  add column identity_decision_reference text,
  add column identity_decision_date date,
  add column identity_opened_at timestamptz,
  add constraint controller_identity_check check (
    (identity_opened_at is null) = (identity_legal_basis is null)
    and (identity_opened_at is null) = (identity_decision_reference is null)
    and (identity_opened_at is null) = (identity_decision_date is null)
    and (identity_opened_at is null or closed_at is null));
comment on column controller.legal_basis is 'Rättslig grund enligt artikel 6';
comment on column controller.special_basis is 'Undantag för känsliga uppgifter enligt artikel 9; null när det angavs ihop med artikel 6';
comment on column controller.register_law is 'Egen registerlag eller annan författning';
comment on column controller.decision_reference is 'Beslut om registrering: beteckning';
comment on column controller.decision_date is 'Beslut om registrering: datum';
comment on column controller.dpia_reference is 'Konsekvensbedömning: beteckning';
comment on column controller.processor_agreement is 'Personuppgiftsbiträdesavtal: beteckning';
comment on column controller.closed_at is 'När registreringen stängdes; null = öppen';
comment on column controller.identity_legal_basis is 'Rättslig grund för personnummer';
comment on column controller.identity_decision_reference is 'Beslut om personnummer: beteckning';
comment on column controller.identity_decision_date is 'Beslut om personnummer: datum';
comment on column controller.identity_opened_at is 'När personnummer öppnades (nivå T2); null = stängd';

-- Opening, changing and closing is the steward's alone, also against a caseworker who gets a statement in.
grant insert on controller to samlad_staff;
grant update (legal_basis, special_basis, register_law, decision_reference, decision_date, dpia_reference, processor_agreement, ground,
  opened_at, closed_at, identity_legal_basis, identity_decision_reference, identity_decision_date, identity_opened_at) on controller to samlad_staff;
create policy stewards_insert on controller as restrictive for insert to samlad_staff
  with check (organisation_id = any ((select scope_stewardships())::uuid[]));
create policy stewards_update on controller as restrictive for update to samlad_staff
  using (organisation_id = any ((select scope_stewardships())::uuid[]));

create table tier_decision (
  controller_id uuid not null references controller,
  id uuid not null,
  tier text not null check (tier in ('registration', 'identity')),
  act text not null check (act in ('opened', 'changed', 'closed')),
  decision_reference text not null,
  decision_date date not null,
  legal_basis text,
  special_basis text,
  register_law text,
  dpia_reference text,
  processor_agreement text,
  recorded_at timestamptz not null,
  recorded_by text references app_user,
  primary key (controller_id, id)
);
comment on table tier_decision is 'Beslut att öppna, ändra eller stänga registrering (T1) eller personnummer (T2); inget skrivs över';
comment on column tier_decision.controller_id is 'Personuppgiftsansvarig';
comment on column tier_decision.id is 'Internt id';
comment on column tier_decision.tier is 'Nivå: registrering eller personnummer';
comment on column tier_decision.act is 'Vad som gjordes: öppnade, ändrade eller stängde';
comment on column tier_decision.decision_reference is 'Beslutets beteckning';
comment on column tier_decision.decision_date is 'Beslutets datum';
comment on column tier_decision.legal_basis is 'Rättslig grund enligt artikel 6';
comment on column tier_decision.special_basis is 'Undantag för känsliga uppgifter enligt artikel 9';
comment on column tier_decision.register_law is 'Egen registerlag eller annan författning';
comment on column tier_decision.dpia_reference is 'Konsekvensbedömning: beteckning';
comment on column tier_decision.processor_agreement is 'Personuppgiftsbiträdesavtal: beteckning';
comment on column tier_decision.recorded_at is 'När det registrerades';
comment on column tier_decision.recorded_by is 'Vem som registrerade det';
insert into tier_decision (controller_id, id, tier, act, decision_reference, decision_date, legal_basis, dpia_reference, processor_agreement, recorded_at)
  select organisation_id, gen_random_uuid(), 'registration', 'opened', decision_reference, decision_date, legal_basis, dpia_reference,
    processor_agreement, opened_at from controller;
alter table tier_decision enable row level security;
alter table tier_decision force row level security;
create policy stewards on tier_decision to samlad_staff using (controller_id = any ((select scope_stewardships())::uuid[]));
create policy keeper on tier_decision to samlad_keeper using (true);
grant select, insert on tier_decision to samlad_staff;
grant select, insert, update, delete on tier_decision to samlad_keeper;

-- While registration is closed no participation comes in, whoever forgets to ask.
create policy registration_open on participation as restrictive for insert to samlad_staff
  with check (controller_id in (select c.organisation_id from controller c where c.closed_at is null));

-- The log and the decisions are shown to a steward on the dates of the role, as the records are.
grant create on schema public to samlad_scope;
create or replace function scope_stewardships() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare
  who text := public.session_user_id();
begin
  return (
    select coalesce(array_agg(distinct r.controller_id), '{}') from public.role_assignment r
    where r.user_id = who and r.role = 'controllerAdmin' and r.controller_id is not null
      and (now() at time zone 'Europe/Stockholm')::date between r.valid_from and coalesce(r.valid_to, 'infinity'::date));
end $$;
revoke create on schema public from samlad_scope;

-- Who may touch personal numbers: a role that can do what staff can, and this besides. No other role has a column of it but staff,
-- who see that one is stored.
do $$
begin
  begin
    create role samlad_identity nologin nobypassrls;
  exception when duplicate_object then null;
  end;
  if not pg_has_role('samlad_identity', 'samlad_staff', 'member') then
    grant samlad_staff to samlad_identity;
  end if;
  if not pg_has_role(current_user, 'samlad_identity', 'member') then
    grant samlad_identity to current_user;
  end if;
end $$;
grant usage on schema public to samlad_identity;

create table identity (
  controller_id uuid not null,
  participation_id uuid not null,
  key_id text not null,
  nonce bytea not null check (octet_length(nonce) = 12),
  ciphertext bytea not null,
  lookup bytea not null check (octet_length(lookup) = 32),
  recorded_at timestamptz not null,
  recorded_by text not null references app_user,
  primary key (controller_id, participation_id),
  constraint identity_participation foreign key (controller_id, participation_id) references participation on delete cascade
);
comment on table identity is 'Personnummer eller samordningsnummer (nivå T2), krypterat med den personuppgiftsansvariges egen nyckel';
comment on column identity.controller_id is 'Personuppgiftsansvarig';
comment on column identity.participation_id is 'Deltagandet som numret hör till; numret går när deltagandet går';
comment on column identity.key_id is 'Vilken nyckel det är krypterat med; nyckeln finns inte i databasen';
comment on column identity.nonce is 'Slumptal för krypteringen';
comment on column identity.ciphertext is 'Numret, AES-256-GCM, bundet till personuppgiftsansvarig, deltagande och nyckel';
comment on column identity.lookup is 'HMAC av numret under en nyckel som räknas fram ur den personuppgiftsansvariges, för att hitta det igen';
comment on column identity.recorded_at is 'När det registrerades';
comment on column identity.recorded_by is 'Vem som registrerade det';
create index identity_lookup on identity (controller_id, lookup);
create index identity_key on identity (controller_id, key_id);
alter table identity enable row level security;
alter table identity force row level security;
-- To whoever is staff, and so to samlad_identity too.
create policy own_controller on identity to samlad_staff using (controller_id = any ((select scope_controllers())::uuid[]));
create policy identity_open on identity as restrictive for insert to samlad_staff
  with check (controller_id in (select c.organisation_id from controller c where c.identity_opened_at is not null));
grant select, insert, update, delete on identity to samlad_identity;
grant select (controller_id, participation_id, recorded_at) on identity to samlad_staff;

create table identity_rotation (
  controller_id uuid not null references controller,
  id uuid not null,
  to_key text not null,
  rewritten int not null,
  started_at timestamptz not null,
  started_by text not null references app_user,
  finished_at timestamptz,
  primary key (controller_id, id)
);
comment on table identity_rotation is 'Byte av nyckel för personnummer, med kvitto';
comment on column identity_rotation.controller_id is 'Personuppgiftsansvarig';
comment on column identity_rotation.id is 'Internt id';
comment on column identity_rotation.to_key is 'Den nya nyckelns beteckning';
comment on column identity_rotation.rewritten is 'Antal nummer som har krypterats om';
comment on column identity_rotation.started_at is 'När bytet började';
comment on column identity_rotation.started_by is 'Vem som började det';
comment on column identity_rotation.finished_at is 'När inget nummer var kvar på en äldre nyckel; null = avbrutet eller på gång';
create unique index identity_rotation_running on identity_rotation (controller_id, to_key) where finished_at is null;
alter table identity_rotation enable row level security;
alter table identity_rotation force row level security;
create policy stewards on identity_rotation to samlad_staff using (controller_id = any ((select scope_stewardships())::uuid[]));
grant select on identity_rotation to samlad_staff;
grant insert, update on identity_rotation to samlad_identity;

-- The steward's own export names the staff, whose roles lie where requests of the controller do not reach.
create function staff_of(of_controller uuid)
  returns table (user_id text, name text, employed_until date, role text, intervention_id uuid, valid_from date, valid_to date, reviewed_on date)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select u.id, u.name, u.employed_until, r.role, r.intervention_id, r.valid_from, r.valid_to, r.reviewed_on
  from public.role_assignment r join public.app_user u on u.id = r.user_id
  where r.controller_id = of_controller and of_controller = any ((select public.scope_stewardships())::uuid[])
$$;
comment on function staff_of is 'Personalen hos en personuppgiftsansvarig och deras roller, för den som är dataansvarig där';
grant execute on function scope_stewardships() to samlad_keeper;
grant create on schema public to samlad_keeper;
alter function staff_of(uuid) owner to samlad_keeper;
revoke create on schema public from samlad_keeper;
revoke execute on function staff_of(uuid) from public;
grant execute on function staff_of(uuid) to samlad_staff;

-- An export reads everything: it stands among the readings of each participation that was there, without naming them one by one.
create index audit_event_exports on audit_event (controller_id, at) where endpoint = 'makeExport' and kind = 'personRead';
grant select (controller_id, participation_id, version, recorded_at) on participation_version to samlad_auditor;
create policy auditor on participation_version for select to samlad_auditor using (true);
grant create on schema public to samlad_auditor;
create or replace function audit_of_participation(of_controller uuid, of_participation uuid)
  returns table (at timestamptz, user_id text, endpoint text, kind text, status int)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select e.at, e.user_id, e.endpoint, e.kind, e.status from (
    select * from public.audit_event a where a.records @> array[of_participation]
    union all
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
