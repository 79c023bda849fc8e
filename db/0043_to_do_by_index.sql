-- Nodes: all member
-- What remains to be done is found, counted and paged by the database. Everything but incomplete records is told by dates, which the list's
-- index holds; those that lack a field are few, and are kept apart here. The fields are those of missingFields in register/toDo.ts.
create index participation_version_incomplete on participation_version (controller_id, exit_date)
  include (participation_id, entry_date, exit_reason)
  where current and (
    education is null or time_on_support is null or referred_by is null or cardinality(target_groups) = 0
    or exit_date is not null and (exit_reason is null or occupation_after is null or coalesce(support_after, '{}') = '{}')
  );
