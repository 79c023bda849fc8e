-- Nodes: association national
-- What was released elsewhere and read in here: protected tables, byte for byte. Nothing else of persons comes to these nodes.
create table received_release (
  id uuid primary key,
  number int not null unique,
  title jsonb not null,
  period_from text not null,
  period_to text not null,
  fictive boolean not null,
  document bytea not null,
  sha256 text not null unique,
  policy_hash text not null,
  software text not null,
  released_at timestamptz not null,
  received_at timestamptz not null,
  received_by text not null references app_user
);
comment on table received_release is 'Utgåvor från en annan nod, inlästa ur fil. Ändras aldrig';
comment on column received_release.number is 'Löpnummer där den gavs ut';
comment on column received_release.fictive is 'Påhittade data (demo)';
comment on column received_release.document is 'Tabellerna, byte för byte som de gavs ut';
comment on column received_release.sha256 is 'Hash av document';
comment on column received_release.policy_hash is 'Hash av vad tabellerna är skyddade mot';
comment on column received_release.software is 'Programmets version där den gavs ut';
comment on column received_release.released_at is 'När den gavs ut';
comment on column received_release.received_at is 'När den lästes in här';

create function refuse_change_of_received() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  raise exception 'What is out is never changed' using errcode = '42501';
end $$;
create trigger received_stays before update or delete on received_release for each row execute function refuse_change_of_received();
create trigger received_stays_whole before truncate on received_release for each statement execute function refuse_change_of_received();

-- Pages, files and open data read what is out in the same way wherever it was made.
create view release with (security_invoker = true) as
  select id, number, title, period_from, period_to, fictive, document, sha256, policy_hash, software, released_at from received_release;
grant select on release, received_release to samlad_office;
grant insert on received_release to samlad_office;
grant select, insert on received_release to samlad_keeper;
