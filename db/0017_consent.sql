create table consent_text (
  controller_id uuid not null references controller,
  version int not null,
  language text not null,
  body text not null,
  published_at timestamptz not null,
  published_by text not null references app_user,
  primary key (controller_id, version, language)
);
comment on table consent_text is 'Text om samtycke eller information, per språk; en publicerad version ändras aldrig';

create table consent (
  controller_id uuid not null,
  participation_id uuid not null,
  id uuid not null,
  given_on date not null,
  text_version int,
  language text,
  how text not null check (how in ('written', 'oral', 'digital')),
  lifts_secrecy boolean not null,
  recorded_at timestamptz not null,
  recorded_by text not null references app_user,
  primary key (controller_id, participation_id, id),
  foreign key (controller_id, participation_id) references participation
);
comment on table consent is 'Samtycke eller information som en deltagare har fått: när, hur, vilken text och på vilket språk';
comment on column consent.text_version is 'Textens version; null när ingen text i Samlad användes';
comment on column consent.lifts_secrecy is 'Om personen också har samtyckt till att sekretessen bryts mellan parterna';

do $$
declare name text;
begin
  foreach name in array array['consent_text', 'consent'] loop
    execute format('alter table %I enable row level security; alter table %I force row level security', name, name);
    execute format('create policy own_controller on %I to samlad_staff
      using (controller_id = any ((select scope_controllers())::uuid[]))', name);
    execute format('create policy keeper on %I to samlad_keeper using (true)', name);
    execute format('grant select, insert on %I to samlad_staff', name);
    execute format('grant select, insert, update, delete on %I to samlad_keeper', name);
  end loop;
end $$;

-- A consent goes with the participation it was about, however that goes.
alter table consent drop constraint consent_controller_id_participation_id_fkey;
alter table consent add constraint consent_participation foreign key (controller_id, participation_id) references participation on delete cascade;
