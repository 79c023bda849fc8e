-- Nodes: all member
-- Sets of tables that are protected together and published once. What is out is append-only; what the proof was made of is kept apart, where
-- no request can read it.
do $$
declare role_name text;
begin
  foreach role_name in array array['samlad_publication', 'samlad_curator'] loop
    begin
      execute format('create role %I nologin nobypassrls', role_name);
    exception when duplicate_object then null;
    end;
    if not pg_has_role(current_user, role_name, 'member') then
      execute format('grant %I to current_user', role_name);
    end if;
  end loop;
  -- The curator is no request: it reads facts as statistics does, and keeps what protection makes of them.
  if not pg_has_role('samlad_curator', 'samlad_statistics', 'member') then
    grant samlad_statistics to samlad_curator;
  end if;
end $$;
grant usage on schema public to samlad_publication, samlad_curator;

create table publication (
  id uuid primary key,
  definition jsonb not null,
  state text not null default 'draft' check (state in ('draft', 'proposed', 'released', 'withdrawn')),
  version int not null default 1,
  made_by text not null references app_user,
  made_at timestamptz not null,
  proposed_by text references app_user,
  proposed_at timestamptz,
  run_id uuid,
  replaces uuid,
  note text,
  returned text
);
comment on table publication is 'Publicering: tabeller som skyddas och ges ut tillsammans';
comment on column publication.definition is 'Rubrik, period, tabeller och vad de skyddas mot';
comment on column publication.state is 'Utkast, föreslagen, utgiven eller tillbakadragen';
comment on column publication.version is 'Räknas upp vid varje ändring, så att två inte skriver över varandra';
comment on column publication.run_id is 'Körningen av skyddet som förslaget gäller';
comment on column publication.replaces is 'Den utgåva som en rättad utgåva ersätter';
comment on column publication.note is 'Varför en utgåva rättas';
comment on column publication.returned is 'Varför förslaget skickades tillbaka senast';

create table protection_run (
  id uuid primary key,
  publication_id uuid not null references publication,
  definition_version int not null,
  tier text not null check (tier in ('instant', 'exact')),
  seconds int not null,
  state text not null check (state in ('running', 'done', 'failed', 'cancelled')),
  asked_by text not null references app_user,
  asked_at timestamptz not null,
  ended_at timestamptz,
  last_release int,
  result jsonb,
  fault jsonb,
  document bytea,
  cells jsonb
);
comment on table protection_run is 'Körning av skyddet för en publicering, med vad den gav';
comment on column protection_run.definition_version is 'Vilken version av publiceringen som skyddades';
comment on column protection_run.tier is 'Snabbt eller exakt';
comment on column protection_run.seconds is 'Tidsgräns i sekunder';
comment on column protection_run.last_release is 'Numret på den senaste utgåva som körningen kände till; null när ingen fanns';
comment on column protection_run.result is 'Vad skyddet kostar och hur säkert det är: för den som publicerar';
comment on column protection_run.fault is 'Varför det inte gick';
comment on column protection_run.document is 'De skyddade tabellerna som de ska ges ut, byte för byte';
comment on column protection_run.cells is 'Vad varje cell får i liggaren: adress och värde, null för dold';
create index protection_run_publication on protection_run (publication_id, asked_at);

create table protection_secret (
  run_id uuid primary key references protection_run,
  content bytea not null
);
comment on table protection_secret is 'Underlag och bevis för en körning: lika hemligt som uppgifterna, läses av ingen förfrågan';
comment on column protection_secret.content is 'Antal som de var, mönster och bevis (JSON, gzip)';

create table release (
  id uuid primary key,
  publication_id uuid not null unique references publication,
  run_id uuid not null references protection_run,
  number int not null unique,
  title jsonb not null,
  period_from text not null,
  period_to text not null,
  fictive boolean not null,
  document bytea not null,
  sha256 text not null,
  policy_hash text not null,
  software text not null,
  data_date date,
  proposed_by text not null references app_user,
  approved_by text not null references app_user,
  released_at timestamptz not null,
  replaces uuid references release,
  note text,
  check (proposed_by <> approved_by)
);
comment on table release is 'Utgåva: frusna bytes med hash. Ändras aldrig';
comment on column release.number is 'Löpnummer';
comment on column release.fictive is 'Påhittade data (demo)';
comment on column release.document is 'Tabellerna och rapporten om skyddet, byte för byte';
comment on column release.sha256 is 'Hash av document';
comment on column release.policy_hash is 'Hash av vad tabellerna är skyddade mot';
comment on column release.software is 'Programmets version';
comment on column release.data_date is 'Datum för senaste registreringen i underlaget';
comment on column release.replaces is 'Utgåvan som den rättar';
comment on column release.note is 'Varför den rättas';

create table ledger_cell (
  release_id uuid not null references release,
  address text not null,
  value int,
  primary key (release_id, address)
);
comment on table ledger_cell is 'Liggaren: varje cell som har getts ut, med sitt värde eller som dold. Skrivs bara till';
comment on column ledger_cell.address is 'Vad cellen räknar: vilka, period och koder';
comment on column ledger_cell.value is 'Antalet; null när cellen gavs ut som dold';
create index ledger_cell_address on ledger_cell (address);

create table planned_cell (
  publication_id uuid not null references publication,
  address text not null,
  primary key (publication_id, address)
);
comment on table planned_cell is 'Celler som är föreslagna att ges ut: de visas inte på annat sätt förrän de är ute';

create function refuse_change() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  raise exception 'What is out is never changed' using errcode = '42501';
end $$;
create trigger release_stays before update or delete on release for each row execute function refuse_change();
create trigger ledger_stays before update or delete on ledger_cell for each row execute function refuse_change();
create trigger release_stays_whole before truncate on release for each statement execute function refuse_change();
create trigger ledger_stays_whole before truncate on ledger_cell for each statement execute function refuse_change();

-- Moves when anything comes out or is planned, so that what is held in memory knows when it is old.
create function ledger_stamp() returns text language sql stable security definer set search_path = pg_catalog, public as $$
  select (select count(*) || ' ' || coalesce(max(number), 0) from public.release) || ' '
    || (select coalesce(string_agg(id || ' ' || proposed_at, ' ' order by id), '') from public.publication where state = 'proposed')
$$;
comment on function ledger_stamp is 'Ändras när något ges ut eller planeras';
revoke execute on function ledger_stamp() from public;

grant select on region, municipality, association, intervention, intervention_association to samlad_publication;
grant select (id, name) on app_user to samlad_publication;
grant select, insert, update on publication to samlad_publication;
grant select, insert on protection_run to samlad_publication;
grant update (state, ended_at) on protection_run to samlad_publication;
grant select, insert on release, ledger_cell to samlad_publication;
grant select, insert, delete on planned_cell to samlad_publication;
grant execute on function ledger_stamp() to samlad_publication, samlad_statistics;
do $$
declare written regprocedure;
begin
  for written in select p.oid::regprocedure from pg_proc p where p.proname = 'append_audit' loop
    execute format('grant execute on function %s to samlad_publication', written);
  end loop;
end $$;

grant select on publication, release, ledger_cell to samlad_curator;
grant select, insert on protection_secret to samlad_curator;
grant select on protection_run to samlad_curator;
grant update (state, ended_at, result, fault, document, cells, last_release) on protection_run to samlad_curator;

-- Follow-up shows what is out as it is out.
grant select on ledger_cell, planned_cell, release to samlad_statistics;
-- Whoever asks reads what is out.
grant select on release to samlad_office;
grant select, insert, update, delete on publication, protection_run, protection_secret, release, ledger_cell, planned_cell to samlad_keeper;
