import type { ColumnType, Generated } from 'kysely'
import type { Point, ScoreBand } from './fidelity/scoring.ts'

type Text = string | null
type Int = number | null
type Json<T> = ColumnType<T, string, string>

export interface InterventionRow {
  id: string
  name: string
  description: Generated<string>
  start_date: string
  end_date: Text
  orientation: string
  precise_orientations: string[]
  target_groups: string[]
  counting_mode: string
  methods: string[]
  fidelity_instrument: Generated<string>
  owner_id: string
  parties: string[]
  units: Generated<string>
  municipalities: Generated<string[]>
  few_parties_reason: Text
  esf: Generated<boolean>
  stage: string
  fictive: Generated<boolean>
  version: Generated<number>
}

export interface InterventionAssociationRow {
  intervention_id: string
  association_id: string
  share_percent: Generated<number>
}

export interface InterventionYearRow {
  association_id: string
  intervention_id: string
  year: number
  planned_participants: Int
  budget_ore: Int
  actual_ore: Int
}

/** Part of a year's budget and actual; amounts in öre, net of VAT. */
export interface InterventionCostRow {
  association_id: string
  intervention_id: string
  year: number
  cost_type: string
  budget_ore: Int
  actual_ore: Int
}

/** What a party, or the Social Fund, pays in a year; in öre, net of VAT. */
export interface InterventionFinancingRow {
  association_id: string
  intervention_id: string
  year: number
  party: string
  amount_ore: number
}

export interface HeadCountRow {
  association_id: string
  intervention_id: string
  year: number
  version: number
  women: number
  men: number
  recorded_at: string
  recorded_by: string
}

export interface HistoricFigureRow {
  association_id: string
  id: string
  year: number
  intervention_name: Text
  measure: string
  women: Int
  men: Int
  total: number
  source: string
  recorded_at: string
  recorded_by: string
  withdrawn_at: Text
}

export interface MethodRow {
  code: string
  name: string
  alias: Text
  category: string
  description: string
  evidence_level: Text
  evidence_verified: boolean
  evidence_source: Text
}

export interface CatalogueExampleRow {
  code: string
  name: string
  association_id: Text
  association_text: string
  orientation: string
  period: Text
  status: Text
  target_group: Text
  methods: string[]
  description: string
  participants: Int
  participants_kind: Text
  source: string
  confidence: string
}

export interface ShareProposalRow {
  id: string
  intervention_id: string
  proposed_by: string
  proposed_at: string
  state: Generated<string>
  decided_at: Text
}

export interface ShareProposalPartRow {
  proposal_id: string
  association_id: string
  share_percent: number
  accepted_at: Text
}

export interface InterventionEventRow {
  association_id: string
  id: string
  version: number
  current: boolean
  withdrawn: boolean
  intervention_id: string
  held_on: string
  kind: string
  name: string
  half_days: number
  participants: number
  parties: string[]
  recorded_at: string
  recorded_by: string
}

export interface ReportingUsualRow {
  rhythm: string
  interim_days: number
  annual_days: number
  usual: boolean
}

export interface ReportingPlanRow {
  association_id: string
  from_year: number
  version: number
  rhythm: string
  interim_days: number
  annual_days: number
  recorded_at: string
  recorded_by: string
}

export interface ReportingStepRow {
  association_id: string
  year: number
  month: number
  step: number
  act: string
  note: string
  recorded_at: string
  recorded_by: string
}

export interface FidelityInstrumentRow {
  id: string
  association_id: string
  name: string
  same_scale_as: Text
  low: number
  high: number
  most_missing: number
  items: number
  bands: Json<ScoreBand[]>
  source: string
  recorded_at: string
  recorded_by: string
}

export interface FidelityItemRow {
  association_id: string
  instrument_id: string
  item: number
  label: string
  anchors: Json<string[]>
}

export interface FidelityRoundRow {
  id: string
  intervention_id: string
  instrument: string
  kind: string
  team: string
  assessed_on: string
  assessors: number
  recorded_at: string
  recorded_by: string
}

export interface FidelityRatingRow {
  round_id: string
  assessor: number
  assessors: number
  points: Json<Point[]>
  recorded_at: string
  recorded_by: string
}

export interface FidelityWithdrawalRow {
  round_id: string
  reason: string
  recorded_at: string
  recorded_by: string
}

/** The tables of the slice, as Kysely sees them. */
export interface InterventionTables {
  intervention: InterventionRow
  intervention_association: InterventionAssociationRow
  share_proposal: ShareProposalRow
  share_proposal_part: ShareProposalPartRow
  intervention_event: InterventionEventRow
  fidelity_instrument: FidelityInstrumentRow
  fidelity_item: FidelityItemRow
  fidelity_round: FidelityRoundRow
  fidelity_rating: FidelityRatingRow
  fidelity_withdrawal: FidelityWithdrawalRow
  intervention_year: InterventionYearRow
  intervention_cost: InterventionCostRow
  intervention_financing: InterventionFinancingRow
  head_count: HeadCountRow
  historic_figure: HistoricFigureRow
  method: MethodRow
  catalogue_example: CatalogueExampleRow
  reporting_usual: ReportingUsualRow
  reporting_plan: ReportingPlanRow
  reporting_step: ReportingStepRow
}
