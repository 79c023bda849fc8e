-- An association's budget for its administration, the books of its accounting system by year as SIE files had them, and what accounts and objects mean. All is only added to.
create table administration_budget (
  association_id uuid not null references association,
  year int not null check (year between 2004 and 2100),
  version int not null check (version > 0),
  lines jsonb not null,
  reason text not null,
  recorded_at timestamptz not null,
  recorded_by text not null references app_user,
  primary key (association_id, year, version)
);
comment on table administration_budget is 'Budget för förbundets administration per kostnadsslag och år; rader läggs bara till';
comment on column administration_budget.version is 'Version; den högsta gäller, en ändring är en ny version';
comment on column administration_budget.lines is 'Budget i öre per kostnadsslag';
comment on column administration_budget.reason is 'Varför budgeten ändrades; tomt i den första versionen';

create table account_key (
  association_id uuid not null references association,
  version int not null check (version > 0),
  key jsonb not null,
  recorded_at timestamptz not null,
  recorded_by text not null references app_user,
  primary key (association_id, version)
);
comment on table account_key is 'Vad konton och objekt i bokföringen betyder för förbundet; en ändring är en ny version';
comment on column account_key.key is 'Dimensionen för insatser, konton till kostnadsslag, objekt till insatser';

create table accounting_file (
  association_id uuid not null references association,
  year int not null check (year between 2004 and 2100),
  version int not null check (version > 0),
  content_hash text not null,
  sie_type text not null check (sie_type in ('1', '2', '3', '4E', '4I')),
  program text not null,
  generated_on date,
  through date,
  accounts jsonb not null,
  dimensions jsonb not null,
  objects jsonb not null,
  recorded_at timestamptz not null,
  recorded_by text not null references app_user,
  primary key (association_id, year, version)
);
comment on table accounting_file is 'Inläst SIE-fil per år; den senast inlästa gäller, de tidigare finns kvar';
comment on column accounting_file.content_hash is 'Kontrollsumma av raderna, så att samma bokföring inte läses in två gånger';
comment on column accounting_file.sie_type is 'SIE-typ';
comment on column accounting_file.program is 'Bokföringsprogrammet, som filen uppger det';
comment on column accounting_file.generated_on is 'När filen skapades, som den uppger det';
comment on column accounting_file.through is 'Till och med vilken dag bokföringen gäller';
comment on column accounting_file.accounts is 'Resultatkonton med namn';
comment on column accounting_file.dimensions is 'Dimensioner med namn';
comment on column accounting_file.objects is 'Objekt med namn; inga anställda, kunder, leverantörer eller fakturor';

create table accounting_row (
  association_id uuid not null,
  year int not null,
  version int not null,
  row int not null,
  voucher text not null,
  dated date,
  month text,
  account text not null,
  objects jsonb not null,
  amount_ore bigint not null,
  primary key (association_id, year, version, row),
  foreign key (association_id, year, version) references accounting_file
);
comment on table accounting_row is 'Resultatkontonas rader i en inläst SIE-fil; verifikationernas texter läses inte in';
comment on column accounting_row.voucher is 'Verifikationens serie och nummer; tomt för saldon';
comment on column accounting_row.dated is 'Bokföringsdag; tomt för saldon';
comment on column accounting_row.month is 'Månad som saldot avser, ÅÅÅÅMM';
comment on column accounting_row.account is 'Konto';
comment on column accounting_row.objects is 'Dimension och objekt, i par';
comment on column accounting_row.amount_ore is 'Belopp i öre, debet större än noll';

do $$
declare name text;
begin
  foreach name in array array['administration_budget', 'account_key', 'accounting_file', 'accounting_row'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy own_association on %I to samlad_office using (association_id = any ((select scope_associations())::uuid[]))', name);
    execute format('create policy keeper on %I to samlad_keeper using (true)', name);
    execute format('grant select, insert on %I to samlad_office', name);
    execute format('grant select, insert, update, delete on %I to samlad_keeper', name);
  end loop;
end $$;
-- Figures for reports know the administration's budget by its lines.
create policy own_association_figures on administration_budget for select to samlad_statistics
  using (association_id = any ((select scope_associations())::uuid[]));
grant select on administration_budget to samlad_statistics;
