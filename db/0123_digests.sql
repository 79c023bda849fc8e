-- What waits, told by e-mail once a day. An address counts only when the code that was sent to it has come back.
create table digest_wish (
  user_id text primary key references app_user on delete cascade,
  address text,
  language text not null check (language in ('sv', 'en')),
  asked_at timestamptz not null,
  asks int not null check (asks > 0),
  code_hash text,
  code_sent_at timestamptz,
  confirmed_at timestamptz,
  fault text check (fault in ('refused', 'unreachable')),
  check (address is not null or (code_hash is null and confirmed_at is null)),
  check ((code_hash is null) = (code_sent_at is null))
);
comment on table digest_wish is 'Vart någon vill ha e-post om det som väntar; gäller när koden som skickades dit har angetts';
comment on column digest_wish.address is 'E-postadressen; tom när ingen e-post ska skickas';
comment on column digest_wish.asks is 'Hur många gånger en kod har begärts samma dag';
comment on column digest_wish.code_hash is 'Hashvärde av koden';
comment on column digest_wish.fault is 'Varför det inte gick att skicka sist';

create table digest_sent (
  user_id text not null references app_user on delete cascade,
  day date not null,
  told text[] not null,
  sent_at timestamptz,
  primary key (user_id, day)
);
comment on table digest_sent is 'Att någons lista har setts igenom en dag, och skickats om något var nytt; en rad per person och dag';
comment on column digest_sent.told is 'Hashvärden av det som väntade';
comment on column digest_sent.sent_at is 'När e-posten skickades; tom när inget var nytt';

grant select, insert, update, delete on digest_wish, digest_sent to samlad_service, samlad_keeper;
