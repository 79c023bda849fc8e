-- Nodes: all member
-- Noise for free questions. The seed makes the keys of records: whoever knows it can take the noise away, so only the role that figures are
-- made by reads it, and nobody changes it: other keys would give other answers to the same questions.
create table noise_seed (
  one boolean primary key default true check (one),
  seed bytea not null check (length(seed) = 32)
);
comment on table noise_seed is 'Hemligt slumptal bakom bruset i fria frågor: görs en gång och ändras aldrig';
-- Each uuid holds 122 bits from the database's own strong source.
insert into noise_seed (seed) select sha256(string_agg(uuid_send(gen_random_uuid()), ''::bytea)) from generate_series(1, 4);

create table perturbation_table (
  version int primary key check (version > 0),
  threshold int not null check (threshold >= 3),
  variance numeric not null check (variance > 0),
  max_deviation int not null,
  shifts jsonb not null,
  made_at timestamptz not null,
  unique (threshold, variance, max_deviation)
);
comment on table perturbation_table is 'Brustabeller som fria frågor har besvarats med, en version för varje inställning';
comment on column perturbation_table.shifts is 'Per sant antal: möjliga ändringar och deras sannolikheter; den sista raden gäller alla större antal';

grant select on noise_seed, perturbation_table to samlad_statistics;
-- A new setting gets its table when the server starts.
grant select, insert on perturbation_table to samlad_keeper;
alter table noise_seed enable row level security;
alter table noise_seed force row level security;
alter table perturbation_table enable row level security;
alter table perturbation_table force row level security;
create policy statistics on noise_seed for select to samlad_statistics using (true);
create policy statistics on perturbation_table for select to samlad_statistics using (true);
create policy keeper on perturbation_table to samlad_keeper using (true);
