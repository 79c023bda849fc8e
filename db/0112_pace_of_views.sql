-- Nodes: all member
-- Facts also tell how fast the own answers changed, for those who answered on three days or more: in bits that were empty.
comment on column fact.own_views is 'Första och sista egna svar på varje fråga, tre bitar vardera: 0 = inte två svar, annars steg 1–5; sedan fyra bitar vardera med förändring per år i halva steg: 0 = inte tre svar';
update fact set state_after_start6 = -1;
