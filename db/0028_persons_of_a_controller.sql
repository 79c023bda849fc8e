-- Nodes: all member
-- Other participations of the same person are asked for whenever a record is opened.
create index participation_person on participation (controller_id, person_id);
