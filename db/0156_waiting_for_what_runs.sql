-- Nobody waits for an intervention that has ended: its last number had no way out, as a new one can be entered of what runs alone.
create or replace function waiting_together(invented boolean) returns table (total int, associations int)
  language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  return query
    select case when count(*) >= 3 then sum(round(own.total / 10.0) * 10)::int end, count(*)::int
    from (
      select newest.association_id, sum(newest.total) as total
      from (
        select distinct on (f.association_id, f.intervention_id) f.association_id, f.total
        from public.need_figure f
        join public.association a on a.id = f.association_id
        join public.intervention i on i.id = f.intervention_id
        where f.kind = 'waiting' and a.fictive = invented
          and (i.end_date is null or i.end_date >= (now() at time zone 'Europe/Stockholm')::date)
        order by f.association_id, f.intervention_id, f.dated desc, f.recorded_at desc, f.line desc) newest
      group by newest.association_id) own
    where public.session_user_id() is not null;
end $$;
