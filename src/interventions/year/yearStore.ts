import { randomUUID } from 'node:crypto'
import type { Queries } from '../../platform/database.ts'
import { breaksRule, notFound, type Fault } from '../../platform/errors.ts'
import type { Scope } from '../../platform/scope.ts'
import type { YearPicture } from '../contract.ts'
import type { HeadCount, HistoricFigure } from '../domain.ts'
import { demandOpen, findLock } from '../periods/lockStore.ts'
import { findMoney } from './moneyStore.ts'
import { countYearFault, sumFaults, yearAt, type Run } from './yearRules.ts'

/** What an association itself has entered about a year: counts, plan, money, and older figures. */
export async function getYearPicture(
  queries: Queries,
  _scope: Scope,
  associationId: string,
  year: number,
  now: Date,
): Promise<YearPicture> {
  const interventions = await queries
    .selectFrom('intervention as i')
    .innerJoin('intervention_association as ia', 'ia.intervention_id', 'i.id')
    .innerJoin('organisation as o', 'o.id', 'i.owner_id')
    .select(['i.id', 'i.name', 'i.counting_mode', 'i.esf', 'i.owner_id', 'o.name as owner_name'])
    .where('ia.association_id', '=', associationId)
    .where('i.start_date', '<=', `${year}-12-31`)
    .where((on) => on.or([on('i.end_date', 'is', null), on('i.end_date', '>=', `${year}-01-01`)]))
    .orderBy('i.name')
    .execute()
  const association = await queries.selectFrom('association').select('fictive').where('id', '=', associationId).executeTakeFirst()
  if (!association) throw notFound()
  const counts = await latestHeadCounts(queries, associationId, year)
  const money = await findMoney(queries, associationId, year)
  return {
    year,
    fictive: association.fictive,
    lock: (await findLock(queries, associationId, year, now)) ?? null,
    rows: interventions.map((row) => ({
      intervention: {
        id: row.id,
        name: row.name,
        countingMode: row.counting_mode,
        esf: row.esf,
        ownerId: row.owner_id,
        ownerName: row.owner_name,
      },
      headCount: counts.get(row.id) ?? null,
      money: money.find((one) => one.interventionId === row.id) ?? null,
    })),
    historic: await historicFigures(queries, associationId),
  }
}

async function latestHeadCounts(queries: Queries, associationId: string, year: number): Promise<Map<string, HeadCount>> {
  const rows = await queries
    .selectFrom('head_count')
    .distinctOn('intervention_id')
    .select(['intervention_id', 'year', 'women', 'men'])
    .where('association_id', '=', associationId)
    .where('year', '=', year)
    .orderBy('intervention_id')
    .orderBy('version', 'desc')
    .execute()
  return new Map(
    rows.map((row) => [row.intervention_id, { interventionId: row.intervention_id, year: row.year, women: row.women, men: row.men }]),
  )
}

async function historicFigures(queries: Queries, associationId: string): Promise<YearPicture['historic']> {
  const rows = await queries
    .selectFrom('historic_figure')
    .selectAll()
    .where('association_id', '=', associationId)
    .where('withdrawn_at', 'is', null)
    .orderBy('year', 'desc')
    .orderBy('measure')
    .orderBy('recorded_at')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    year: row.year,
    interventionName: row.intervention_name,
    measure: row.measure as HistoricFigure['measure'],
    women: row.women,
    men: row.men,
    total: row.total,
    source: row.source,
  }))
}

/**
 * Records head-counts as new versions. Only for volume-mode interventions, in years that they ran: others are counted from their participations.
 * Refused (422) for a year that is locked.
 */
