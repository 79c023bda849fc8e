import { sql, type Selectable } from 'kysely'
import type { Queries } from '../../platform/database.ts'
import { notFound } from '../../platform/errors.ts'
import type { Scope } from '../../platform/scope.ts'
import { stockholmDate, type CivilDate } from '../../values/civilDate.ts'
import type { GrantStepRow } from '../tables.ts'
import type { Drawdown, Grant, GrantBook } from './domain.ts'
import { grantOf, totalsOf, type GrantInput, type StoredStep } from './grant.ts'

/** All that an association has granted interventions. Throws `Refusal` 404 when there is no such association. */
export async function getGrantBook(queries: Queries, _scope: Scope, associationId: string, now: Date): Promise<GrantBook> {
  const association = await queries.selectFrom('association').select(['name', 'fictive']).where('id', '=', associationId).executeTakeFirst()
  if (!association) throw notFound()
  const today = stockholmDate(now)
  const grants = await findGrants(queries, associationId, today)
  const interventions = await queries
    .selectFrom('intervention as i')
    .innerJoin('intervention_association as ia', 'ia.intervention_id', 'i.id')
    .select(['i.id', 'i.name'])
    .where('ia.association_id', '=', associationId)
    .orderBy(sql`i.name collate sv`)
    .orderBy('i.id')
    .execute()
  return { associationName: association.name, fictive: association.fictive, today, interventions, grants, totals: totalsOf(grants) }
}

/** Grants as they stand, latest decided first; of one id alone when it is given. */
export async function findGrants(queries: Queries, associationId: string, today: CivilDate, id?: string): Promise<Grant[]> {
  const rows = await queries
    .selectFrom('intervention_grant as g')
    .innerJoin('intervention as i', 'i.id', 'g.intervention_id')
    .innerJoin('organisation as o', 'o.id', 'i.owner_id')
    .select(['g.id', 'g.intervention_id', 'i.name', 'o.name as payee'])
    .where('g.association_id', '=', associationId)
    .$if(id !== undefined, (query) => query.where('g.id', '=', id!))
    .execute()
  const steps = await stepsOf(queries, associationId)
  const drawdowns = await drawdownsOf(queries, associationId)
  const inputs = rows.map((row): GrantInput => ({
    ...{ id: row.id, interventionId: row.intervention_id, name: row.name, payee: row.payee },
    ...{ steps: steps.get(row.id) ?? [], drawdowns: drawdowns.get(row.id) ?? [] },
  }))
  const decided = ({ steps }: Grant): string => `${steps[0]!.dated} ${steps[0]!.recordedAt}`
  return inputs.map((input) => grantOf(input, today)).sort((a, b) => (decided(a) < decided(b) ? 1 : -1))
}

async function stepsOf(queries: Queries, associationId: string): Promise<Map<string, StoredStep[]>> {
  const rows = await queries
    .selectFrom('grant_step as s')
    .innerJoin('app_user as u', 'u.id', 's.recorded_by')
    .selectAll('s')
    .select('u.name as recorder')
    .where('s.association_id', '=', associationId)
    .orderBy('s.step')
    .execute()
  return groupedBy(rows, 'grant_id', (row) => ({ ...stepOf(row), recordedBy: row.recorder }))
}

function stepOf(row: Selectable<GrantStepRow>): Omit<StoredStep, 'recordedBy'> {
  return {
    ...{ act: row.act as StoredStep['act'], state: row.state as StoredStep['state'], dated: row.dated, reference: row.reference },
    ...{
      amountOre: row.amount_ore,
      from: row.from_date,
      to: row.to_date,
      reportsDue: row.reports_due ?? [],
      due: row.report_due,
      note: row.note,
    },
    ...{ recordedAt: row.recorded_at, byId: row.recorded_by },
  }
}

async function drawdownsOf(queries: Queries, associationId: string): Promise<Map<string, Drawdown[]>> {
  const rows = await queries
    .selectFrom('drawdown')
    .selectAll()
    .where('association_id', '=', associationId)
    .orderBy('recorded_at', 'desc')
    .orderBy('id')
    .execute()
  const stepRows = await queries
    .selectFrom('drawdown_step as s')
    .innerJoin('app_user as u', 'u.id', 's.recorded_by')
    .selectAll('s')
    .select('u.name as recorder')
    .where('s.association_id', '=', associationId)
    .orderBy('s.step')
    .execute()
  const steps = groupedBy(stepRows, 'drawdown_id', (row): Drawdown['steps'][number] => ({
    ...{ act: row.act as Drawdown['steps'][number]['act'], state: row.state as Drawdown['state'], note: row.note, dated: row.dated },
    ...{ byId: row.recorded_by, recordedBy: row.recorder, recordedAt: row.recorded_at },
  }))
  return groupedBy(rows, 'grant_id', (row): Drawdown => {
    const own = steps.get(row.id)!
    const about = { id: row.id, amountOre: row.amount_ore, costsFrom: row.costs_from, costsTo: row.costs_to, reference: row.reference }
    return { ...about, state: own.at(-1)!.state, steps: own }
  })
}

function groupedBy<R, K extends keyof R, T>(rows: readonly R[], key: K, of: (row: R) => T): Map<R[K], T[]> {
  const found = new Map<R[K], T[]>()
  for (const row of rows) found.set(row[key], [...(found.get(row[key]) ?? []), of(row)])
  return found
}
