export interface EsfHandInRow {
  controller_id: string
  intervention_id: string
  month: string
  handed_at: string
  handed_by: string
  participations: number
  own_hash: string
  chain_hash: string
}

/** The tables of the slice, as Kysely sees them. */
export interface EsfFileTables {
  esf_hand_in: EsfHandInRow
}
