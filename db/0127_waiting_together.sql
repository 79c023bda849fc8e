-- How many wait for a place in the country, of what associations have entered: each rounded to tens, and not before three have, so that the sum tells no more of another's figure than its tens, whoever comes or changes.
create function waiting_together(invented boolean) returns table (total int, associations int)
  language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  return query
    select case when count(*) >= 3 then sum(round(own.total / 10.0) * 10)::int end, count(*)::int
    from (
      select newest.association_id, sum(newest.total) as total
      from (
        select distinct on (f.association_id, f.intervention_id) f.association_id, f.total
        from public.need_figure f join public.association a on a.id = f.association_id
        where f.kind = 'waiting' and a.fictive = invented
        order by f.association_id, f.intervention_id, f.dated desc, f.recorded_at desc, f.line desc) newest
      group by newest.association_id) own
    where public.session_user_id() is not null;
end $$;
comment on function waiting_together is 'Hur många som väntar på plats i hela landet, avrundat till tiotal per förbund; inget tal när färre än tre förbund har angett det';
grant create on schema public to samlad_keeper;
alter function waiting_together(boolean) owner to samlad_keeper;
revoke create on schema public from samlad_keeper;
revoke execute on function waiting_together(boolean) from public;
grant execute on function waiting_together(boolean) to samlad_office;
