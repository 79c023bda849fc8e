-- Nodes: all member
create function append_audit(
  of_id uuid, of_at timestamptz, of_user text, of_role text, of_endpoint text, of_kind text, of_status int,
  of_association uuid, of_controller uuid, of_subject text, of_records uuid[]
) returns void language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  event public.audit_event;
begin
  event.id := of_id;
  event.at := of_at;
  event.user_id := of_user;
  event.role := of_role;
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
grant create on schema public to samlad_auditor;
alter function append_audit(uuid, timestamptz, text, text, text, text, int, uuid, uuid, text, uuid[]) owner to samlad_auditor;
revoke create on schema public from samlad_auditor;
revoke execute on function append_audit(uuid, timestamptz, text, text, text, text, int, uuid, uuid, text, uuid[]) from public;
grant execute on function append_audit(uuid, timestamptz, text, text, text, text, int, uuid, uuid, text, uuid[])
  to samlad_office, samlad_staff, samlad_service;
