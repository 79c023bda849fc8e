-- Which municipalities an intervention is for, as its association states it: reference data, not counted from where participants live.
alter table intervention add column municipalities text[] not null default '{}';
comment on column intervention.municipalities is 'Kommuner';
