import type { ColumnType, Generated } from 'kysely'

/** Kysely's view of the database. `test/schema.test.ts` holds it to the migrations, column by column. */

type Json<T> = ColumnType<T, string, string>
type Text = string | null
type Int = number | null

export interface RegionRow {
  code: string
  name: string
  county: string
  fictive: Generated<boolean>
}

export interface MunicipalityRow {
  code: string
  name: string
  region_code: string
  population: number
  population_year: number
  population_working_age_estimate: number
  tile_column: number
  tile_row: number
  fictive: Generated<boolean>
}

export interface AssociationRow {
  id: string
  slug: string
  name: string
  seat: Text
  start_year: Int
  website: Text
  organisation_number: Text
  confidence: Text
  source: Text
  source_year: Int
  notes: Text
  fictive: Generated<boolean>
}

export interface AssociationMunicipalityRow {
  association_id: string
  municipality_code: string
  inferred: Generated<boolean>
  source: Text
  valid_from: Generated<string>
  valid_to: Text
}

export interface OrganisationRow {
  id: string
  name: string
  party: string
  municipality_code: Text
  region_code: Text
  fictive: Generated<boolean>
}

export interface MembershipRow {
  association_id: string
  organisation_id: string
  takes_part: Generated<boolean>
  finances: Generated<boolean>
  uses_funds: Generated<boolean>
  inferred: Generated<boolean>
  valid_from: Generated<string>
  valid_to: Text
}

export interface AppUserRow {
  id: string
  name: string
  employer_id: Text
  demo: Generated<boolean>
}

export interface RoleAssignmentRow {
  id: string
  user_id: string
  role: string
  association_id: Text
  controller_id: Text
  intervention_id: Text
  valid_from: string
  valid_to: Text
}

export interface SessionRow {
  token_hash: string
  user_id: string
  created_at: string
  last_seen_at: string
  expires_at: string
}

export interface SetUpLinkRow {
  token_hash: string
  created_at: string
  used_at: Text
}

export interface ControllerRow {
  organisation_id: string
  legal_basis: string
  decision_reference: string
  decision_date: string
  dpia_reference: string
  processor_agreement: string
  ground: string
  reference_key: Uint8Array
  opened_at: string
}

export interface AuditEventRow {
  id: string
  at: string
  user_id: Text
  endpoint: string
  kind: string
  status: number
  association_id: Text
  controller_id: Text
  subject: Text
}

export interface InterventionRow {
  id: string
  name: string
  description: Generated<string>
  start_date: string
  end_date: Text
  orientation: string
  precise_orientations: string[]
  target_groups: string[]
  counting_mode: string
  methods: string[]
  owner_id: string
  parties: string[]
  units: Generated<string>
  few_parties_reason: Text
  esf: Generated<boolean>
  stage: string
  fictive: Generated<boolean>
  version: Generated<number>
}

export interface InterventionAssociationRow {
  intervention_id: string
  association_id: string
  share_percent: Generated<number>
}

export interface InterventionYearRow {
  association_id: string
  intervention_id: string
  year: number
  planned_participants: Int
  budget_ore: Int
  actual_ore: Int
}

export interface HeadCountRow {
  association_id: string
  intervention_id: string
  year: number
  version: number
  women: number
  men: number
  recorded_at: string
  recorded_by: string
}

export interface HistoricFigureRow {
  association_id: string
  id: string
  year: number
  intervention_name: Text
  measure: string
  women: Int
  men: Int
  total: number
  source: string
  recorded_at: string
  recorded_by: string
  withdrawn_at: Text
}

export interface MethodRow {
  code: string
  name: string
  alias: Text
  category: string
  description: string
  evidence_level: Text
  evidence_verified: boolean
  evidence_source: Text
}

export interface CatalogueExampleRow {
  code: string
  name: string
  association_id: Text
  association_text: string
  orientation: string
  period: Text
  status: Text
  target_group: Text
  methods: string[]
  description: string
  participants: Int
  participants_kind: Text
  source: string
  confidence: string
}

export interface ParticipationRow {
  controller_id: string
  id: string
  code: string
  person_id: string
  intervention_id: string
  association_id: string
  reference_hmac: Uint8Array | null
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
  rows: Json<unknown[]>
}

export interface ImportRowRow {
  controller_id: string
  import_id: string
  row_number: number
  outcome: string
  participation_id: Text
}

export interface ImportMappingRow {
  controller_id: string
  heading: string
  field: string
  used_at: string
}

export interface Tables {
  region: RegionRow
  municipality: MunicipalityRow
  association: AssociationRow
  association_municipality: AssociationMunicipalityRow
  organisation: OrganisationRow
  membership: MembershipRow
  app_user: AppUserRow
  role_assignment: RoleAssignmentRow
  session: SessionRow
  set_up_link: SetUpLinkRow
  controller: ControllerRow
  audit_event: AuditEventRow
  intervention: InterventionRow
  intervention_association: InterventionAssociationRow
  intervention_year: InterventionYearRow
  head_count: HeadCountRow
  historic_figure: HistoricFigureRow
  method: MethodRow
  catalogue_example: CatalogueExampleRow
  participation: ParticipationRow
  participation_version: ParticipationVersionRow
  anonymous_count: AnonymousCountRow
  import: ImportTable
  import_chunk: ImportChunkRow
  import_row: ImportRowRow
  import_mapping: ImportMappingRow
}
