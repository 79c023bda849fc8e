export interface EsfPlanRow {
  association_id: string
  application_id: string
  version: number
  fund_permille: number
  flat_rate_permille: number | null
  unit_cost_ore: number | null
  units: number | null
  claim_every: number
  lag_months: number
  source: string
  recorded_at: string
  recorded_by: string
}

export interface EsfStepRow {
  association_id: string
  application_id: string
  step: number
  previous: number | null
  act: string
  was: string
  state: string
  dated: string
  organisation_id: string | null
  reading: string | null
  amount_ore: number | null
  reference: string
  note: string
  recorded_at: string
  recorded_by: string
}

/** The tables of ESF+, as Kysely sees them. */
export interface EsfTables {
  esf_plan: EsfPlanRow
  esf_step: EsfStepRow
}
