-- Nodes: all member
-- Reports on what became of an intervention's participants, frozen as they were made: never changed, never taken away.
create table outcome_report (
  id uuid primary key,
  intervention_id uuid not null references intervention,
  from_month text not null check (from_month ~ '^\d{4}-\d{2}$'),
  to_month text not null check (to_month ~ '^\d{4}-\d{2}$'),
  data_date date not null,
  software text not null,
  made_at timestamptz not null,
  unique (intervention_id, from_month, to_month, data_date, software)
);
comment on table outcome_report is 'Frysta uppföljningsrapporter om insatser: skyddade tal, aldrig ändrade';
comment on column outcome_report.from_month is 'Första månaden som deltagarna började';
comment on column outcome_report.to_month is 'Sista månaden som deltagarna började';
comment on column outcome_report.data_date is 'Uppgifternas datum';
comment on column outcome_report.software is 'Programmet och versionen som gjorde den';
comment on column outcome_report.made_at is 'När den gjordes (UTC)';

create table outcome_report_file (
  report_id uuid not null references outcome_report,
  locale text not null check (locale in ('sv', 'en')),
  format text not null check (format in ('pdf', 'docx')),
  file_name text not null,
  document bytea not null,
  sha256 text not null check (length(sha256) = 64),
  primary key (report_id, locale, format)
);
comment on table outcome_report_file is 'Rapportens filer, byte för byte som de gjordes';
comment on column outcome_report_file.locale is 'Språk';
comment on column outcome_report_file.format is 'Filformat';
comment on column outcome_report_file.file_name is 'Filens namn';
comment on column outcome_report_file.document is 'Filen';
comment on column outcome_report_file.sha256 is 'Filens kontrollsumma (SHA-256)';

-- Everybody who is signed in may read them and add one; nobody may change one or take it away.
grant select, insert on outcome_report, outcome_report_file to samlad_office;
alter table outcome_report enable row level security;
alter table outcome_report force row level security;
alter table outcome_report_file enable row level security;
alter table outcome_report_file force row level security;
create policy readers on outcome_report for select to samlad_office using ((select session_user_id()) is not null);
create policy makers on outcome_report for insert to samlad_office with check ((select session_user_id()) is not null);
create policy readers on outcome_report_file for select to samlad_office using ((select session_user_id()) is not null);
create policy makers on outcome_report_file for insert to samlad_office with check ((select session_user_id()) is not null);
