export interface RegisteredOutcomeRow {
  intervention_id: string
  version: number
  outcome: string
  months: number
  before_data: boolean
  reason: string
  registered_at: string
  registered_by: string
}

/** The table of outcomes that are fixed beforehand, as Kysely sees it. */
export interface RegisteredOutcomeTables {
  registered_outcome: RegisteredOutcomeRow
}
