-- One row per participation in figures: small integers only, no code, no date finer than the month.
-- Written by the store in the same transaction as the participation; removed when it leaves the figures.
create table fact (
  controller_id uuid not null,
  participation_id uuid not null,
  person_id uuid not null,
  association_id uuid not null references association,
  intervention_id uuid not null references intervention,
  municipality text references municipality,
  sex smallint not null,
  age_at_entry smallint not null,
  education smallint,
  time_on_support smallint,
  occupation_before smallint not null,
  occupation_after smallint,
  work_before smallint,
  work_after smallint,
  study_before smallint,
  study_after smallint,
  support_before int not null,
  support_after int,
  main_support_before smallint,
  main_support_after smallint,
  target_groups int not null,
  referred_by smallint,
  exit_reason smallint,
  work_type smallint,
  born_abroad smallint,
  time_since_work smallint,
  entry_month int not null,
  exit_month int,
  days_to_exit int,
  primary key (controller_id, participation_id),
  foreign key (controller_id, participation_id) references participation
);
comment on table fact is 'Faktarad per deltagande för sammanställning: bara kodade heltal';
comment on column fact.entry_month is 'Månader sedan år 0';
comment on column fact.support_before is 'Försörjning före som bitar efter plats i kodlistan';
create index fact_person on fact (controller_id, person_id);

-- Moves at every change of persons or counts, so that a snapshot in memory knows when it is old.
create table data_version (
  one boolean primary key default true check (one),
  version bigint not null
);
comment on table data_version is 'Räknare som visar när sammanställningen behöver läsas om';
insert into data_version (version) values (1);
