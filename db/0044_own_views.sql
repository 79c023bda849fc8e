-- Nodes: all member
-- Three short questions that the person answers by a step on a scale, or by saying that they would rather not; empty = not asked. The sentences
-- are in src/participations/ownViews.ts.
alter table participation_version
  add column social_contacts_before text, add column own_ability_before text, add column work_belief_before text,
  add column social_contacts_after text, add column own_ability_after text, add column work_belief_after text;
comment on column participation_version.social_contacts_before is 'Sociala kontakter vid start';
comment on column participation_version.own_ability_before is 'Tro på egen förmåga vid start';
comment on column participation_version.work_belief_before is 'Tro på arbete vid start';
comment on column participation_version.social_contacts_after is 'Sociala kontakter vid avslut';
comment on column participation_version.own_ability_after is 'Tro på egen förmåga vid avslut';
comment on column participation_version.work_belief_after is 'Tro på arbete vid avslut';
alter table contact add column social_contacts text, add column own_ability text, add column work_belief text;
comment on column contact.social_contacts is 'Sociala kontakter';
comment on column contact.own_ability is 'Tro på egen förmåga';
comment on column contact.work_belief is 'Tro på arbete';
