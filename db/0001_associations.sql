-- The register of Sweden: regions, municipalities, associations and their members. Reference data (no tenant).
-- Collation: the embedded database sorts Swedish wrongly under sv-SE, so there the rule is written out (PostgreSQL >= 16).
do $$
begin
  if current_setting('server_version_num')::int >= 160000 then
    execute $c$create collation sv (provider = icu, locale = 'und', rules = '& z < å, Å < ä, Ä < ö, Ö')$c$;
  else
    execute $c$create collation sv (provider = icu, locale = 'sv-SE')$c$;
  end if;
end $$;

create table region (
  code text primary key check (code ~ '^[0-9A-Z]{2,3}$'),
  name text not null,
  county text not null,
  fictive boolean not null default false
);
comment on table region is 'Region (21 verkliga; påhittade för demo är märkta)';

create table municipality (
  code text primary key check (code ~ '^\d{4}$'),
  name text not null,
  region_code text not null references region,
  population int not null check (population >= 0),
  population_year int not null,
  population_working_age_estimate int not null,
  tile_column int not null,
  tile_row int not null,
  fictive boolean not null default false
);
comment on table municipality is 'Kommun';
comment on column municipality.population is 'Folkmängd (Källa: SCB)';
comment on column municipality.population_working_age_estimate is 'Folkmängd 16–64 år, skattad; duger aldrig för att fördela pengar';
comment on column municipality.tile_column is 'Kolumn i rutkartan';
create unique index municipality_tile on municipality (fictive, tile_column, tile_row);

create table association (
  id uuid primary key,
  slug text not null unique,
  name text not null,
  seat text,
  start_year int,
  website text,
  organisation_number text,
  confidence text check (confidence in ('A', 'B', 'C')),
  source text,
  source_year int,
  notes text,
  fictive boolean not null default false
);
comment on table association is 'Samordningsförbund';
comment on column association.confidence is 'A läst på sida, B delvis härlett, C allmän kunskap';

create table association_municipality (
  association_id uuid not null references association,
  municipality_code text not null references municipality,
  inferred boolean not null default false,
  source text,
  valid_from date not null default '-infinity',
  valid_to date,
  primary key (association_id, municipality_code, valid_from)
);
comment on table association_municipality is 'Kommuner som ingår i förbundets område';

create table organisation (
  id uuid primary key,
  name text not null,
  party text not null check (party in ('stateFk', 'stateAf', 'region', 'municipality')),
  municipality_code text references municipality,
  region_code text references region,
  fictive boolean not null default false,
  unique (party, name)
);
comment on table organisation is 'Medlemsorganisation (part): Försäkringskassan, Arbetsförmedlingen, region eller kommun';

create table membership (
  association_id uuid not null references association,
  organisation_id uuid not null references organisation,
  takes_part boolean not null default true,
  finances boolean not null default true,
  uses_funds boolean not null default true,
  inferred boolean not null default false,
  valid_from date not null default '-infinity',
  valid_to date,
  primary key (association_id, organisation_id, valid_from)
);
comment on table membership is 'Medlemskap i ett samordningsförbund';
