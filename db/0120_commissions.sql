-- Commissions: tasks that somebody outside has given an association, with a purpose, a group, money that follows and dates to report. Each change is a new version. An
-- intervention belongs to one commission at most, so that money and figures are kept apart.
create table commission (
  association_id uuid not null references association,
  id uuid not null,
  version int not null check (version > 0),
  withdrawn boolean not null,
  title text not null,
  giver text not null,
  reference text not null,
  decided_on date not null,
  purpose text not null,
  target_group text not null,
  from_date date not null,
  to_date date check (to_date >= from_date),
  money_ore bigint not null check (money_ore >= 0),
  reporting text not null,
  reports_due jsonb not null,
  recorded_at timestamptz not null,
  recorded_by text not null references app_user,
  primary key (association_id, id, version)
);
comment on table commission is 'Riktade uppdrag till förbundet: givare, syfte, målgrupp, pengar som följer med och när uppdraget ska redovisas; varje ändring är en ny version';
comment on column commission.withdrawn is 'Borttaget: det registrerades fel';
comment on column commission.title is 'Uppdragets namn';
comment on column commission.giver is 'Den som gav uppdraget';
comment on column commission.reference is 'Beslutets beteckning';
comment on column commission.decided_on is 'Beslutets dag';
comment on column commission.purpose is 'Syfte';
comment on column commission.target_group is 'Målgrupp';
comment on column commission.from_date is 'Första dagen';
comment on column commission.to_date is 'Sista dagen, när det finns en';
comment on column commission.money_ore is 'Pengar som följer med, öre; 0 när inga gör det';
comment on column commission.reporting is 'Vad som ska redovisas och till vem';
comment on column commission.reports_due is 'Dagar då uppdraget ska redovisas';

create table commission_intervention (
  association_id uuid not null,
  commission_id uuid not null,
  version int not null,
  intervention_id uuid not null references intervention,
  current boolean not null,
  primary key (association_id, commission_id, version, intervention_id),
  foreign key (association_id, commission_id, version) references commission (association_id, id, version)
);
comment on table commission_intervention is 'Insatser som hör till ett riktat uppdrag, i varje version av det';
comment on column commission_intervention.current is 'Om den hör dit nu';
create unique index commission_intervention_one on commission_intervention (intervention_id) where current;

create table commission_report (
  association_id uuid not null,
  commission_id uuid not null,
  due date not null,
  delivered_on date not null,
  reference text not null,
  recorded_at timestamptz not null,
  recorded_by text not null references app_user,
  primary key (association_id, commission_id, due)
);
comment on table commission_report is 'Redovisningar av riktade uppdrag som har lämnats; rader läggs bara till';
comment on column commission_report.due is 'Dagen då den skulle lämnas';
comment on column commission_report.delivered_on is 'Dagen då den lämnades';
comment on column commission_report.reference is 'Redovisningens beteckning';

do $$
declare name text;
begin
  foreach name in array array['commission', 'commission_intervention', 'commission_report'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy own_association on %I to samlad_office using (association_id = any ((select scope_associations())::uuid[]))', name);
    execute format('create policy keeper on %I to samlad_keeper using (true)', name);
    execute format('create policy scope on %I for select to samlad_scope using (true)', name);
    execute format('grant select, insert on %I to samlad_office', name);
    execute format('grant select, insert, update, delete on %I to samlad_keeper', name);
    execute format('grant select on %I to samlad_scope', name);
  end loop;
end $$;
grant update (current) on commission_intervention to samlad_office;

-- A commission is a place that figures are shown of: its name, its association and its interventions are for everybody, nothing else of it.
create function commission_places() returns table (id uuid, title text, association_id uuid, interventions uuid[])
  language sql stable security definer set search_path = pg_catalog, public as $$
  select last.id, last.title, last.association_id, array_agg(ci.intervention_id order by ci.intervention_id)
  from (select distinct on (c.association_id, c.id) c.* from public.commission c order by c.association_id, c.id, c.version desc) last
  join public.commission_intervention ci on ci.association_id = last.association_id and ci.commission_id = last.id and ci.current
  where not last.withdrawn
  group by last.id, last.title, last.association_id
$$;
comment on function commission_places is 'Riktade uppdrag med insatser, som platser i uppföljningen';
grant create on schema public to samlad_scope;
alter function commission_places() owner to samlad_scope;
revoke create on schema public from samlad_scope;
revoke execute on function commission_places() from public;
grant execute on function commission_places() to samlad_office, samlad_statistics;
