-- Nodes: all member
-- A list of participations reads its interventions from the index alone, where it went through every participation of the controller.
drop index participation_intervention;
create index participation_intervention on participation (controller_id, intervention_id) include (id, code, locked_at);
