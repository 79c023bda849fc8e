import type { ColumnType, Generated } from 'kysely'
import type { ShiftDistribution } from '../disclosure/noise/perturbationTable.ts'

type Json<T> = ColumnType<T, string, string>

export interface NoiseSeedRow {
  one: Generated<boolean>
  seed: Uint8Array
}

export interface PerturbationTableRow {
  version: number
  threshold: number
  variance: number
  max_deviation: number
  shifts: Json<ShiftDistribution[]>
  made_at: string
}

/** The tables of the slice, as Kysely sees them. */
export interface StatisticsTables {
  noise_seed: NoiseSeedRow
  perturbation_table: PerturbationTableRow
}
