import type { Queries } from '../../platform/database.ts'
import { breaksRule, type Fault } from '../../platform/errors.ts'
import type { Scope } from '../../platform/scope.ts'
import { CostType, Financier } from '../codes.ts'
import type { InterventionYear, RecordedYear } from '../domain.ts'
import { demandOpen } from '../periods/lockStore.ts'
import { moneyFaults, sumOfGiven, withActuals, type YearCost, type YearFinancing } from './yearMoney.ts'

/** Plan and money of an association's interventions in a year, with cost types and financing in the order of their lists. */
export async function findMoney(queries: Queries, associationId: string, year: number): Promise<Required<InterventionYear>[]> {
  const totals = await queries
    .selectFrom('intervention_year')
    .selectAll()
    .where('association_id', '=', associationId)
    .where('year', '=', year)
    .execute()
  const costs = await costsByYear(queries, associationId)
  const financing = await financingByYear(queries, associationId, year)
  return totals.map((row) => ({
    interventionId: row.intervention_id,
    year,
    plannedParticipants: row.planned_participants,
    budgetOre: row.budget_ore,
    actualOre: row.actual_ore,
    costs: costs.get(keyOf(row.intervention_id, year)) ?? [],
    financing: financing.get(row.intervention_id) ?? [],
  }))
}

const keyOf = (interventionId: string, year: number): string => `${interventionId} ${year}`

/** Cost types of all the years of an association, by intervention and year. */
async function costsByYear(queries: Queries, associationId: string): Promise<Map<string, YearCost[]>> {
  const rows = await queries.selectFrom('intervention_cost').selectAll().where('association_id', '=', associationId).execute()
  const found = new Map<string, YearCost[]>()
  for (const row of rows) {
    const key = keyOf(row.intervention_id, row.year)
    const cost = { type: row.cost_type as YearCost['type'], budgetOre: row.budget_ore, actualOre: row.actual_ore }
    found.set(
      key,
      [...(found.get(key) ?? []), cost].sort((a, b) => CostType.index(a.type) - CostType.index(b.type)),
    )
  }
  return found
}

async function financingByYear(queries: Queries, associationId: string, year: number): Promise<Map<string, YearFinancing[]>> {
  const rows = await queries
    .selectFrom('intervention_financing')
    .selectAll()
    .where('association_id', '=', associationId)
    .where('year', '=', year)
    .execute()
  const found = new Map<string, YearFinancing[]>()
  for (const row of rows) {
    const one = { party: row.party as YearFinancing['party'], amountOre: row.amount_ore }
    const others = found.get(row.intervention_id) ?? []
    found.set(
      row.intervention_id,
      [...others, one].sort((a, b) => Financier.index(a.party) - Financier.index(b.party)),
    )
  }
  return found
}

/**
 * Records plan, budget and actual of interventions and years. Cost types and financing replace those that are there; what is left out (the spreadsheets have
 * some of it) stays. Throws `Refusal` (422) with each fault at its row and field, and for a year that is locked.
 */
export async function recordInterventionYears(
  queries: Queries,
  _scope: Scope,
  associationId: string,
  given: readonly RecordedYear[],
  now: Date,
): Promise<number> {
  const years = given.map(({ year }) => year)
  await demandOpen(queries, associationId, years, now)
  const rows = await completeRows(queries, associationId, given)
  await refuseFaultyMoney(queries, associationId, rows)
  for (const row of rows) {
    const place = { association_id: associationId, intervention_id: row.interventionId, year: row.year }
    const values = { planned_participants: row.plannedParticipants, budget_ore: row.budgetOre, actual_ore: row.actualOre }
    await queries
      .insertInto('intervention_year')
      .values({ ...place, ...values })
      .onConflict((conflict) => conflict.columns(['association_id', 'intervention_id', 'year']).doUpdateSet(values))
      .execute()
    if (row.costs) await replaceCosts(queries, place, row.costs)
    if (row.financing) await replaceFinancing(queries, place, row.financing)
  }
  return rows.length
}

