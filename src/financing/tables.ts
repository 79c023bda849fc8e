import type { ColumnType, Generated } from 'kysely'
import type { AllocationSubject } from './allocation/domain.ts'
import type { Rules } from './allocation/rules.ts'
import type { BookedRow, Books } from './budget/books.ts'
import type { AccountKeyFields, AdministrationChange } from './budget/domain.ts'
import type { ScenarioChange } from './scenarios/domain.ts'

type Json<T> = ColumnType<T, string, string>

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
  earmark: Generated<string>
  as_region: Generated<boolean>
  reason: string
  recorded_at: string
  recorded_by: string
}

export interface ContributionDocumentRow {
  association_id: string
  entry_id: string
  entry_version: Generated<number>
  document_id: string
  withdrawn: boolean
  reason: string
  recorded_at: string
  recorded_by: string
}

export interface ContributionScenarioRow {
  association_id: string
  id: string
  name: string
  year: number
  changes: Json<ScenarioChange[]>
  partner_id: string | null
  rule: Generated<string>
  recorded_at: string
  recorded_by: string
  withdrawn_at: string | null
}

export interface AssociationEconomyRow {
  association_id: string
  year: number
  version: number
  opening_equity_ore: number | null
  administration_budget_ore: number | null
  administration_actual_ore: number | null
  interventions_plan_ore: number | null
  deficit_reason: Generated<string>
  ceiling_percent: number | null
  reason: string
  recorded_at: string
  recorded_by: string
}

export interface AdministrationBudgetRow {
  association_id: string
  year: number
  version: number
  lines: Json<AdministrationChange['lines']>
  reason: string
  recorded_at: string
  recorded_by: string
}

export interface AccountKeyRow {
  association_id: string
  version: number
  key: Json<AccountKeyFields>
  recorded_at: string
  recorded_by: string
}

export interface AccountingFileRow {
  association_id: string
  year: number
  version: number
  content_hash: string
  sie_type: string
  program: string
  generated_on: string | null
  through: string | null
  accounts: Json<Books['accounts']>
  dimensions: Json<Books['dimensions']>
  objects: Json<Books['objects']>
  recorded_at: string
  recorded_by: string
}

export interface AccountingRowRow {
  association_id: string
  year: number
  version: number
  row: number
  voucher: string
  dated: string | null
  month: string | null
  account: string
  objects: Json<BookedRow['objects']>
  amount_ore: number
}

export interface InterventionGrantRow {
  association_id: string
  id: string
  intervention_id: string
  recorded_at: string
  recorded_by: string
}

export interface GrantStepRow {
  association_id: string
  grant_id: string
  step: number
  previous: number | null
  act: string
  was: string | null
  state: string
  dated: string
  reference: string
  amount_ore: number | null
  from_date: string | null
  to_date: string | null
  reports_due: Json<string[]> | null
  report_due: string | null
  note: string
  recorded_at: string
  recorded_by: string
}

export interface DrawdownRow {
  association_id: string
  id: string
  grant_id: string
  amount_ore: number
  costs_from: string
  costs_to: string
  reference: string
  recorded_at: string
  recorded_by: string
}

export interface DrawdownStepRow {
  association_id: string
  drawdown_id: string
  step: number
  previous: number | null
  act: string
  was: string | null
  state: string
  first_attester: string | null
  dated: string
  note: string
  recorded_at: string
  recorded_by: string
}

export interface CommissionRow {
  association_id: string
  id: string
  version: number
  withdrawn: boolean
  title: string
  giver: string
  reference: string
  decided_on: string
  purpose: string
  target_group: string
  from_date: string
  to_date: string | null
  money_ore: number
  reporting: string
  reports_due: Json<string[]>
  recorded_at: string
  recorded_by: string
}

export interface CommissionInterventionRow {
  association_id: string
  commission_id: string
  version: number
  intervention_id: string
  current: boolean
}

export interface CommissionReportRow {
  association_id: string
  commission_id: string
  due: string
  version: number
  withdrawn: boolean
  delivered_on: string
  reference: string
  reason: string
  recorded_at: string
  recorded_by: string
}

export interface YearClosingRow {
  association_id: string
  year: number
  step: number
  previous: number | null
  act: string
  was: string | null
  state: string
  asked_by: string | null
  account_key_version: number | null
  note: string
  recorded_at: string
  recorded_by: string
}

export interface AllocationModelRow {
  id: string
  version: number
  name: string
  year: number
  rules: Json<Rules>
  subjects: Json<AllocationSubject[]>
  invented: boolean
  shows_need: boolean
  note: string
  recorded_at: string
  recorded_by: string
}

/** The tables of the slice, as Kysely sees them. */
export interface FinancingTables {
  commission: CommissionRow
  commission_intervention: CommissionInterventionRow
  commission_report: CommissionReportRow
  contribution_entry: ContributionEntryRow
  contribution_document: ContributionDocumentRow
  contribution_scenario: ContributionScenarioRow
  association_economy: AssociationEconomyRow
  administration_budget: AdministrationBudgetRow
  account_key: AccountKeyRow
  accounting_file: AccountingFileRow
  accounting_row: AccountingRowRow
  intervention_grant: InterventionGrantRow
  grant_step: GrantStepRow
  drawdown: DrawdownRow
  drawdown_step: DrawdownStepRow
  year_closing: YearClosingRow
  allocation_model: AllocationModelRow
}
