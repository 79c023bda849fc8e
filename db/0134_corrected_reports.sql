-- A report of a commission that was entered for the wrong day, or with the wrong words, is corrected or taken away as a new version with its reason; it stood for good, and its day was never asked about again.
alter table commission_report
  add column version int not null default 1 check (version > 0),
  add column withdrawn boolean not null default false,
  add column reason text not null default '',
  add check (version > 1 or not withdrawn);
alter table commission_report alter column version drop default, alter column withdrawn drop default, alter column reason drop default;
alter table commission_report drop constraint commission_report_pkey;
alter table commission_report add primary key (association_id, commission_id, due, version);
comment on table commission_report is 'Redovisningar av riktade uppdrag som har lämnats; varje rättelse är en ny version, rader läggs bara till';
comment on column commission_report.version is 'Version';
comment on column commission_report.withdrawn is 'Borttagen: den registrerades fel';
comment on column commission_report.reason is 'Skälet till rättelsen';
