import type { Generated } from 'kysely'

export interface OutcomeReportRow {
  id: string
  intervention_id: string
  from_month: string
  to_month: string
  data_date: string
  software: string
  made_at: string
  outcome_version: Generated<number>
  comparison_sha256: Generated<string>
  files_sha256: Generated<string>
}

export interface OutcomeReportFileRow {
  report_id: string
  locale: string
  format: string
  file_name: string
  document: Uint8Array
  sha256: string
}

/** The tables of frozen reports, as Kysely sees them. */
export interface OutcomeReportTables {
  outcome_report: OutcomeReportRow
  outcome_report_file: OutcomeReportFileRow
}
