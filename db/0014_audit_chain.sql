-- The log becomes chains: one per controller, one per association, one for the rest. Every row carries its number in the chain, the hash of
-- the row before, and a hash over both and all it says; docs/decisions/0013-audit-chain.md gives the text that is hashed. Requests may no
-- longer write rows: they call append_audit, which belongs to a role that no request can be.
do $$
begin
  begin
    create role samlad_auditor nologin nobypassrls;
  exception when duplicate_object then null;
  end;
  if not pg_has_role(current_user, 'samlad_auditor', 'member') then
    grant samlad_auditor to current_user;
  end if;
end $$;

alter table audit_event add column chain text, add column seq bigint, add column previous_hash bytea, add column hash bytea;
comment on column audit_event.chain is 'Kedjan som raden står i: controller: eller association: följt av id, annars rest';
comment on column audit_event.seq is 'Radens nummer i kedjan, från 1 utan luckor';
comment on column audit_event.previous_hash is 'Hashvärdet för raden före; 32 nollor för den första';
comment on column audit_event.hash is 'SHA-256 över previous_hash och allt som raden säger';

create function audit_part(value text) returns text language sql immutable set search_path = pg_catalog as $$
  select coalesce(octet_length(value) || ':' || value, '-') || ';'
$$;
comment on function audit_part is 'Ett värde med sin längd, så att inget kan flyta över i nästa';

