-- By whose word a link to a local account was made, and so which roles the account may carry. Links on their way have none: they end here.
delete from account_link;
alter table account_link
  add column basis text not null check (basis in ('controller', 'office', 'twoPersons')),
  add column place_id uuid references organisation,
  add constraint link_of_a_controller_says_which check ((basis = 'controller') = (place_id is not null));
comment on column account_link.basis is 'Vem som ordnade länken: dataansvarig för egen personal, en systemadministratör ensam, eller två personer';
comment on column account_link.place_id is 'Medlemmen vars dataansvariga ordnade länken';
alter table local_account
  add column basis text check (basis in ('controller', 'office', 'twoPersons')),
  add column place_id uuid references organisation;
comment on column local_account.basis is 'Vem som ordnade kontot; null för konton från innan det skrevs upp';
comment on column local_account.place_id is 'Medlemmen vars dataansvariga ordnade kontot';

-- One row for each member that has a say, or a single one without a place: the link is made when all are confirmed.
create table account_request (
  id uuid primary key,
  user_id text not null references app_user on delete cascade,
  place_id uuid references organisation,
  asked_by text not null references app_user on delete cascade,
  asked_at timestamptz not null,
  confirmed_by text references app_user on delete cascade
);
comment on table account_request is 'Begäran om en länk till ett konto som två personer ska stå bakom';
comment on column account_request.place_id is 'Medlemmen där någon annan dataansvarig ska bekräfta; null = en annan systemadministratör';
create index account_request_of_user on account_request (user_id);

create table account_notice (
  id uuid primary key,
  user_id text not null references app_user on delete cascade,
  at timestamptz not null,
  ordered_by text not null,
  told_at timestamptz
);
comment on table account_notice is 'Att ett nytt konto ordnades åt någon som redan kunde logga in; sägs vid nästa inloggning';
comment on column account_notice.ordered_by is 'Namnen på dem som ordnade det';
comment on column account_notice.told_at is 'När personen först loggade in efteråt';
create index account_notice_of_user on account_notice (user_id);
grant select, insert, update, delete on account_request, account_notice to samlad_service, samlad_keeper;
