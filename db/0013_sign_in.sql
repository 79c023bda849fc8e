-- A session changes its secret while it is used. The one before is known for a short while, for calls that were already on their way.
alter table session
  add column id uuid not null default gen_random_uuid() unique,
  add column issued_at timestamptz,
  add column previous_hash text unique,
  add column means text not null default 'demo' check (means in ('demo', 'link', 'provider', 'password', 'terminal')),
  add column acr text,
  drop constraint session_user_id_fkey,
  add constraint session_user_id_fkey foreign key (user_id) references app_user on delete cascade;
create index session_of_user on session (user_id);
comment on column session.issued_at is 'När den nuvarande hemligheten gavs; null = när sessionen började';
comment on column session.previous_hash is 'Hashvärde av hemligheten före, som gäller en kort stund efter bytet';
comment on column session.acr is 'Hur säkert personen legitimerade sig, enligt inloggningstjänsten';

alter table app_user
  add column employed_until date,
  add column claim_value text unique check (length(claim_value) between 1 and 200),
  add column employer_association_id uuid references association,
  add constraint one_employer check (employer_id is null or employer_association_id is null);
comment on column app_user.employed_until is 'Sista dag i anställningen; därefter går det inte att logga in och inga roller gäller';
comment on column app_user.claim_value is 'Det inloggningstjänsten kallar personen, till exempel HSA-id';
comment on column app_user.employer_association_id is 'Förbundet, när personen är anställd där';

alter table role_assignment
  add column reviewed_on date,
  add constraint role_ends_after_it_begins check (valid_to is null or valid_to >= valid_from - 1);
comment on column role_assignment.reviewed_on is 'När rollen senast bekräftades; görs varje år';

create table pending_sign_in (
  token_hash text primary key,
  state text not null,
  nonce text not null,
  code_verifier text not null,
  created_at timestamptz not null
);
comment on table pending_sign_in is 'Inloggning på väg hos inloggningstjänsten; gäller tio minuter och en gång';

create table local_account (
  user_id text primary key references app_user on delete cascade,
  password_hash text not null,
  totp_secret bytea not null,
  totp_step bigint not null,
  made_at timestamptz not null
);
comment on table local_account is 'Lokalt konto: lösenord som argon2id, och krypterad nyckel till engångskoder';
comment on column local_account.totp_step is 'Senast använda engångskodens tidssteg; samma kod gäller inte två gånger';

create table failed_sign_in (
  name_hash text primary key,
  failures int not null,
  last_at timestamptz not null
);
comment on table failed_sign_in is 'Misslyckade inloggningar per användarnamn, finns det eller inte';

create table account_link (
  token_hash text primary key,
  user_id text not null references app_user on delete cascade,
  totp_secret bytea not null,
  expires_at timestamptz not null
);
comment on table account_link is 'Engångslänk som en administratör lämnar till den som ska få ett lokalt konto';

grant select, insert, update, delete on pending_sign_in, local_account, failed_sign_in, account_link to samlad_service, samlad_keeper;

-- The wall: a session counts only while its person is employed, a role only on its own dates. Days are Sweden's. When a secret is too
-- old is the application's to say, which has the clock of the session and removes those that are over.
grant select (id, employed_until) on app_user to samlad_scope;
grant create on schema public to samlad_scope;

create or replace function session_user_id() returns text language sql stable security definer set search_path = pg_catalog, public as $$
  select s.user_id from public.session s join public.app_user u on u.id = s.user_id
  where encode(sha256(convert_to(coalesce(current_setting('samlad.session', true), ''), 'UTF8')), 'hex') in (s.token_hash, s.previous_hash)
    and (u.employed_until is null or u.employed_until >= (now() at time zone 'Europe/Stockholm')::date)
$$;

create or replace function scope_controllers() returns uuid[] language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(array_agg(distinct r.controller_id), '{}') from public.role_assignment r
  where r.user_id = public.session_user_id() and r.role in ('caseworker', 'controllerAdmin') and r.controller_id is not null
    and (now() at time zone 'Europe/Stockholm')::date between r.valid_from and coalesce(r.valid_to, 'infinity'::date)
$$;

create or replace function scope_associations() returns uuid[] language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(array_agg(distinct r.association_id), '{}') from public.role_assignment r
  where r.user_id = public.session_user_id() and r.association_id is not null
    and (now() at time zone 'Europe/Stockholm')::date between r.valid_from and coalesce(r.valid_to, 'infinity'::date)
$$;

revoke create on schema public from samlad_scope;