create function audit_text(event audit_event) returns text language sql stable set search_path = pg_catalog, public as $$
  select string_agg(public.audit_part(part), '' order by place) from unnest(array[
    'samlad-audit-1', event.chain, event.seq::text, event.id::text,
    to_char(event.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    event.user_id, event.endpoint, event.kind, event.status::text, event.association_id::text, event.controller_id::text, event.subject,
    array_to_string(event.records, ',')
  ]) with ordinality as parts(part, place)
$$;
comment on function audit_text is 'Allt som en rad i loggen säger, som en text att räkna hashvärde över';

create function audit_chain(of_controller uuid, of_association uuid) returns text language sql immutable set search_path = pg_catalog as $$
  select coalesce('controller:' || of_controller, 'association:' || of_association, 'rest')
$$;
comment on function audit_chain is 'Kedjan som en händelse hör till';

-- Rows from before, in the order they were written.
do $$
declare
  event audit_event;
  last_chain text := '';
  last_seq bigint;
  last_hash bytea;
begin
  update audit_event e set chain = audit_chain(e.controller_id, e.association_id);
  for event in select * from audit_event e order by e.chain, e.at, e.id loop
    if event.chain <> last_chain then
      last_seq := 0;
      last_hash := decode(repeat('00', 32), 'hex');
    end if;
    event.seq := last_seq + 1;
    event.previous_hash := last_hash;
    event.hash := sha256(last_hash || convert_to(audit_text(event), 'UTF8'));
    update audit_event e set seq = event.seq, previous_hash = event.previous_hash, hash = event.hash where e.id = event.id;
    last_chain := event.chain;
    last_seq := event.seq;
    last_hash := event.hash;
  end loop;
end $$;

alter table audit_event alter column chain set not null, alter column seq set not null, alter column previous_hash set not null,
  alter column hash set not null;
create unique index audit_event_chain on audit_event (chain, seq);

create function append_audit(
  of_id uuid, of_at timestamptz, of_user text, of_endpoint text, of_kind text, of_status int,
  of_association uuid, of_controller uuid, of_subject text, of_records uuid[]
) returns void language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  event public.audit_event;
begin
  event.id := of_id;
  event.at := of_at;
  event.user_id := of_user;
  event.endpoint := of_endpoint;
  event.kind := of_kind;
  event.status := of_status;
  event.subject := of_subject;
  event.records := of_records;
  -- A refused call names whatever place it likes: it stands in that place's log when the place exists and somebody was signed in.
  if of_kind <> 'refused' or (of_user is not null and exists (select from public.controller c where c.organisation_id = of_controller)) then
    event.controller_id := of_controller;
  end if;
  if of_kind <> 'refused' or (of_user is not null and exists (select from public.association a where a.id = of_association)) then
    event.association_id := of_association;
  end if;
  event.chain := public.audit_chain(event.controller_id, event.association_id);
  -- Held until the transaction ends: nobody else links to a row that may yet be rolled back.
  perform pg_advisory_xact_lock(hashtextextended('samlad audit ' || event.chain, 0));
  select e.seq, e.hash into event.seq, event.previous_hash
    from public.audit_event e where e.chain = event.chain order by e.seq desc limit 1;
  event.seq := coalesce(event.seq, 0) + 1;
  event.previous_hash := coalesce(event.previous_hash, decode(repeat('00', 32), 'hex'));
  event.hash := sha256(event.previous_hash || convert_to(public.audit_text(event), 'UTF8'));
  insert into public.audit_event select event.*;
end $$;
comment on function append_audit is 'Skriver en rad i loggen och länkar den sist i sin kedja; det enda sättet för ett anrop att skriva i loggen';

-- Who may read the log.
create function scope_stewardships() returns uuid[] language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(array_agg(distinct r.controller_id), '{}') from public.role_assignment r
  where r.user_id = public.session_user_id() and r.role = 'controllerAdmin' and r.controller_id is not null
$$;
comment on function scope_stewardships is 'De personuppgiftsansvariga vars logg den som frågar får läsa';

create function scope_whole_log() returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
  select exists (select from public.role_assignment r where r.user_id = public.session_user_id() and r.role = 'systemAdministrator')
$$;
comment on function scope_whole_log is 'Om den som frågar får kontrollera hela loggens kedjor';

create function audit_of_participation(of_controller uuid, of_participation uuid)
  returns table (at timestamptz, user_id text, endpoint text, kind text, status int)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select e.at, e.user_id, e.endpoint, e.kind, e.status from public.audit_event e
  where e.records @> array[of_participation] and e.controller_id = of_controller
    and of_controller = any ((select public.scope_controllers())::uuid[])
    and exists (select from public.participation p where p.controller_id = of_controller and p.id = of_participation)
  order by e.at, e.seq
$$;
comment on function audit_of_participation is 'Vem som har läst eller ändrat ett deltagande hos den egna personuppgiftsansvariga';

revoke all on audit_event from samlad_office, samlad_staff, samlad_service, samlad_statistics, samlad_keeper;
grant select, insert on audit_event to samlad_auditor;
grant select (organisation_id) on controller to samlad_auditor;
grant select (id) on association to samlad_auditor;
grant select (controller_id, id) on participation to samlad_auditor;
grant select on audit_event to samlad_keeper, samlad_staff, samlad_office;

alter table audit_event enable row level security;
alter table audit_event force row level security;
create policy auditor on audit_event to samlad_auditor using (true);
create policy keeper on audit_event for select to samlad_keeper using (true);
create policy stewards on audit_event for select to samlad_staff using (controller_id = any ((select scope_stewardships())::uuid[]));
create policy whole_log on audit_event for select to samlad_office using ((select scope_whole_log()));
create policy auditor on controller for select to samlad_auditor using (true);
create policy auditor on participation for select to samlad_auditor using (true);

grant usage on schema public to samlad_auditor;
grant create on schema public to samlad_auditor, samlad_scope;
alter function append_audit(uuid, timestamptz, text, text, text, int, uuid, uuid, text, uuid[]) owner to samlad_auditor;
alter function audit_of_participation(uuid, uuid) owner to samlad_auditor;
alter function scope_stewardships() owner to samlad_scope;
alter function scope_whole_log() owner to samlad_scope;
revoke create on schema public from samlad_auditor, samlad_scope;
revoke execute on function audit_part(text), audit_text(audit_event), audit_chain(uuid, uuid), scope_stewardships(), scope_whole_log(),
  append_audit(uuid, timestamptz, text, text, text, int, uuid, uuid, text, uuid[]), audit_of_participation(uuid, uuid) from public;
grant execute on function audit_part(text), audit_text(audit_event), audit_chain(uuid, uuid), scope_controllers() to samlad_auditor;
grant execute on function append_audit(uuid, timestamptz, text, text, text, int, uuid, uuid, text, uuid[])
  to samlad_office, samlad_staff, samlad_service;
grant execute on function audit_of_participation(uuid, uuid), scope_stewardships() to samlad_staff;
grant execute on function scope_whole_log() to samlad_office;
