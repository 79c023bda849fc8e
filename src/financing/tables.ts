export interface ContributionEntryRow {
  association_id: string
  id: string
  version: number
  withdrawn: boolean
  year: number
  organisation_id: string
  step: string
  amount_ore: number
  dated: string
  reference: string
  motive: string
  reason: string
  recorded_at: string
  recorded_by: string
}

/** The tables of the slice, as Kysely sees them. */
export interface FinancingTables {
  contribution_entry: ContributionEntryRow
}
