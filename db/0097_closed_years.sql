-- Years of an association's books that are closed. A closed year takes no more rows, whoever writes; it is opened again by two persons, one who asks with a reason and
-- another who confirms. Steps are only added, each naming the one before it.
create table year_closing (
  association_id uuid not null references association,
  year int not null check (year between 2004 and 2100),
  step int not null check (step > 0),
  previous int check (previous is not distinct from nullif(step - 1, 0)),
  act text not null,
  was text,
  state text not null,
  asked_by text,
  account_key_version int check (account_key_version >= 0),
  note text not null,
  recorded_at timestamptz not null,
  recorded_by text not null references app_user,
  primary key (association_id, year, step),
  unique (association_id, year, step, state),
  unique (association_id, year, step, recorded_by),
  foreign key (association_id, year, previous, was) references year_closing (association_id, year, step, state),
  -- Two persons open a year: the one who confirms names who asked, and is somebody else.
  foreign key (association_id, year, previous, asked_by) references year_closing (association_id, year, step, recorded_by),
  check ((act = 'confirm') = (asked_by is not null)),
  check (asked_by is null or asked_by <> recorded_by),
  check ((step = 1) = (was is null)),
  check ((act, coalesce(was, ''), state) in (
    ('close', '', 'closed'), ('close', 'open', 'closed'), ('ask', 'closed', 'asked'), ('confirm', 'asked', 'open'), ('decline', 'asked', 'closed'))),
  check ((act = 'close') = (account_key_version is not null)),
  check (act not in ('ask', 'decline') or length(note) >= 3)
);
comment on table year_closing is 'Stängda år i förbundets böcker, och när de har öppnats igen; rader läggs bara till';
comment on column year_closing.step is 'Stegets nummer; det högsta gäller';
comment on column year_closing.previous is 'Numret på steget före';
comment on column year_closing.act is 'Stängt, bett om öppning, bekräftat öppningen eller sagt nej';
comment on column year_closing.was is 'Läget före';
comment on column year_closing.state is 'Läget efter: stängt, öppning begärd (fortfarande stängt) eller öppet';
comment on column year_closing.asked_by is 'Den som bad om öppningen, när den bekräftas av någon annan';
comment on column year_closing.account_key_version is 'Vilken version av kontonas betydelse som gällde när året stängdes';
comment on column year_closing.note is 'Anteckning, eller skälet till öppningen';

alter table year_closing enable row level security;
alter table year_closing force row level security;
-- Nobody closes or opens in another's name.
create policy own_association on year_closing to samlad_office using (association_id = any ((select scope_associations())::uuid[]))
  with check (association_id = any ((select scope_associations())::uuid[]) and recorded_by = (select session_user_id()));
create policy keeper on year_closing to samlad_keeper using (true);
create policy scope on year_closing for select to samlad_scope using (true);
grant select, insert on year_closing to samlad_office;
grant select, insert, update, delete on year_closing to samlad_keeper;
grant select on year_closing to samlad_scope;
grant select (id, name) on app_user to samlad_scope;

-- Whoever writes holds the books of the association shared, whoever closes alone: no row slips into a year while it is being closed.
create function demand_open_year(at_association uuid, of_year int) returns void
  language plpgsql security definer set search_path = pg_catalog, public as $$
declare closed record;
begin
  perform pg_advisory_xact_lock_shared(hashtextextended('closing ' || at_association, 0));
  select u.name, c.recorded_at into closed
  from public.year_closing c join public.app_user u on u.id = c.recorded_by
  where c.association_id = at_association and c.year = of_year and c.act = 'close'
    and (select l.state from public.year_closing l where l.association_id = at_association and l.year = of_year order by l.step desc limit 1) <> 'open'
  order by c.step desc limit 1;
  if found then
    raise exception 'the books of % are closed', of_year using errcode = 'SA422', detail = json_build_object('key', 'closing.closed', 'args',
      json_build_object('year', of_year::text, 'name', closed.name, 'on', to_char(closed.recorded_at at time zone 'Europe/Stockholm', 'YYYY-MM-DD')))::text;
  end if;
end $$;
comment on function demand_open_year is 'Avvisar en skrivning i ett stängt år, med vem som stängde det';

-- The year of a row is its year, or that of its day.
create function refuse_closed_year() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  one jsonb;
  other int;
begin
  foreach one in array array[to_jsonb(new), to_jsonb(old)] loop
    if one is not null then
      perform public.demand_open_year((one ->> 'association_id')::uuid, coalesce((one ->> 'year')::int, extract(year from (one ->> 'dated')::date)::int));
    end if;
  end loop;
  -- A correction may not move a row out of a closed year either.
  if tg_table_name = 'contribution_entry' and tg_op <> 'DELETE' then
    for other in select distinct e.year from public.contribution_entry e where e.association_id = new.association_id and e.id = new.id and e.year <> new.year loop
      perform public.demand_open_year(new.association_id, other);
    end loop;
  end if;
  return coalesce(new, old);
end $$;

create function refuse_closed_rows() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public as $$
declare one record;
begin
  for one in select distinct a.association_id, a.year from added a loop
    perform public.demand_open_year(one.association_id, one.year);
  end loop;
  return null;
end $$;

create function hold_books_to_close() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('closing ' || new.association_id, 0));
  return new;
end $$;

do $$
declare name text;
begin
  foreach name in array array['contribution_entry', 'association_economy', 'administration_budget', 'accounting_file', 'intervention_year',
    'intervention_cost', 'intervention_financing', 'grant_step', 'drawdown_step'] loop
    execute format('create trigger open_year before insert or update or delete on %I for each row execute function refuse_closed_year()', name);
  end loop;
end $$;
-- Books have thousands of rows, all of one year.
create trigger open_year after insert on accounting_row referencing new table as added for each statement execute function refuse_closed_rows();
create trigger hold_books before insert on year_closing for each row execute function hold_books_to_close();

grant create on schema public to samlad_scope;
alter function demand_open_year(uuid, int) owner to samlad_scope;
alter function refuse_closed_year() owner to samlad_scope;
alter function refuse_closed_rows() owner to samlad_scope;
revoke create on schema public from samlad_scope;
revoke execute on function demand_open_year(uuid, int) from public;
