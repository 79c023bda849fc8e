-- Applications that never became an intervention, by the method that their last version names: for the picture from idea to ordinary operations. Nothing else of what they say.
create function application_counts_by_method() returns table (method text, ideas int, decided int)
  language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  return query
    select named.method, count(*)::int, (count(*) filter (where last.state in ('granted', 'agreed')))::int
    from (
      select distinct on (s.association_id, s.application_id) s.association_id, s.application_id, s.state
      from public.application_step s order by s.association_id, s.application_id, s.step desc) last
    join (
      select distinct on (v.association_id, v.application_id) v.association_id, v.application_id, v.content
      from public.application_version v order by v.association_id, v.application_id, v.version desc) written
      on written.association_id = last.association_id and written.application_id = last.application_id
    cross join lateral (
      select distinct jsonb_array_elements_text(coalesce(written.content -> 'methods', '[]'::jsonb))) as named (method)
    where last.state <> 'started' and public.session_user_id() is not null
    group by named.method;
end $$;
comment on function application_counts_by_method is 'Ansökningar som inte blev en insats, och hur många av dem som är beviljade, per metod';
grant create on schema public to samlad_keeper;
alter function application_counts_by_method() owner to samlad_keeper;
revoke create on schema public from samlad_keeper;
revoke execute on function application_counts_by_method() from public;
grant execute on function application_counts_by_method() to samlad_office;
-- A member that changes its draft names methods too.
grant select on method to samlad_member;
