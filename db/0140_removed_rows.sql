-- Nodes: all member
-- Who withdrew, objected or was given a protected identity is removed for good, but the next edition of the list may still have the row. It is known by a keyed hash of the intervention, the hash of the
-- reference and the start, which nothing can be read out of. Neither why nor when: that would only tell more.
create table removed_row (
  controller_id uuid not null references controller,
  mark text not null check (mark ~ '^[0-9a-f]{64}$'),
  primary key (controller_id, mark)
);
comment on table removed_row is 'Rader som inte får komma tillbaka när en lista läses in igen: kontrollvärden av det som togs bort på personens begäran';
comment on column removed_row.controller_id is 'Personuppgiftsansvarig';
comment on column removed_row.mark is 'HMAC av insats, löpnumrets HMAC och startdatum under den personuppgiftsansvariges egen nyckel';

alter table removed_row enable row level security;
alter table removed_row force row level security;
create policy own_controller on removed_row to samlad_staff using (controller_id = any ((select scope_controllers())::uuid[]));
create policy keeper on removed_row to samlad_keeper using (true);
grant select, insert on removed_row to samlad_staff;
grant select, insert, update, delete on removed_row to samlad_keeper;
