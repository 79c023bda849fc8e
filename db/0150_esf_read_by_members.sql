-- What an application asks of the association follows from what ESF+ pays, and its owner is not let go while ESF+ counts on it: a member that sees the application reads
-- the plan and the steps of ESF+ too.
create policy read_by_member on esf_plan for select to samlad_member using (exists (select from application a
  where a.association_id = esf_plan.association_id and a.id = esf_plan.application_id));
create policy read_by_member on esf_step for select to samlad_member using (exists (select from application a
  where a.association_id = esf_step.association_id and a.id = esf_step.application_id));
grant select on esf_plan, esf_step to samlad_member;
