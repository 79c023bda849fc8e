-- The area of an association is that of the municipalities that are its members (§§ 1 and 4). Correcting the register had changed the area alone: who was placed became no member, and who
-- had left was still charged. The office now changes both; what was corrected before, which has a day from which it holds, is set right.
grant insert, update on membership to samlad_office;

insert into membership (association_id, organisation_id, inferred, valid_from)
select am.association_id, o.id, am.inferred, am.valid_from
from association_municipality am
join organisation o on o.party = 'municipality' and o.municipality_code = am.municipality_code
where am.valid_to is null and isfinite(am.valid_from) and not exists (
  select from membership ms where ms.association_id = am.association_id and ms.organisation_id = o.id and ms.valid_to is null)
on conflict (association_id, organisation_id, valid_from) do update set valid_to = null;

-- A region comes with the first of its municipalities. One outside every region has none (§ 5 a).
insert into membership (association_id, organisation_id, inferred, valid_from)
select am.association_id, o.id, true, min(am.valid_from)
from association_municipality am
join municipality m on m.code = am.municipality_code and not m.outside_region
join organisation o on o.party = 'region' and o.region_code = m.region_code
where am.valid_to is null and isfinite(am.valid_from) and not exists (
  select from membership ms where ms.association_id = am.association_id and ms.organisation_id = o.id and ms.valid_to is null)
group by am.association_id, o.id
on conflict (association_id, organisation_id, valid_from) do update set valid_to = null;

-- Who has been said to have left, with the region of the last of them.
update membership ms set valid_to = gone.day
from (
  select am.association_id, o.id as organisation_id, max(am.valid_to) as day
  from association_municipality am
  join municipality m on m.code = am.municipality_code
  join organisation o on (o.party = 'municipality' and o.municipality_code = m.code)
    or (o.party = 'region' and o.region_code = m.region_code and not m.outside_region)
  group by am.association_id, o.id
  having bool_and(am.valid_to is not null)) gone
where ms.association_id = gone.association_id and ms.organisation_id = gone.organisation_id and ms.valid_to is null;