/** Rows with what is left out of them as it stands; a later row of the same intervention and year meets what this one leaves. */
async function completeRows(queries: Queries, associationId: string, given: readonly RecordedYear[]): Promise<InterventionYear[]> {
  const stored = await queries.selectFrom('intervention_year').selectAll().where('association_id', '=', associationId).execute()
  const totals = new Map(
    stored.map((row): [string, Totals] => [
      keyOf(row.intervention_id, row.year),
      { plannedParticipants: row.planned_participants, budgetOre: row.budget_ore, actualOre: row.actual_ore },
    ]),
  )
  const costs = await costsByYear(queries, associationId)
  return given.map(({ actuals, ...row }) => {
    const key = keyOf(row.interventionId, row.year)
    const types = actuals ? withActuals(row.costs ?? costs.get(key) ?? [], actuals) : row.costs
    const known = totals.get(key)
    const total = (of: 'budgetOre' | 'actualOre'): number | null => {
      if (row[of] !== undefined) return row[of]
      return sumOfGiven((types ?? []).map((cost) => cost[of])) ?? (actuals && of === 'actualOre' ? null : (known?.[of] ?? null))
    }
    const { plannedParticipants = known?.plannedParticipants ?? null } = row
    const whole = { plannedParticipants, budgetOre: total('budgetOre'), actualOre: total('actualOre') }
    totals.set(key, whole)
    if (types) costs.set(key, types)
    return { ...row, ...whole, costs: types }
  })
}

type Totals = Pick<InterventionYear, 'plannedParticipants' | 'budgetOre' | 'actualOre'>

async function refuseFaultyMoney(queries: Queries, associationId: string, rows: readonly InterventionYear[]): Promise<void> {
  const financed = await queries
    .selectFrom('intervention as i')
    .innerJoin('intervention_association as ia', 'ia.intervention_id', 'i.id')
    .select(['i.id', 'i.esf'])
    .where('ia.association_id', '=', associationId)
    .execute()
  const esf = new Map(financed.map((row) => [row.id, row.esf]))
  const costs = await costsByYear(queries, associationId)
  const faults: Fault[] = rows.flatMap((row, at) => {
    const isEsf = esf.get(row.interventionId)
    if (isEsf === undefined) return [{ where: `body.rows.${at}`, key: 'interventions.notYours' }]
    // A later row of the same intervention and year meets what this one leaves.
    const key = keyOf(row.interventionId, row.year)
    if (row.costs) costs.set(key, row.costs)
    const found = moneyFaults({ ...row, costs: costs.get(key) ?? [], financing: row.financing ?? [] }, isEsf)
    return found.map((fault) => ({ ...fault, where: `body.rows.${at}.${fault.where}` }))
  })
  const [first] = faults
  if (first) throw breaksRule(first.key, first.args, faults)
}

interface YearKey {
  association_id: string
  intervention_id: string
  year: number
}

async function replaceCosts(queries: Queries, place: YearKey, costs: readonly YearCost[]): Promise<void> {
  await clear(queries, 'intervention_cost', place)
  if (costs.length === 0) return
  const rows = costs.map(({ type, budgetOre, actualOre }) => ({ ...place, cost_type: type, budget_ore: budgetOre, actual_ore: actualOre }))
  await queries.insertInto('intervention_cost').values(rows).execute()
}

async function replaceFinancing(queries: Queries, place: YearKey, financing: readonly YearFinancing[]): Promise<void> {
  await clear(queries, 'intervention_financing', place)
  if (financing.length === 0) return
  const rows = financing.map(({ party, amountOre }) => ({ ...place, party, amount_ore: amountOre }))
  await queries.insertInto('intervention_financing').values(rows).execute()
}

async function clear(queries: Queries, table: 'intervention_cost' | 'intervention_financing', place: YearKey): Promise<void> {
  await queries
    .deleteFrom(table)
    .where('association_id', '=', place.association_id)
    .where('intervention_id', '=', place.intervention_id)
    .where('year', '=', place.year)
    .execute()
}
