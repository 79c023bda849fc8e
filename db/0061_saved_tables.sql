-- Nodes: all member
-- Questions that people have saved under a name. A question holds no figure: it is asked again whenever it is opened.
create table saved_table (
  id uuid primary key,
  owner_id text not null references app_user on delete cascade,
  name text not null check (length(name) between 1 and 120),
  question jsonb not null,
  version int not null default 1 check (version > 0),
  saved_at timestamptz not null,
  changed_at timestamptz not null
);
comment on table saved_table is 'Sparade tabeller: en fråga med ett namn, aldrig några siffror';
comment on column saved_table.owner_id is 'Den som sparade; bara hen ändrar och tar bort';
comment on column saved_table.name is 'Namnet i listan över sparade tabeller';
comment on column saved_table.question is 'Mått, rader, kolumner, period, urval, ordning och diagram';
comment on column saved_table.version is 'Räknas upp vid varje ändring, så att två inte skriver över varandra';
comment on column saved_table.saved_at is 'När den sparades (UTC)';
comment on column saved_table.changed_at is 'När den ändrades senast (UTC)';
create index saved_table_owner on saved_table (owner_id);

grant select, insert, update, delete on saved_table to samlad_office, samlad_keeper;
grant select on saved_table to samlad_scope;
alter table saved_table enable row level security;
alter table saved_table force row level security;
create policy own_tables on saved_table to samlad_office using (owner_id = (select session_user_id()));
create policy keeper on saved_table to samlad_keeper using (true);
create policy scope on saved_table for select to samlad_scope using (true);

-- Whoever has the address of a saved table opens it. Rows are given one at a time, by an id that cannot be guessed: a query without its
-- condition finds one's own and nobody else's.
create function find_saved_table(of_id uuid)
  returns table (id uuid, name text, question jsonb, version int, changed_at timestamptz, is_own boolean)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select t.id, t.name, t.question, t.version, t.changed_at, t.owner_id = public.session_user_id()
  from public.saved_table t where t.id = of_id and public.session_user_id() is not null
$$;
comment on function find_saved_table is 'En sparad tabell efter sin adress, för den som är inloggad';
grant create on schema public to samlad_scope;
alter function find_saved_table(uuid) owner to samlad_scope;
revoke create on schema public from samlad_scope;
revoke execute on function find_saved_table(uuid) from public;
grant execute on function find_saved_table(uuid) to samlad_statistics;
