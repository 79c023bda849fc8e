-- Nodes: association national
-- Which release a correction replaces goes with it to other nodes, so that nobody reads there what holds no longer without being told.
alter table received_release add column replaces uuid;
comment on column received_release.replaces is 'Utgåvan som den rättar';
create or replace view release with (security_invoker = true) as
  select id, number, title, period_from, period_to, fictive, document, sha256, policy_hash, software, released_at, replaces from received_release;
