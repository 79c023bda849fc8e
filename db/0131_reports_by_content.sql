-- Nodes: all member
-- A correction may leave the date of the data as it is: who corrects a record and freezes once more the same day has another report, and it was passed over. So reports are told apart by their files too.
-- Those frozen before have none here, and stand as they are.
alter table outcome_report add column files_sha256 text not null default '' check (files_sha256 ~ '^([0-9a-f]{64})?$');
comment on column outcome_report.files_sha256 is 'Kontrollsumma av filernas kontrollsummor: vad rapporten innehåller; tom för dem som frystes innan den fanns';
do $$
declare name text;
begin
  select conname into name from pg_constraint where conrelid = 'outcome_report'::regclass and contype = 'u';
  execute format('alter table outcome_report drop constraint %I', name);
end $$;
alter table outcome_report add unique (intervention_id, from_month, to_month, data_date, software, outcome_version, comparison_sha256, files_sha256);