export async function recordHeadCounts(
  queries: Queries,
  scope: Scope,
  associationId: string,
  rows: readonly HeadCount[],
  now: Date,
): Promise<number> {
  await demandOpen(queries, associationId, yearsOf(rows), now)
  const financed = await financedBy(queries, associationId)
  refuseFaults(rows, ({ interventionId, year }) => {
    const intervention = financed.get(interventionId)
    if (!intervention) return [{ key: 'interventions.notYours' }]
    if (intervention.countingMode === 'identified') return [{ key: 'interventions.countedFromRows' }]
    const fault = countYearFault(intervention, year, yearAt(now))
    return fault ? [{ where: 'year', key: `interventions.${fault}` }] : []
  })
  for (const row of rows) {
    const before = await queries
      .selectFrom('head_count')
      .select((on) => on.fn.max('version').as('version'))
      .where('association_id', '=', associationId)
      .where('intervention_id', '=', row.interventionId)
      .where('year', '=', row.year)
      .executeTakeFirst()
    await queries
      .insertInto('head_count')
      .values({
        association_id: associationId,
        intervention_id: row.interventionId,
        year: row.year,
        version: (before?.version ?? 0) + 1,
        women: row.women,
        men: row.men,
        recorded_at: now.toISOString(),
        recorded_by: scope.userId,
      })
      .execute()
  }
  return rows.length
}

/**
 * Records older, already aggregated figures of years that have come and are not locked. Women and men must fit in the total, and make it where
 * both are given.
 */
export async function recordHistoricFigures(
  queries: Queries,
  scope: Scope,
  associationId: string,
  rows: readonly HistoricFigure[],
  now: Date,
): Promise<number> {
  await demandOpen(queries, associationId, yearsOf(rows), now)
  refuseFaults(rows, (row) => [
    ...(row.year > yearAt(now) ? [{ where: 'year', key: 'interventions.futureYear' }] : []),
    ...sumFaults(row).map(({ where, key }) => ({ where, key: `interventions.${key}` })),
  ])
  await queries
    .insertInto('historic_figure')
    .values(
      rows.map((row) => ({
        association_id: associationId,
        id: randomUUID(),
        year: row.year,
        intervention_name: row.interventionName,
        measure: row.measure,
        women: row.women,
        men: row.men,
        total: row.total,
        source: row.source,
        recorded_at: now.toISOString(),
        recorded_by: scope.userId,
      })),
    )
    .execute()
  return rows.length
}

/** Takes an older figure out of the picture; the row stays with the time it was withdrawn. */
export async function withdrawHistoricFigure(
  queries: Queries,
  _scope: Scope,
  associationId: string,
  id: string,
  now: Date,
): Promise<number> {
  await demandOpenFigure(queries, associationId, id, now)
  const row = await queries
    .updateTable('historic_figure')
    .set({ withdrawn_at: now.toISOString() })
    .where('association_id', '=', associationId)
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!row) throw notFound()
  return 1
}

async function demandOpenFigure(queries: Queries, associationId: string, id: string, now: Date): Promise<void> {
  const figure = await queries
    .selectFrom('historic_figure')
    .select('year')
    .where('association_id', '=', associationId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (figure) await demandOpen(queries, associationId, [figure.year], now)
}

const yearsOf = (rows: readonly { year: number }[]): number[] => rows.map(({ year }) => year)

async function financedBy(queries: Queries, associationId: string): Promise<Map<string, Run & { countingMode: string }>> {
  const rows = await queries
    .selectFrom('intervention as i')
    .innerJoin('intervention_association as ia', 'ia.intervention_id', 'i.id')
    .select(['i.id', 'i.counting_mode', 'i.start_date', 'i.end_date'])
    .where('ia.association_id', '=', associationId)
    .execute()
  return new Map(rows.map((row) => [row.id, { countingMode: row.counting_mode, startDate: row.start_date, endDate: row.end_date }]))
}

/** Refuses (422) when a row has faults: at a field of it, or at the row where no field is to blame. */
function refuseFaults<T>(rows: readonly T[], faultsOf: (row: T) => { where?: string; key: string }[]): void {
  const faults: Fault[] = rows.flatMap((row, i) =>
    faultsOf(row).map(({ where, key }) => ({ where: `body.rows.${i}${where ? `.${where}` : ''}`, key })),
  )
  if (faults.length > 0) throw breaksRule(faults[0]!.key, {}, faults)
}
