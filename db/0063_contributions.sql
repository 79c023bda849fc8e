-- What members have agreed, decided, been invoiced and paid, by year. A row is only ever added: a correction is a new version of it, with the reason.
create table contribution_entry (
  association_id uuid not null references association,
  id uuid not null,
  version int not null check (version > 0),
  withdrawn boolean not null,
  year int not null check (year between 2004 and 2100),
  organisation_id uuid not null references organisation,
  step text not null check (step in ('agreed', 'decided', 'invoiced', 'paid')),
  amount_ore bigint not null check (amount_ore >= 0),
  dated date not null,
  reference text not null,
  motive text not null,
  reason text not null,
  recorded_at timestamptz not null,
  recorded_by text not null references app_user,
  primary key (association_id, id, version)
);
comment on table contribution_entry is 'Medlemsbidrag: överenskommet, beslutat, fakturerat och betalt per medlem och år; rader läggs bara till';
comment on column contribution_entry.version is 'Version; den högsta gäller, en rättning är en ny version';
comment on column contribution_entry.withdrawn is 'Borttagen: den registrerades fel';
comment on column contribution_entry.year is 'Det år som bidraget avser';
comment on column contribution_entry.organisation_id is 'Medlemmen som betalar; bara medlemmar lämnar bidrag (6 § lagen 2003:1210)';
comment on column contribution_entry.step is 'Överenskommet, beslutat, fakturerat eller betalt';
comment on column contribution_entry.amount_ore is 'Belopp i öre';
comment on column contribution_entry.dated is 'Avtalets, beslutets, fakturans eller betalningens dag';
comment on column contribution_entry.reference is 'Diarienummer eller annan beteckning';
comment on column contribution_entry.motive is 'Medlemmens egen motivering till beslutet, om den är känd';
comment on column contribution_entry.reason is 'Varför raden rättades; tomt i den första versionen';
create index contribution_entry_year on contribution_entry (association_id, year, organisation_id);

alter table contribution_entry enable row level security;
alter table contribution_entry force row level security;
create policy own_association on contribution_entry to samlad_office using (association_id = any ((select scope_associations())::uuid[]));
create policy keeper on contribution_entry to samlad_keeper using (true);
grant select, insert on contribution_entry to samlad_office;
grant select, insert, update, delete on contribution_entry to samlad_keeper;
