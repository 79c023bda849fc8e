-- Documents of an association: files as they came, never changed, with their checksum. What a document belongs to is said by rows of the slices that use it.
create table document (
  association_id uuid not null references association,
  id uuid not null,
  name text not null check (length(name) between 1 and 210),
  media_type text not null check (media_type in (
    'application/pdf', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')),
  byte_count int not null check (byte_count between 1 and 10485760),
  sha256 text not null,
  content bytea not null,
  recorded_at timestamptz not null,
  recorded_by text not null references app_user,
  primary key (association_id, id),
  check (byte_count = length(content)),
  check (sha256 = encode(sha256(content), 'hex'))
);
comment on table document is 'Förbundets handlingar: filer som de kom in, aldrig ändrade';
comment on column document.name is 'Filens namn, med det slut som innehållet har';
comment on column document.media_type is 'Vad innehållet är, av filens första byte och inte av dess namn';
comment on column document.byte_count is 'Storlek i byte';
comment on column document.sha256 is 'Innehållets kontrollsumma (SHA-256)';
comment on column document.content is 'Innehållet';

-- A document of a row of the contributions; with `withdrawn` it is taken away again, with the reason.
create table contribution_document (
  association_id uuid not null,
  entry_id uuid not null,
  entry_version int not null default 1 check (entry_version = 1),
  document_id uuid not null,
  withdrawn boolean not null,
  reason text not null check ((reason <> '') = withdrawn),
  recorded_at timestamptz not null,
  recorded_by text not null references app_user,
  primary key (association_id, entry_id, document_id, withdrawn),
  foreign key (association_id, entry_id, entry_version) references contribution_entry (association_id, id, version),
  foreign key (association_id, document_id) references document
);
comment on table contribution_document is 'Handlingar till rader i medlemsbidragen; rader läggs bara till';
comment on column contribution_document.entry_id is 'Raden som handlingen hör till';
comment on column contribution_document.entry_version is 'Radens första version; raden är densamma när den rättas';
comment on column contribution_document.withdrawn is 'Om raden tar bort handlingen från sidan';
comment on column contribution_document.reason is 'Varför handlingen togs bort; tomt när den lades till';

-- A document belongs to the year of its row.
create function refuse_closed_document() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform public.demand_open_year(new.association_id, e.year) from (
    select c.year from public.contribution_entry c where c.association_id = new.association_id and c.id = new.entry_id order by c.version desc limit 1) e;
  return new;
end $$;
create trigger open_year before insert on contribution_document for each row execute function refuse_closed_document();
grant create on schema public to samlad_scope;
alter function refuse_closed_document() owner to samlad_scope;
revoke create on schema public from samlad_scope;

do $$
declare name text;
begin
  foreach name in array array['document', 'contribution_document'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    -- Nobody adds a document in another's name.
    execute format('create policy own_association on %I to samlad_office using (association_id = any ((select scope_associations())::uuid[]))
      with check (association_id = any ((select scope_associations())::uuid[]) and recorded_by = (select session_user_id()))', name);
    execute format('create policy keeper on %I to samlad_keeper using (true)', name);
    execute format('grant select, insert on %I to samlad_office', name);
    execute format('grant select, insert, update, delete on %I to samlad_keeper', name);
  end loop;
end $$;
