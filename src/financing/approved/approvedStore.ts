import { sql } from 'kysely'
import type { Queries } from '../../platform/database.ts'
import type { BookEntry } from '../contributions/book.ts'
import type { BookMember, LedgerStep } from '../contributions/domain.ts'
import { fundsOf, noFunds, type Funds } from '../contributions/funds.ts'
import { findAllPayers } from '../contributions/payerStore.ts'

/**
 * The money of an association in a year that it has approved itself, as everybody may see it; öre, `null` where nothing is entered, and no parties when the ledger
 * has nothing of the year.
 */
export interface ApprovedYear extends Funds {
  associationId: string
  associationName: string
  year: number
  openingEquityOre: number | null
  administrationBudgetOre: number | null
  administrationActualOre: number | null
}

/** The years that associations have approved, latest first: their contributions and their economy. What is not approved is nobody's but the office's. */
export async function listApprovedYears(queries: Queries, fictive: boolean): Promise<ApprovedYear[]> {
  const { rows: years } = await sql<{ association_id: string; name: string; year: number }>`
    select y.association_id, a.name, y.year from approved_years() y join association a on a.id = y.association_id
    where a.fictive = ${fictive} order by y.year desc, a.name collate sv`.execute(queries)
  const { rows: entries } = await sql<EntryRow>`select * from approved_contributions()`.execute(queries)
  const { rows: economies } = await sql<EconomyRow>`select * from approved_economy()`.execute(queries)
  const payers = await findAllPayers(queries)
  const entriesOf = Map.groupBy(entries, keyOf)
  const economyOf = new Map(economies.map((one) => [keyOf(one), one]))
  return years.map((one) => {
    const economy = economyOf.get(keyOf(one))
    return {
      ...{ associationId: one.association_id, associationName: one.name, year: one.year },
      ...yearFunds(payers.get(one.association_id) ?? [], entriesOf.get(keyOf(one)) ?? [], one.year),
      openingEquityOre: economy?.opening_equity_ore ?? null,
      administrationBudgetOre: economy?.administration_budget_ore ?? null,
      administrationActualOre: economy?.administration_actual_ore ?? null,
    }
  })
}

/** What other associations have approved of a year's contributions and plans, by association, to think of being one with them. */
export async function findApprovedBooks(queries: Queries): Promise<Map<string, ApprovedBook[]>> {
  const { rows: years } = await sql<{ association_id: string; year: number }>`select * from approved_years()`.execute(queries)
  const { rows: entries } = await sql<EntryRow>`select * from approved_contributions()`.execute(queries)
  const { rows: plans } = await sql<PlanRow>`
    select p.association_id, p.year, p.intervention_id, p.budget_ore, p.actual_ore, i.name, i.start_date
    from approved_plans() p join intervention i on i.id = p.intervention_id`.execute(queries)
  const [entriesOf, plansOf] = [Map.groupBy(entries, keyOf), Map.groupBy(plans, keyOf)]
  const books = years.map((one) => ({
    associationId: one.association_id,
    year: one.year,
    entries: bookEntries(entriesOf.get(keyOf(one)) ?? [], one.year),
    plans: (plansOf.get(keyOf(one)) ?? []).map(({ intervention_id, name, start_date, budget_ore, actual_ore }) => ({
      ...{ interventionId: intervention_id, name, startDate: start_date, plannedOre: budget_ore ?? 0, actualOre: actual_ore },
    })),
  }))
  return Map.groupBy(books, ({ associationId }) => associationId)
}

/** A year that an association has approved, as its ledger has it. */
export interface ApprovedBook {
  year: number
  entries: BookEntry[]
  /** What each intervention was to cost and did; `null` where its actual cost is not entered. */
  plans: { interventionId: string; name: string; startDate: string; plannedOre: number; actualOre: number | null }[]
}

interface PlanRow {
  association_id: string
  year: number
  intervention_id: string
  budget_ore: number | null
  actual_ore: number | null
  name: string
  start_date: string
}

interface EntryRow {
  association_id: string
  year: number
  organisation_id: string
  as_region: boolean
  step: LedgerStep
  amount_ore: number
  dated: string
  recorded_at: string
}

interface EconomyRow {
  association_id: string
  year: number
  opening_equity_ore: number | null
  administration_budget_ore: number | null
  administration_actual_ore: number | null
}

const keyOf = (of: { association_id: string; year: number }): string => `${of.association_id} ${of.year}`

function yearFunds(members: readonly BookMember[], rows: readonly EntryRow[], year: number): Funds {
  if (rows.length === 0) return noFunds
  return fundsOf(members, bookEntries(rows, year), year)
}

const bookEntries = (rows: readonly EntryRow[], year: number): BookEntry[] =>
  rows.map((row) => ({
    ...{ year, organisationId: row.organisation_id, step: row.step, amountOre: row.amount_ore, dated: row.dated },
    ...{ reference: '', motive: '', earmark: '', asRegion: row.as_region, recordedAt: row.recorded_at },
  }))
