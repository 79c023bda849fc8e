import { sql } from 'kysely'
import type { Queries } from '../../platform/database.ts'
import { notFound } from '../../platform/errors.ts'
import type { Scope } from '../../platform/scope.ts'
import { findMoney } from '../../interventions/year/moneyStore.ts'
import { stockholmDate } from '../../values/civilDate.ts'
import { findClosedKey } from '../closing/stepStore.ts'
import { findFunds } from '../contributions/fundsStore.ts'
import { findAdministration } from './administrationStore.ts'
import { findBooks } from './booksStore.ts'
import { findGrants } from '../grants/grantStore.ts'
import { commitmentsOf } from './commitments.ts'
import { findKey } from './keyStore.ts'
import type { InterventionLine, YearBudget } from './domain.ts'
import { yearBudget, type PlannedIntervention, type YearInput } from './yearBudget.ts'

/** A year's budget beside its books. Throws `Refusal` 404 when there is no such association. */
export async function getYearBudget(queries: Queries, _scope: Scope, associationId: string, year: number, now: Date): Promise<YearBudget> {
  const association = await queries.selectFrom('association').select(['name', 'fictive']).where('id', '=', associationId).executeTakeFirst()
  if (!association) throw notFound()
  const { file, rows } = await findBooks(queries, associationId, year)
  const today = stockholmDate(now)
  const thisYear = Number(today.slice(0, 4))
  const input: YearInput = {
    ...{ year, file, rows },
    administration: (await findAdministration(queries, associationId)).get(year),
    interventions: await plannedInterventions(queries, associationId, year),
    paidOre: await paidOf(queries, associationId, year),
    committed: commitmentsOf(await findGrants(queries, associationId, today), { year, thisYear, through: file?.through ?? null }),
    key: await findKey(queries, associationId, await findClosedKey(queries, associationId, year)),
  }
  return {
    ...{ associationName: association.name, fictive: association.fictive },
    years: await knownYears(queries, associationId, thisYear),
    ...yearBudget(input),
  }
}

async function plannedInterventions(queries: Queries, associationId: string, year: number): Promise<PlannedIntervention[]> {
  const rows = await queries
    .selectFrom('intervention as i')
    .innerJoin('intervention_association as ia', 'ia.intervention_id', 'i.id')
    .select(['i.id', 'i.name', 'i.orientation'])
    .where('ia.association_id', '=', associationId)
    .orderBy(sql`i.name collate sv`)
    .orderBy('i.id')
    .execute()
  const money = new Map((await findMoney(queries, associationId, year)).map((one) => [one.interventionId, one]))
  return rows.map((row) => ({ ...row, orientation: row.orientation as InterventionLine['orientation'], money: money.get(row.id) }))
}

async function paidOf(queries: Queries, associationId: string, year: number): Promise<number | null> {
  const paid = (await findFunds(queries, associationId, year))?.parties.flatMap(({ paidOre }) => paidOre ?? []) ?? []
  return paid.length === 0 ? null : paid.reduce((sum, ore) => sum + ore, 0)
}

async function knownYears(queries: Queries, associationId: string, thisYear: number): Promise<number[]> {
  const years = new Set([thisYear, thisYear + 1])
  for (const table of ['administration_budget', 'accounting_file', 'intervention_year'] as const) {
    const rows = await queries.selectFrom(table).select('year').distinct().where('association_id', '=', associationId).execute()
    for (const { year } of rows) years.add(year)
  }
  return [...years].sort((a, b) => b - a)
}
