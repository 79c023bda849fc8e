create table intervention (
  id uuid primary key,
  name text not null,
  description text not null default '',
  start_date date not null,
  end_date date,
  orientation text not null,
  precise_orientations text[] not null default '{}',
  target_groups text[] not null default '{}',
  counting_mode text not null,
  methods text[] not null default '{}',
  owner_id uuid not null references organisation,
  parties text[] not null default '{}',
  units text not null default '',
  few_parties_reason text,
  esf boolean not null default false,
  stage text not null,
  fictive boolean not null default false,
  version int not null default 1,
  check (end_date is null or end_date >= start_date)
);
comment on table intervention is 'Insats; delas av flera förbund lagras den en gång';
comment on column intervention.owner_id is 'Insatsägare: en medlem, aldrig förbundet (7 § lag 2003:1210)';

create table intervention_association (
  intervention_id uuid not null references intervention,
  association_id uuid not null references association,
  share_percent int not null default 100 check (share_percent between 1 and 100),
  primary key (intervention_id, association_id)
);
comment on table intervention_association is 'Förbund som finansierar insatsen och deras andel av pengarna (aldrig av personerna)';
create index intervention_association_association on intervention_association (association_id);

create table intervention_year (
  association_id uuid not null references association,
  intervention_id uuid not null references intervention,
  year int not null,
  planned_participants int check (planned_participants >= 0),
  budget_ore bigint check (budget_ore >= 0),
  actual_ore bigint check (actual_ore >= 0),
  primary key (association_id, intervention_id, year)
);
comment on table intervention_year is 'Plan, budget och utfall per insats och år';
comment on column intervention_year.actual_ore is 'Faktisk kostnad, öre';

create table head_count (
  association_id uuid not null references association,
  intervention_id uuid not null references intervention,
  year int not null,
  version int not null,
  women int not null check (women >= 0),
  men int not null check (men >= 0),
  recorded_at timestamptz not null,
  recorded_by text not null references app_user,
  primary key (association_id, intervention_id, year, version)
);
comment on table head_count is 'Antal deltagare per insats, år och kön som förbundet självt har uppgett (nivå T0); högsta version gäller';

create table historic_figure (
  association_id uuid not null references association,
  id uuid not null,
  year int not null,
  intervention_name text,
  measure text not null,
  women int check (women >= 0),
  men int check (men >= 0),
  total int not null check (total >= 0),
  source text not null,
  recorded_at timestamptz not null,
  recorded_by text not null references app_user,
  withdrawn_at timestamptz,
  primary key (association_id, id)
);
comment on table historic_figure is 'Redan sammanställda tal ur egna årsredovisningar och gamla SUS-rapporter ("äldre källa")';

create table method (
  code text primary key,
  name text not null,
  alias text,
  category text not null,
  description text not null,
  evidence_level text,
  evidence_verified boolean not null,
  evidence_source text
);
comment on table method is 'Metodkatalog; evidensnivå visas bara där den är kontrollerad';

create table catalogue_example (
  code text primary key,
  name text not null,
  association_id uuid references association,
  association_text text not null,
  orientation text not null,
  period text,
  status text,
  target_group text,
  methods text[] not null,
  description text not null,
  participants int,
  participants_kind text,
  source text not null,
  confidence text not null
);
comment on table catalogue_example is 'Verkliga insatser som exempel ur öppna källor; räknas aldrig som insatser här';
