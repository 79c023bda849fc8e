import type { ColumnType } from 'kysely'

type Json<T> = ColumnType<T, string, string>

type Text = string | null

export interface PublicationRow {
  id: string
  definition: Json<Record<string, unknown>>
  state: string
  version: number
  made_by: string
  made_at: string
  proposed_by: Text
  proposed_at: Text
  run_id: Text
  replaces: Text
  note: Text
  returned: Text
}

export interface ProtectionRunRow {
  id: string
  publication_id: string
  definition_version: number
  tier: string
  seconds: number
  state: string
  asked_by: string
  asked_at: string
  ended_at: Text
  last_release: number | null
  result: Json<Record<string, unknown> | null> | null
  fault: Json<Record<string, unknown> | null> | null
  document: Uint8Array | null
  cells: Json<unknown[] | null> | null
  facts_read_at: Text
}

export interface ProtectionSecretRow {
  run_id: string
  content: Uint8Array
}

export interface ReleaseRow {
  id: string
  publication_id: string
  run_id: string
  number: number
  title: Json<Record<string, unknown>>
  period_from: string
  period_to: string
  fictive: boolean
  document: Uint8Array
  sha256: string
  policy_hash: string
  software: string
  data_date: Text
  proposed_by: string
  approved_by: string
  released_at: string
  replaces: Text
  note: Text
}

/** A release of another node, where no records of persons are held. */
export interface ReceivedReleaseRow {
  id: string
  number: number
  title: Json<Record<string, unknown>>
  period_from: string
  period_to: string
  fictive: boolean
  document: Uint8Array
  sha256: string
  policy_hash: string
  software: string
  released_at: string
  received_at: string
  received_by: string
  replaces: Text
}

export interface LedgerCellRow {
  release_id: string
  address: string
  value: number | null
}

export interface PlannedCellRow {
  publication_id: string
  address: string
}

/** The tables of publications, as Kysely sees them. */
export interface PublicationTables {
  publication: PublicationRow
  protection_run: ProtectionRunRow
  protection_secret: ProtectionSecretRow
  release: ReleaseRow
  received_release: ReceivedReleaseRow
  ledger_cell: LedgerCellRow
  planned_cell: PlannedCellRow
}
