-- A municipality outside every region pays, in an association where a region takes part, both as municipality and within the regional quarter (§ 5 a lag 2003:1210).
alter table municipality add column outside_region boolean not null default false;
comment on column municipality.outside_region is 'Ingår inte i någon region (5 a § lagen 2003:1210)';
update municipality set outside_region = true where code = '0980' and not fictive;

alter table contribution_entry add column as_region boolean not null default false;
comment on column contribution_entry.as_region is 'Lämnas i regionernas del av en kommun som inte ingår i någon region (5 a § lagen 2003:1210)';

drop function approved_contributions();
create function approved_contributions()
  returns table (association_id uuid, year int, organisation_id uuid, as_region boolean, step text, amount_ore bigint, dated date, recorded_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select e.association_id, e.year, e.organisation_id, e.as_region, e.step, e.amount_ore, e.dated, e.recorded_at
  from (
    select distinct on (c.association_id, c.id) c.* from public.contribution_entry c order by c.association_id, c.id, c.version desc) e
  join public.approved_years() y on y.association_id = e.association_id and y.year = e.year
  where not e.withdrawn and e.earmark = ''
$$;
comment on function approved_contributions is 'Medlemsbidrag som gäller, av år som förbundet har godkänt';
grant create on schema public to samlad_scope;
alter function approved_contributions() owner to samlad_scope;
revoke create on schema public from samlad_scope;
revoke execute on function approved_contributions() from public;
grant execute on function approved_contributions() to samlad_office, samlad_statistics;
