-- Nodes: all member
-- What is known of the state at the start and in each of the 24 months after it: seven months to a column, four bits each, so that facts stay small.
alter table fact
  add column month_states0 integer, add column month_states7 integer, add column month_states14 integer, add column month_states21 integer;
comment on column fact.month_states0 is 'Läget månad 0–6 efter start, fyra bitar per månad: 0 = inte känt, annars plats i kodlistan plus ett';
comment on column fact.month_states7 is 'Läget månad 7–13 efter start';
comment on column fact.month_states14 is 'Läget månad 14–20 efter start';
comment on column fact.month_states21 is 'Läget månad 21–24 efter start';

-- All facts are marked, and made anew when the server starts: each has a state at its start.
update fact set state_after_start6 = -1;
