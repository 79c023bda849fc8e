-- Nodes: all member
-- The employer appoints, whoever leads the intervention assigns: between the two stands a nomination, which opens nothing.
create table role_nomination (
  controller_id uuid not null references organisation,
  id uuid not null,
  user_id text not null references app_user,
  intervention_id uuid not null references intervention,
  valid_from date not null,
  valid_to date,
  state text not null default 'open' check (state in ('open', 'accepted', 'declined', 'withdrawn')),
  nominated_by text not null references app_user,
  nominated_at timestamptz not null,
  decided_by text references app_user,
  decided_at timestamptz,
  primary key (controller_id, id)
);
comment on table role_nomination is 'Deltagaransvariga som arbetsgivaren har utsett och som väntar på att insatsansvarig ger plats';
comment on column role_nomination.user_id is 'Den som är utsedd';
comment on column role_nomination.valid_from is 'Rollens första dag, om den ges';
comment on column role_nomination.valid_to is 'Rollens sista dag; null tills vidare';
comment on column role_nomination.state is 'Väntar, given, avböjd, eller återtagen av arbetsgivaren';
comment on column role_nomination.nominated_by is 'Den som utsåg';
comment on column role_nomination.decided_by is 'Den som gav plats, avböjde eller återtog';
create unique index role_nomination_one_open on role_nomination (controller_id, user_id, intervention_id) where state = 'open';
grant select, insert, update on role_nomination to samlad_service;
grant select, insert, update, delete on role_nomination to samlad_keeper;
