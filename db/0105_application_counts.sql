-- How many applications an association has that never became an intervention, and how many of them were granted: for the picture from idea to ordinary operations. Nothing of
-- what they say. The tables come later (0121); what a function in plpgsql names is looked up when it runs.
create function application_counts() returns table (association_id uuid, ideas int, decided int)
  language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  return query
    select last.association_id, count(*)::int, (count(*) filter (where last.state in ('granted', 'agreed')))::int
    from (
      select distinct on (s.association_id, s.application_id) s.association_id, s.state
      from public.application_step s order by s.association_id, s.application_id, s.step desc) last
    where last.state <> 'started' and public.session_user_id() is not null
    group by last.association_id;
end $$;
comment on function application_counts is 'Ansökningar som inte blev en insats, och hur många av dem som är beviljade, per förbund';
grant create on schema public to samlad_keeper;
alter function application_counts() owner to samlad_keeper;
revoke create on schema public from samlad_keeper;
revoke execute on function application_counts() from public;
grant execute on function application_counts() to samlad_office;
