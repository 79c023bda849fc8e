import type { ColumnType } from 'kysely'
import type { ApplicationContent } from './domain.ts'

type Json<T> = ColumnType<T, string, string>

export interface ApplicationRow {
  association_id: string
  id: string
  recorded_at: string
  recorded_by: string
}

export interface ApplicationVersionRow {
  association_id: string
  application_id: string
  version: number
  content: Json<ApplicationContent>
  recorded_at: string
  recorded_by: string
}

export interface ApplicationAnswerRow {
  association_id: string
  application_id: string
  organisation_id: string
  version: number
  takes_part: boolean
  owns: boolean
  staff: string
  cofinancing_ore: number
  cofinancing_kind: string
  decided_by: string
  decided_on: string
  evidence: string
  recorded_at: string
  recorded_by: string
}

export interface ApplicationFindingRow {
  association_id: string
  application_id: string
  item: string
  version: number
  holds: boolean
  evidence: string
  recorded_at: string
  recorded_by: string
}

export interface ApplicationStepRow {
  association_id: string
  application_id: string
  step: number
  previous: number | null
  act: string
  was: string | null
  state: string
  dated: string
  meeting_on: string | null
  reference: string
  note: string
  amount_ore: number | null
  intervention_id: string | null
  recorded_at: string
  recorded_by: string
}

export interface ApplicationCommentRow {
  association_id: string
  application_id: string
  id: string
  text: string
  recorded_at: string
  recorded_by: string
}

export interface ApplicationDocumentRow {
  association_id: string
  application_id: string
  document_id: string
  withdrawn: boolean
  reason: string
  recorded_at: string
  recorded_by: string
}

/** The tables of the slice, as Kysely sees them. */
export interface NeedFigureRow {
  association_id: string
  id: string
  line: number
  kind: string
  intervention_id: string | null
  municipality_code: string | null
  dated: string
  women: number | null
  men: number | null
  total: number
  source: string
  recorded_at: string
  recorded_by: string
}

export interface ApplicationTables {
  need_figure: NeedFigureRow
  application: ApplicationRow
  application_version: ApplicationVersionRow
  application_answer: ApplicationAnswerRow
  application_finding: ApplicationFindingRow
  application_step: ApplicationStepRow
  application_comment: ApplicationCommentRow
  application_document: ApplicationDocumentRow
}
