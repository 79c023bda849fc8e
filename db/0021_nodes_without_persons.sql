-- Nodes: association national
-- The first wall, in the database: an association's and the nation's own node have no table of persons, and no function that reads one.
-- Nor does the log tell controllers apart here: there are none.
create or replace function append_audit(
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
  if of_kind <> 'refused' or (of_user is not null and exists (select from public.association a where a.id = of_association)) then
    event.association_id := of_association;
  end if;
  event.chain := public.audit_chain(null, event.association_id);
  perform pg_advisory_xact_lock(hashtextextended('samlad audit ' || event.chain, 0));
  select e.seq, e.hash into event.seq, event.previous_hash
    from public.audit_event e where e.chain = event.chain order by e.seq desc limit 1;
  event.seq := coalesce(event.seq, 0) + 1;
  event.previous_hash := coalesce(event.previous_hash, decode(repeat('00', 32), 'hex'));
  event.hash := sha256(event.previous_hash || convert_to(public.audit_text(event), 'UTF8'));
  insert into public.audit_event select event.*;
end $$;

drop function operations_of(uuid, date);
drop function planned_participants(uuid, int);
drop function strip_participation(uuid, uuid, int, timestamptz, text);
drop function audit_of_participation(uuid, uuid);

drop table disposal_run;
drop table consent;
drop table consent_text;
drop table contact;
drop table fact;
drop table import_row;
drop table import_chunk;
drop table import_mapping;
drop table anonymous_count;
drop table participation_version;
drop table participation;
drop table import;
drop table controller;
