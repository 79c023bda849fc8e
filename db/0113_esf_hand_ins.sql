-- Nodes: all member
-- When the participant file of a month was handed in, and what it was: a keyed hash, never a row of it. A later change of the records tells itself by another hash. Rows are only added.
create table esf_hand_in (
  controller_id uuid not null references controller,
  intervention_id uuid not null references intervention,
  month text not null check (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  handed_at timestamptz not null,
  handed_by text not null references app_user,
  participations int not null check (participations >= 0),
  own_hash text not null check (own_hash ~ '^[0-9a-f]{64}$'),
  chain_hash text not null check (chain_hash ~ '^[0-9a-f]{64}$'),
  primary key (controller_id, intervention_id, month, handed_at)
);
comment on table esf_hand_in is 'När ESF-deltagarfilen för en månad lämnades, och kontrollvärden av den; rader läggs bara till';
comment on column esf_hand_in.controller_id is 'Personuppgiftsansvarig';
comment on column esf_hand_in.intervention_id is 'Insatsen';
comment on column esf_hand_in.month is 'Månaden som filen gäller';
comment on column esf_hand_in.handed_at is 'När den markerades som lämnad';
comment on column esf_hand_in.handed_by is 'Vem som markerade den';
comment on column esf_hand_in.participations is 'Antal rader i filen';
comment on column esf_hand_in.own_hash is 'HMAC av månadens rader under den personuppgiftsansvariges nyckel';
comment on column esf_hand_in.chain_hash is 'HMAC av månaden tillsammans med alla månader före';

alter table esf_hand_in enable row level security;
alter table esf_hand_in force row level security;
create policy stewards on esf_hand_in for select to samlad_staff using (controller_id = any ((select scope_stewardships())::uuid[]));
create policy own_name on esf_hand_in for insert to samlad_staff
  with check (controller_id = any ((select scope_stewardships())::uuid[]) and handed_by = (select session_user_id()));
create policy keeper on esf_hand_in to samlad_keeper using (true);
grant select, insert on esf_hand_in to samlad_staff;
grant select, insert, update, delete on esf_hand_in to samlad_keeper;
