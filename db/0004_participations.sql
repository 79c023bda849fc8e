-- Persons. Every table starts its keys with controller_id: the member whose staff do the work holds the record.
create table participation (
  controller_id uuid not null references controller,
  id uuid not null,
  code text not null,
  person_id uuid not null,
  intervention_id uuid not null references intervention,
  association_id uuid not null references association,
  reference_hmac bytea,
  primary key (controller_id, id),
  unique (controller_id, code)
);
comment on table participation is 'Deltagande: en person i en insats, från start till avslut (pseudonymiserat, nivå T1)';
comment on column participation.code is 'Deltagarkod, görs av systemet';
comment on column participation.person_id is 'Binder ihop samma persons deltaganden inom en personuppgiftsansvarig';
comment on column participation.reference_hmac is 'HMAC av lokal referens under den personuppgiftsansvariges egen nyckel';
create index participation_intervention on participation (controller_id, intervention_id);
create index participation_reference on participation (controller_id, intervention_id, reference_hmac);

create table participation_version (
  controller_id uuid not null,
  participation_id uuid not null,
  version int not null,
  current boolean not null default true,
  recorded_at timestamptz not null,
  recorded_by text not null references app_user,
  import_id uuid,
  entry_date date not null,
  municipality text references municipality,
  sex text not null,
  birth_year int not null,
  born_abroad text,
  time_since_work text,
  education text,
  time_on_support text,
  occupation_before text not null,
  work_extent_before int,
  study_extent_before int,
  support_before jsonb not null,
  target_groups text[] not null,
  referred_by text,
  ground text not null,
  ground_date date,
  exit_date date check (exit_date >= entry_date),
  exit_reason text,
  occupation_after text,
  work_extent_after int,
  study_extent_after int,
  work_type text,
  support_after jsonb,
  primary key (controller_id, participation_id, version),
  foreign key (controller_id, participation_id) references participation
);
comment on table participation_version is 'Uppgifterna om ett deltagande; rättelser är nya versioner, den gällande är märkt current';
create unique index participation_version_current on participation_version (controller_id, participation_id) where current;
create index participation_version_import on participation_version (controller_id, import_id);

create table anonymous_count (
  controller_id uuid not null references controller,
  intervention_id uuid not null references intervention,
  association_id uuid not null references association,
  year int not null,
  id uuid not null,
  women int not null,
  men int not null,
  recorded_at timestamptz not null,
  recorded_by text not null references app_user,
  import_id uuid,
  primary key (controller_id, id)
);
comment on table anonymous_count is 'Deltagare utan grund för registrering: bara antal per insats, år och kön; raderna summeras, rättelser är negativa rader';
create index anonymous_count_intervention on anonymous_count (controller_id, intervention_id, year);

create table import (
  controller_id uuid not null references controller,
  id uuid not null,
  file_name text not null,
  content_hash text not null,
  without_ground text not null check (without_ground in ('anonymous', 'block')),
  reference_reach text not null check (reference_reach in ('controller', 'intervention')),
  intervention_ids uuid[] not null,
  status text not null check (status in ('draft', 'committed', 'undone')),
  created_at timestamptz not null,
  created_by text not null references app_user,
  committed_at timestamptz,
  undone_at timestamptz,
  result jsonb,
  primary key (controller_id, id)
);
comment on table import is 'Inläsning av ett kalkylark; utkast tills den skrivs in';

create table import_chunk (
  controller_id uuid not null,
  import_id uuid not null,
  number int not null,
  rows jsonb not null,
  primary key (controller_id, import_id, number),
  foreign key (controller_id, import_id) references import on delete cascade
);
comment on table import_chunk is 'Kontrollerade rader som väntar på att skrivas in; tas bort när inläsningen är klar';

create table import_row (
  controller_id uuid not null,
  import_id uuid not null,
  row_number int not null,
  outcome text not null check (outcome in ('new', 'newVersion', 'unchanged', 'anonymous', 'skipped')),
  participation_id uuid,
  primary key (controller_id, import_id, row_number),
  foreign key (controller_id, import_id) references import
);
comment on table import_row is 'Kvitto: vad som hände med varje rad i filen';

create table import_mapping (
  controller_id uuid not null references controller,
  heading text not null,
  field text not null,
  used_at timestamptz not null,
  primary key (controller_id, heading)
);
comment on table import_mapping is 'Hur den personuppgiftsansvariges rubriker hör till fälten, ihågkommet';
