-- Nodes: all member
-- What an intervention is to be judged by, and when, is fixed before there are data. A later registration stands beside the first, and says of itself whether data could have been seen.
create table registered_outcome (
  intervention_id uuid not null references intervention,
  version int not null check (version > 0),
  outcome text not null check (outcome in ('afterStart', 'afterExit')),
  months int not null check (months in (6, 12, 24)),
  before_data boolean not null,
  reason text not null check (version = 1 or length(reason) >= 3),
  registered_at timestamptz not null,
  registered_by text not null references app_user,
  primary key (intervention_id, version)
);
comment on table registered_outcome is 'Insatsens huvudutfall och tidpunkt, bestämda på förhand; rader läggs bara till';
comment on column registered_outcome.version is 'Ordning; den senaste gäller';
comment on column registered_outcome.outcome is 'Arbete eller studier efter start, eller kvar efter avslut';
comment on column registered_outcome.months is 'Månader efter starten eller avslutet';
comment on column registered_outcome.before_data is 'Om ingen deltagare kunde ha kommit till tidpunkten när det bestämdes';
comment on column registered_outcome.reason is 'Varför det ändrades';

-- An exit is never before the start, so whoever has not been in for so many months has no such outcome of either kind.
create function outcome_could_be_seen(of_intervention uuid, after_months int) returns boolean
  language sql stable security definer set search_path = pg_catalog, public as $$
  select exists (
    select from public.participation p
    join public.participation_version v on v.controller_id = p.controller_id and v.participation_id = p.id and v.current
    where p.intervention_id = of_intervention
      and v.entry_date + make_interval(months => after_months) <= (now() at time zone 'Europe/Stockholm')::date + 45)
$$;
comment on function outcome_could_be_seen is 'Om någon som började kan ha följts så många månader (en kontakt upp till 45 dagar före räknas)';

grant create on schema public to samlad_keeper;
alter function outcome_could_be_seen(uuid, int) owner to samlad_keeper;
revoke create on schema public from samlad_keeper;
revoke execute on function outcome_could_be_seen(uuid, int) from public;
grant execute on function outcome_could_be_seen(uuid, int) to samlad_office, samlad_keeper;

alter table registered_outcome enable row level security;
alter table registered_outcome force row level security;
create policy readers on registered_outcome for select to samlad_office using ((select session_user_id()) is not null);
-- Nobody calls what was fixed with data at hand fixed before them.
create policy answers_for on registered_outcome for insert to samlad_office
  with check (answers_for_intervention(intervention_id) and registered_by = (select session_user_id())
    and before_data = not outcome_could_be_seen(intervention_id, months));
create policy figures on registered_outcome for select to samlad_statistics using (true);
create policy keeper on registered_outcome to samlad_keeper using (true);
grant select, insert on registered_outcome to samlad_office;
grant select on registered_outcome to samlad_statistics;
grant select, insert, update, delete on registered_outcome to samlad_keeper;

-- A report is also of the outcome that was registered, and of the comparison that somebody says belongs to it.
alter table outcome_report add column outcome_version int not null default 0;
alter table outcome_report add column comparison_sha256 text not null default '' check (comparison_sha256 ~ '^([0-9a-f]{64})?$');
comment on column outcome_report.outcome_version is 'Det registrerade huvudutfall som den svarar på; 0 är det som är lika för alla';
comment on column outcome_report.comparison_sha256 is 'Kontrollsumma för en jämförelse gjord utanför Samlad, som ingen här har sett; tom när ingen angavs';
do $$
declare name text;
begin
  select conname into name from pg_constraint where conrelid = 'outcome_report'::regclass and contype = 'u';
  execute format('alter table outcome_report drop constraint %I', name);
end $$;
alter table outcome_report add unique (intervention_id, from_month, to_month, data_date, software, outcome_version, comparison_sha256);
