-- What was entered wrongly, or never agreed, is taken back with a reason; it stayed committed for good.
alter table grant_step add column note text not null default '';
alter table grant_step alter column note drop default;
alter table grant_step add check (act <> 'withdraw' or length(note) >= 3);
comment on column grant_step.note is 'Anteckning, eller skälet till att det beviljade togs tillbaka';
comment on table grant_step is 'Steg för beviljade medel: beviljat, taget tillbaka, avtalat, ombudgeterat, förlängt, redovisat, slutredovisat, avslutat, återkrävt; rader läggs bara till';
do $$
declare name text;
begin
  select conname into strict name from pg_constraint
  where conrelid = 'grant_step'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%finalReport%';
  execute format('alter table grant_step drop constraint %I', name);
end $$;
alter table grant_step add check ((act, coalesce(was, ''), state) in (
  ('grant', '', 'granted'), ('agree', 'granted', 'agreed'), ('withdraw', 'granted', 'withdrawn'),
  ('rebudget', 'agreed', 'agreed'), ('extend', 'agreed', 'agreed'), ('report', 'agreed', 'agreed'),
  ('finalReport', 'agreed', 'reported'), ('close', 'reported', 'closed'),
  ('reclaim', 'agreed', 'agreed'), ('reclaim', 'reported', 'reported'), ('reclaim', 'closed', 'closed')));
-- An intervention whose only grant was taken back has been granted nothing.
alter policy scope on intervention_grant using (not exists (
  select from grant_step s where s.association_id = intervention_grant.association_id and s.grant_id = intervention_grant.id and s.state = 'withdrawn'));
