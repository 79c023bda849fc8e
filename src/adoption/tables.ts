import type { Generated } from 'kysely'

type Text = string | null
type Int = number | null
type Truth = boolean | null

/** A version of a decision. Columns that are generated tie it to the version before it. */
export interface AdoptionDecisionRow {
  association_id: string
  id: string
  version: number
  previous: Generated<Int>
  previous_withdrawn: Generated<Truth>
  withdrawn: boolean
  intervention_id: string
  verdict: string
  taken_over: Generated<Truth>
  decided_on: string
  reference: string
  taken_by: Text
  from_date: string
  to_date: Text
  money_ore: Int
  money_source: string
  accountable: string
  kept: string
  lessons: string
  words: Generated<Text>
  reason: string
  recorded_at: string
  recorded_by: string
}

/** A version of a check. */
export interface AdoptionCheckRow {
  association_id: string
  decision_id: string
  decision_version: number
  taken_over: Generated<Truth>
  months: number
  version: number
  previous: Generated<Int>
  checked_on: string
  runs: string
  note: string
  reason: string
  recorded_at: string
  recorded_by: string
}

/** The tables of the slice, as Kysely sees them. */
export interface AdoptionTables {
  adoption_decision: AdoptionDecisionRow
  adoption_check: AdoptionCheckRow
}
