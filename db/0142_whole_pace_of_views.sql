-- Nodes: all member
-- How fast the own answers changed was cut at 3.5 steps a year and told of answers 90 days apart, so that two steps in four months counted as less. It is told of longer times only, as steep as it is.
-- Facts are made anew once when a server is updated.
comment on column fact.own_views is 'Egna svar på varje fråga, fem bitar vardera med första och sista tillsammans: 0 = inte två svar, annars fem gånger (första − 1) plus sista; sedan fem bitar vardera med förändring per år i halva steg: 0 = inte tre svar';
update fact set state_after_start6 = -1;
