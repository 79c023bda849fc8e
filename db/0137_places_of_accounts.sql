-- Two persons' word covers roles at the controllers that had a say when it was given, and at no other: else an account that two system administrators stand behind could
-- be given a role at a controller whose stewards were never asked.
alter table account_link add column places uuid[] not null default '{}';
alter table local_account add column places uuid[] not null default '{}';
comment on column account_link.places is 'Medlemmar som hade sagt ja när två personer ordnade länken';
comment on column local_account.places is 'Medlemmar som hade sagt ja när två personer ordnade kontot';
do $$
declare name text;
begin
  -- Until now whoever holds a role at a controller has been asked about there.
  foreach name in array array['account_link', 'local_account'] loop
    execute format($update$update %I made set places = coalesce((
      select array_agg(distinct r.controller_id) from role_assignment r
      where r.user_id = made.user_id and r.controller_id is not null
        and (r.valid_to is null or r.valid_to >= (now() at time zone 'Europe/Stockholm')::date)), '{}')
      where made.basis = 'twoPersons'$update$, name);
  end loop;
end $$;
