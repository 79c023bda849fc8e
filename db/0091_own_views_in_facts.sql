-- Nodes: all member
-- The first and the last own answer to each of the three questions, so that the change can be shown among the figures.
alter table fact add column own_views integer;
comment on column fact.own_views is 'Första och sista egna svar på varje fråga, tre bitar vardera: 0 = inte två svar, annars steg 1–5';

-- All facts are made anew by the mark of 0090; this one holds where that has been done.
update fact set state_after_start6 = -1;
