import type { Generated } from 'kysely'

type Text = string | null

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
  disposal_decision: string | null
  disposal_decision_date: string | null
  retention_months: number | null
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
  records: string[] | null
  chain: string
  seq: number
  previous_hash: Uint8Array
  hash: Uint8Array
}

/** The tables of the slice, as Kysely sees them. */
export interface AccessTables {
  app_user: AppUserRow
  role_assignment: RoleAssignmentRow
  session: SessionRow
  set_up_link: SetUpLinkRow
  controller: ControllerRow
  audit_event: AuditEventRow
}
