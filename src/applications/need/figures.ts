import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import type { Queries } from '../../platform/database.ts'
import { Refusal, refuseFaulty, type Fault } from '../../platform/errors.ts'
import type { Scope } from '../../platform/scope.ts'
import { findSentBefore } from '../../platform/sentAgain.ts'
import { stockholmDate, type CivilDate } from '../../values/civilDate.ts'
import type { NeedFigureKind, NeedFigures } from './contract.ts'

/** A figure as it holds: of what and where, with how many of 1 000 inhabitants 16–64 where it is of a municipality. */
export interface NeedFigure {
  kind: NeedFigureKind
  /** Of the intervention or the municipality. */
  key: string
  name: string
  dated: string
  women: number | null
  men: number | null
  total: number
  perThousand: number | null
  source: string
}

interface Row {
  kind: NeedFigureKind
  key: string
  name: string
  people: number | null
  dated: string
  women: number | null
  men: number | null
  total: number
  source: string
}

/**
 * The newest figure of each kind and place, by kind and name. Those of an intervention that has ended and of a municipality that has left are of the past: nothing new is entered of
 * either, so that they would never be anything else.
 */
export async function findNeedFigures(queries: Queries, associationId: string, today: CivilDate): Promise<NeedFigure[]> {
  const { rows } = await sql<Row>`
    select distinct on (f.kind, coalesce(f.municipality_code, f.intervention_id::text)) f.kind, coalesce(f.municipality_code, f.intervention_id::text) as key,
      coalesce(m.name, i.name) as name, m.population_working_age_estimate as people, f.dated, f.women, f.men, f.total, f.source
    from need_figure f left join municipality m on m.code = f.municipality_code left join intervention i on i.id = f.intervention_id
    where f.association_id = ${associationId}
      and (i.id is null or i.end_date is null or i.end_date >= ${today})
      and (m.code is null or exists (
        select from association_municipality am where am.association_id = f.association_id and am.municipality_code = m.code and am.valid_to is null))
    order by f.kind, coalesce(f.municipality_code, f.intervention_id::text), f.dated desc, f.recorded_at desc, f.line desc`.execute(queries)
  return rows
    .map(({ people, ...row }) => ({ ...row, perThousand: people ? (row.total * 1000) / people : null }))
    .sort((a, b) => a.kind.localeCompare(b.kind) || swedish.compare(a.name, b.name))
}

/** How many wait in the country, of what associations have entered: each rounded to tens, `null` before three of them have. And how many have. */
export async function findWaitingTogether(queries: Queries, fictive: boolean): Promise<{ total: number | null; associations: number }> {
  const { rows } = await sql<{ total: number | null; associations: number }>`select * from waiting_together(${fictive})`.execute(queries)
  return rows[0]!
}

const swedish = new Intl.Collator('sv', { numeric: true })

/**
 * Writes figures of one kind, day and source, a row for each place. The same sent again is once. Throws `Refusal` 409 when what arrived under the id says something else, 422 with each
 * row that is of no intervention or municipality of the association's, for a day to come, and where women and men are more than all.
 */
export async function recordNeedFigures(
  queries: Queries,
  scope: Scope,
  associationId: string,
  given: NeedFigures,
  now: Date,
): Promise<void> {
  const { id, kind, dated, source, rows } = given
  const known = await placesOf(queries, associationId, kind)
  refuseFaulty([
    ...(dated > stockholmDate(now) ? [{ where: 'body.dated', key: 'contributions.inFuture' }] : []),
    ...rows.flatMap(({ interventionId, municipality, women, men, total }, at): Fault[] => [
      ...(known.has((kind === 'waiting' ? interventionId : municipality) ?? '')
        ? []
        : [{ where: `body.rows[${at}]`, key: 'need.notYours' }]),
      ...((women ?? 0) + (men ?? 0) > total ? [{ where: `body.rows[${at}].total`, key: 'need.tooFew' }] : []),
    ]),
  ])
  const lines = rows.map(({ interventionId, municipality, ...numbers }, at) => ({
    ...{ association_id: associationId, id, line: at + 1, kind, dated, source, ...numbers },
    intervention_id: kind === 'waiting' ? interventionId : null,
    municipality_code: kind === 'waiting' ? null : municipality,
  }))
  const first = await findSentBefore(queries, id, {
    find: async () => {
      const all = queries.selectFrom('need_figure').selectAll().where('association_id', '=', associationId).where('id', '=', id)
      const found = await all.orderBy('line').execute()
      return found.length > 0 ? found : undefined
    },
    isSame: (found) =>
      isDeepStrictEqual(
        found.map(({ recorded_at: _at, recorded_by: _by, ...line }) => line),
        lines,
      ),
    refusal: () => new Refusal(409, 'need.arrivedBefore'),
  })
  if (first) return
  const stamp = { recorded_at: now.toISOString(), recorded_by: scope.userId }
  await queries
    .insertInto('need_figure')
    .values(lines.map((line) => ({ ...line, ...stamp })))
    .execute()
}

async function placesOf(queries: Queries, associationId: string, kind: NeedFigureKind): Promise<Set<string>> {
  if (kind === 'waiting') {
    const own = await queries
      .selectFrom('intervention_association')
      .select('intervention_id')
      .where('association_id', '=', associationId)
      .execute()
    return new Set(own.map((row) => row.intervention_id))
  }
  const own = await queries
    .selectFrom('association_municipality')
    .select('municipality_code')
    .where('association_id', '=', associationId)
    .where('valid_to', 'is', null)
    .execute()
  return new Set(own.map((row) => row.municipality_code))
}
