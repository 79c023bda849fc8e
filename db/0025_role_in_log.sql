-- In what capacity somebody read or changed: roles end, the log stays. Rows from before have none, and keep their hash.
alter table audit_event add column role text;
comment on column audit_event.role is 'Roll eller roller som den som frågade hade där; null i äldre rader och för den som ingen roll hade';

create or replace function audit_text(event audit_event) returns text language sql stable set search_path = pg_catalog, public as $$
  select string_agg(public.audit_part(part), '' order by place) || case when event.role is null then '' else public.audit_part(event.role) end
  from unnest(array[
    'samlad-audit-1', event.chain, event.seq::text, event.id::text,
    to_char(event.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    event.user_id, event.endpoint, event.kind, event.status::text, event.association_id::text, event.controller_id::text, event.subject,
    array_to_string(event.records, ',')
  ]) with ordinality as parts(part, place)
$$;
drop function append_audit(uuid, timestamptz, text, text, text, int, uuid, uuid, text, uuid[]);
