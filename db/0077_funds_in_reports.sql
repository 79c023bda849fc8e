-- What an association's own office hands over to Uppföljning Finsam is worked out by the role that makes figures: it reads the contributions of one's own association, and no other.
grant select on contribution_entry to samlad_statistics;
create policy own_association_figures on contribution_entry for select to samlad_statistics
  using (association_id = any ((select scope_associations())::uuid[]));
grant execute on function scope_associations() to samlad_statistics;
