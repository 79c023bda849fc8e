-- Nodes: all member
-- A node where nothing but follow-ups is registered has data until those, though no participation is changed. Who makes figures learns when, and nothing else of them.
create function last_registration() returns timestamptz language sql stable security definer set search_path = pg_catalog, public as $$
  select greatest((select max(v.recorded_at) from public.participation_version v), (select max(c.recorded_at) from public.contact c))
$$;
comment on function last_registration is 'När ett deltagande eller en uppföljning registrerades senast';
grant create on schema public to samlad_keeper;
alter function last_registration() owner to samlad_keeper;
revoke create on schema public from samlad_keeper;
revoke execute on function last_registration() from public;
grant execute on function last_registration() to samlad_statistics;
