import type { ColumnType, Generated } from 'kysely'

type Json<T> = ColumnType<T, string, string>
type Text = string | null
type Int = number | null

export interface ParticipationRow {
  controller_id: string
  id: string
  code: string
  person_id: string
  intervention_id: string
  association_id: string
  reference_hmac: Uint8Array | null
  locked_at: Text
  locked_for: Text
}

export interface ParticipationVersionRow {
  controller_id: string
  participation_id: string
  version: number
  current: Generated<boolean>
  recorded_at: string
  recorded_by: string
  import_id: Text
  entry_date: string
  municipality: Text
  sex: string
  birth_year: number
  age_reason: Text
  born_abroad: Text
  time_since_work: Text
  education: Text
  time_on_support: Text
  occupation_before: string
  work_extent_before: Int
  study_extent_before: Int
  support_before: Json<Record<string, number | null>>
  target_groups: string[]
  referred_by: Text
  ground: string
  ground_date: Text
  exit_date: Text
  exit_reason: Text
  occupation_after: Text
  work_extent_after: Int
  study_extent_after: Int
  work_type: Text
  support_after: Json<Record<string, number | null> | null> | null
  social_contacts_before: Text
  own_ability_before: Text
  work_belief_before: Text
  social_contacts_after: Text
  own_ability_after: Text
  work_belief_after: Text
}

export interface ContactRow {
  controller_id: string
  participation_id: string
  id: string
  version: number
  current: Generated<boolean>
  recorded_at: string
  recorded_by: string
  contact_date: string
  reached: boolean
  source: string
  changes: Json<unknown[]>
  social_contacts: Text
  own_ability: Text
  work_belief: Text
  withdrawn: Generated<boolean>
}

export interface ConsentTextRow {
  controller_id: string
  version: number
  language: string
  body: string
  published_at: string
  published_by: string
}

export interface ConsentRow {
  controller_id: string
  participation_id: string
  id: string
  given_on: string
  text_version: Int
  language: Text
  how: string
  lifts_secrecy: boolean
  recorded_at: string
  recorded_by: string
}

export interface DisposalRunRow {
  controller_id: string
  id: string
  ran_at: string
  ran_by: string
  decision: string
  retention_months: Int
  counts: Json<unknown[]>
}

export interface ExitPointOffRow {
  controller_id: string
  intervention_id: string
  months: number
  switched_off_at: string
  switched_off_by: string
}

export interface TierDecisionRow {
  controller_id: string
  id: string
  tier: string
  act: string
  decision_reference: string
  decision_date: string
  legal_basis: Text
  special_basis: Text
  register_law: Text
  dpia_reference: Text
  processor_agreement: Text
  recorded_at: string
  recorded_by: Text
}

export interface IdentityRow {
  controller_id: string
  participation_id: string
  key_id: string
  nonce: Uint8Array
  ciphertext: Uint8Array
  lookup: Uint8Array
  recorded_at: string
  recorded_by: string
}

export interface IdentityRotationRow {
  controller_id: string
  id: string
  to_key: string
  rewritten: number
  started_at: string
  started_by: string
  finished_at: Text
}

export interface AnonymousCountRow {
  controller_id: string
  intervention_id: string
  association_id: string
  year: number
  id: string
  women: number
  men: number
  recorded_at: string
  recorded_by: string
  import_id: Text
}

export interface ImportTable {
  controller_id: string
  id: string
  file_name: string
  content_hash: string
  without_ground: string
  reference_reach: string
  intervention_ids: string[]
  status: string
  created_at: string
  created_by: string
  committed_at: Text
  undone_at: Text
  result: Json<unknown> | null
}

export interface ImportChunkRow {
  controller_id: string
  import_id: string
  number: number
  rows: string
}

export interface ImportRowRow {
  controller_id: string
  import_id: string
  row_number: number
  outcome: string
  participation_id: Text
}

export interface RemovedRowRow {
  controller_id: string
  mark: string
}

export interface ImportMappingRow {
  controller_id: string
  heading: string
  field: string
  used_at: string
}

export interface FactTable {
  controller_id: string
  participation_id: string
  person_id: string
  association_id: string
  intervention_id: string
  municipality: Text
  sex: number
  age_at_entry: number
  education: Int
  time_on_support: Int
  occupation_before: number
  occupation_after: Int
  work_before: Int
  work_after: Int
  study_before: Int
  study_after: Int
  support_before: number
  support_after: Int
  main_support_before: Int
  main_support_after: Int
  target_groups: number
  referred_by: Int
  exit_reason: Int
  work_type: Int
  born_abroad: Int
  time_since_work: Int
  entry_month: number
  exit_month: Int
  days_to_exit: Int
  state_after_start6: Int
  state_after_start12: Int
  state_after_start24: Int
  state_after_exit6: Int
  state_after_exit12: Int
  state_after_exit24: Int
  month_states0: Int
  month_states7: Int
  month_states14: Int
  month_states21: Int
  own_views: Int
}

export interface DataVersionRow {
  one: Generated<boolean>
  version: number
  registrations: Generated<number>
}

/** The tables of the slice, as Kysely sees them. */
export interface ParticipationTables {
  participation: ParticipationRow
  participation_version: ParticipationVersionRow
  contact: ContactRow
  disposal_run: DisposalRunRow
  removed_row: RemovedRowRow
  exit_point_off: ExitPointOffRow
  tier_decision: TierDecisionRow
  identity: IdentityRow
  identity_rotation: IdentityRotationRow
  consent_text: ConsentTextRow
  consent: ConsentRow
  anonymous_count: AnonymousCountRow
  import: ImportTable
  import_chunk: ImportChunkRow
  import_row: ImportRowRow
  import_mapping: ImportMappingRow
  fact: FactTable
  data_version: DataVersionRow
}
