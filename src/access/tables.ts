import type { Generated } from 'kysely'

type Text = string | null

export interface AppUserRow {
  id: string
  name: string
  employer_id: Text
  demo: Generated<boolean>
  employed_until: Text
  claim_value: Text
  employer_association_id: Text
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
  reviewed_on: Text
}

export interface RoleNominationRow {
  controller_id: string
  id: string
  user_id: string
  intervention_id: string
  valid_from: string
  valid_to: Text
  state: Generated<string>
  nominated_by: string
  nominated_at: string
  decided_by: Text
  decided_at: Text
}

export interface SessionRow {
  token_hash: string
  user_id: string
  created_at: string
  last_seen_at: string
  expires_at: string
  id: Generated<string>
  issued_at: Text
  previous_hash: Text
  means: Generated<string>
  acr: Text
}

export interface PendingSignInRow {
  return_to: string | null
  token_hash: string
  state: string
  nonce: string
  code_verifier: string
  created_at: string
}

export interface LocalAccountRow {
  user_id: string
  password_hash: string
  totp_secret: Uint8Array
  totp_step: number
  made_at: string
  basis: Text
  place_id: Text
  places: Generated<string[]>
}

export interface FailedSignInRow {
  name_hash: string
  failures: number
  last_at: string
}

export interface AccountLinkRow {
  token_hash: string
  user_id: string
  totp_secret: Uint8Array
  expires_at: string
  basis: string
  place_id: Text
  places: Generated<string[]>
}

export interface AccountRequestRow {
  id: string
  user_id: string
  place_id: Text
  asked_by: string
  asked_at: string
  confirmed_by: Text
}

export interface AccountNoticeRow {
  id: string
  user_id: string
  at: string
  ordered_by: string
  told_at: Text
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
  special_basis: Text
  register_law: Text
  closed_at: Text
  identity_legal_basis: Text
  identity_decision_reference: Text
  identity_decision_date: Text
  identity_opened_at: Text
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
  role: Text
}

/** The tables of the slice, as Kysely sees them. */
export interface AccessTables {
  app_user: AppUserRow
  role_assignment: RoleAssignmentRow
  role_nomination: RoleNominationRow
  session: SessionRow
  set_up_link: SetUpLinkRow
  pending_sign_in: PendingSignInRow
  local_account: LocalAccountRow
  failed_sign_in: FailedSignInRow
  account_link: AccountLinkRow
  account_request: AccountRequestRow
  account_notice: AccountNoticeRow
  controller: ControllerRow
  audit_event: AuditEventRow
}
