create table app_user (
  id text primary key check (id ~ '^[a-z0-9.-]{2,60}$'),
  name text not null,
  employer_id uuid references organisation,
  demo boolean not null default false
);
comment on table app_user is 'Användare';

create table role_assignment (
  id uuid primary key,
  user_id text not null references app_user,
  role text not null,
  association_id uuid references association,
  controller_id uuid references organisation,
  intervention_id uuid,
  valid_from date not null,
  valid_to date,
  check (association_id is null or controller_id is null)
);
comment on table role_assignment is 'Roll som en användare har, var och när';
create index role_assignment_user on role_assignment (user_id);

create table session (
  token_hash text primary key,
  user_id text not null references app_user,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null
);
comment on table session is 'Inloggning; bara ett hashvärde av nyckeln lagras';

create table set_up_link (
  token_hash text primary key,
  created_at timestamptz not null,
  used_at timestamptz
);
comment on table set_up_link is 'Engångslänk för den första administratören';

create table controller (
  organisation_id uuid primary key references organisation,
  legal_basis text not null,
  decision_reference text not null,
  decision_date date not null,
  dpia_reference text not null,
  processor_agreement text not null,
  ground text not null check (ground in ('consent', 'publicInterest')),
  reference_key bytea not null,
  opened_at timestamptz not null
);
comment on table controller is 'Personuppgiftsansvarig som har öppnat registrering av pseudonymiserade deltaganden (nivå T1)';
comment on column controller.reference_key is 'Nyckel för HMAC av lokala referenser; lämnar aldrig databasen';

create table audit_event (
  id uuid primary key,
  at timestamptz not null,
  user_id text,
  endpoint text not null,
  kind text not null check (kind in ('change', 'personRead', 'refused')),
  status int not null,
  association_id uuid,
  controller_id uuid,
  subject text
);
comment on table audit_event is 'Logg: vem gjorde eller läste vad, också det som nekades';
create index audit_event_controller on audit_event (controller_id, at);
