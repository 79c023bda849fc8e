-- What an association itself knows of need: how many wait for a place in an intervention, and figures of its municipalities from public sources. Numbers of groups, never of
-- somebody; rows are only added, and the newest of a day's holds.
create table need_figure (
  association_id uuid not null references association,
  id uuid not null,
  line int not null check (line > 0),
  kind text not null check (kind in ('waiting', 'sickLeave', 'activityCompensation', 'economicAid', 'unemployed')),
  intervention_id uuid references intervention,
  municipality_code text references municipality,
  dated date not null,
  women int check (women >= 0),
  men int check (men >= 0),
  total int not null check (total >= 0 and total >= coalesce(women, 0) + coalesce(men, 0)),
  source text not null check (length(source) >= 2),
  recorded_at timestamptz not null,
  recorded_by text not null references app_user,
  primary key (association_id, id, line),
  check ((kind = 'waiting') = (intervention_id is not null)),
  check ((kind = 'waiting') = (municipality_code is null))
);
comment on table need_figure is 'Förbundets egna uppgifter om behov: väntande till insatser, och kommunernas tal ur öppna källor; rader läggs bara till';
comment on column need_figure.line is 'Radens nummer bland dem som angavs samtidigt';
comment on column need_figure.kind is 'Vad som räknas';
comment on column need_figure.dated is 'Dagen uppgiften gäller';
comment on column need_figure.women is 'Kvinnor, om det är känt';
comment on column need_figure.men is 'Män, om det är känt';
comment on column need_figure.total is 'Alla';
comment on column need_figure.source is 'Var uppgiften kommer från';
alter table need_figure enable row level security;
alter table need_figure force row level security;
create policy own_association on need_figure to samlad_office using (association_id = any ((select scope_associations())::uuid[]))
  with check (association_id = any ((select scope_associations())::uuid[]) and recorded_by = (select session_user_id()));
create policy keeper on need_figure to samlad_keeper using (true);
grant select, insert on need_figure to samlad_office;
grant select, insert, update, delete on need_figure to samlad_keeper;
