-- Nodes: all member
-- A published figure can be counted again from the records as they were registered then. That is done by a role of its own, which no request is; the curator,
-- who keeps proofs, still reads no record of a person.
do $$
begin
  begin
    create role samlad_recount nologin nobypassrls;
  exception when duplicate_object then null;
  end;
  if not pg_has_role(current_user, 'samlad_recount', 'member') then
    grant samlad_recount to current_user;
  end if;
  if not pg_has_role('samlad_recount', 'samlad_statistics', 'member') then
    grant samlad_statistics to samlad_recount;
  end if;
end $$;
grant usage on schema public to samlad_recount;

alter table protection_run add column facts_read_at timestamptz;
comment on column protection_run.facts_read_at is 'När underlaget lästes: det som var registrerat då är det som räknades';
grant update (facts_read_at) on protection_run to samlad_curator;
grant select (id, facts_read_at) on protection_run to samlad_recount;

grant select (controller_id, id, person_id, intervention_id, association_id, locked_at) on participation to samlad_recount;
do $$
declare wanted text;
begin
  -- What a participation says, and when it said so; not who registered it, nor from which file.
  select string_agg(format('%I', column_name), ', ') into wanted from information_schema.columns
    where table_schema = 'public' and table_name = 'participation_version' and column_name not in ('recorded_by', 'import_id', 'current');
  execute format('grant select (%s) on participation_version to samlad_recount', wanted);
end $$;
create policy recount on participation for select to samlad_recount using (true);
create policy recount on participation_version for select to samlad_recount using (true);
