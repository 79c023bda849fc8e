-- Rulesets of the state's model with the table they are reckoned on, as the national office keeps them. A version is only ever added; no result is kept, it is reckoned again.
create table allocation_model (
  id uuid not null,
  version int not null check (version > 0),
  name text not null check (length(name) between 1 and 120),
  year int not null check (year between 2004 and 2100),
  rules jsonb not null,
  subjects jsonb not null,
  invented boolean not null,
  shows_need boolean not null,
  note text not null,
  recorded_at timestamptz not null,
  recorded_by text not null references app_user,
  primary key (id, version)
);
comment on table allocation_model is 'Statens fördelningsmodell: regler och tabell som det nationella kansliet har sparat; rader läggs bara till';
comment on column allocation_model.version is 'Version; den högsta gäller';
comment on column allocation_model.year is 'Året som fördelningen gäller';
comment on column allocation_model.rules is 'Ram, grundbelopp, vikter, broms, trappa och tak';
comment on column allocation_model.subjects is 'Försörjningsmått, invånare, förra årets belopp, eget kapital och tak per förbund';
comment on column allocation_model.invented is 'Om tabellen är påhittad';
comment on column allocation_model.shows_need is 'Om försörjningsmåttet får visas för alla, för kronor per behov';
comment on column allocation_model.note is 'Varför den sparades, eller vad som ändrades';

create function scope_national() returns boolean language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare
  who text := public.session_user_id();
begin
  return exists (
    select from public.role_assignment r where r.user_id = who and r.role = 'nationalAnalyst'
      and (now() at time zone 'Europe/Stockholm')::date between r.valid_from and coalesce(r.valid_to, 'infinity'::date));
end $$;
comment on function scope_national is 'Om den som frågar är nationell analytiker';

-- The support measure that the national office lets everybody see, of the version that holds. Of a year with several such tables the one saved last.
create function shown_support() returns table (year int, invented boolean, association text, support_measure numeric)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select m.year, m.invented, s.subject ->> 'id', (s.subject ->> 'supportMeasure')::numeric
  from (
    select distinct on (n.year, n.invented) n.* from (
      select distinct on (a.id) a.* from public.allocation_model a order by a.id, a.version desc) n
    where n.shows_need order by n.year, n.invented, n.recorded_at desc, n.id) m
  cross join lateral jsonb_array_elements(m.subjects) s(subject)
$$;
comment on function shown_support is 'Försörjningsmått per förbund och år som det nationella kansliet låter alla se';
create policy scope on allocation_model for select to samlad_scope using (true);
grant select on allocation_model to samlad_scope;

alter table allocation_model enable row level security;
alter table allocation_model force row level security;
create policy national on allocation_model to samlad_office using ((select scope_national()))
  with check ((select scope_national()) and recorded_by = (select session_user_id()));
create policy keeper on allocation_model to samlad_keeper using (true);
grant select, insert on allocation_model to samlad_office;
grant select, insert, update, delete on allocation_model to samlad_keeper;
grant create on schema public to samlad_scope;
alter function scope_national() owner to samlad_scope;
alter function shown_support() owner to samlad_scope;
revoke create on schema public from samlad_scope;
revoke execute on function scope_national(), shown_support() from public;
grant execute on function scope_national(), shown_support() to samlad_office;
