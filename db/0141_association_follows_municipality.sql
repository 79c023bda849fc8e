-- Nodes: all member
-- A participation in an intervention that several associations finance is one association's: the one that has the home municipality. When the municipality is changed the association follows, in the record and
-- in the figures alike. The form had left it, and a list had moved it in the figures alone.
grant update (association_id) on participation to samlad_staff;

update participation p set association_id = found.association_id
from (
  select one.controller_id, one.id, (
    select ia.association_id
    from intervention_association ia
    left join association_municipality am
      on am.association_id = ia.association_id and am.valid_to is null and am.municipality_code = v.municipality
    where ia.intervention_id = one.intervention_id
    order by (am.municipality_code is not null) desc, ia.share_percent desc, ia.association_id
    limit 1) as association_id
  from participation one
  join participation_version v on v.controller_id = one.controller_id and v.participation_id = one.id and v.current
  join participation_version first on first.controller_id = one.controller_id and first.participation_id = one.id and first.version = 1
  where v.municipality is distinct from first.municipality
    and (select count(*) from intervention_association ia where ia.intervention_id = one.intervention_id) > 1
) found
where p.controller_id = found.controller_id and p.id = found.id and p.association_id <> found.association_id;

update fact f set association_id = p.association_id
from participation p
where p.controller_id = f.controller_id and p.id = f.participation_id and p.association_id <> f.association_id;

update data_version set version = version + 1;
