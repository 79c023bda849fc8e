import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Queries } from '../../platform/database.ts'
import type { Scope } from '../../platform/scope.ts'
import { insertMany } from '../bulk.ts'

/** What a sum of anonymous counts is of. */
export interface SumPlace {
  interventionId: string
  year: number
}

/** Holds sums until the transaction ends: of two who take back at once the second waits here, and then meets the new sum. */
export async function lockSums(queries: Queries, places: readonly SumPlace[]): Promise<void> {
  const names = new Set(places.map(({ interventionId, year }) => `anonymous ${interventionId} ${year}`))
  // Always in the same order, so that nobody waits for somebody who waits for them.
  for (const name of [...names].sort()) await sql`select pg_advisory_xact_lock(hashtext(${name}))`.execute(queries)
}

/** Takes off what an import counted, as rows of its own; no more than there is left, where some of it has been taken back by hand already. */
export async function takeOffCounted(queries: Queries, scope: Scope, controllerId: string, importId: string, now: Date): Promise<void> {
  const counted = await queries
    .selectFrom('anonymous_count')
    .selectAll()
    .where('controller_id', '=', controllerId)
    .where('import_id', '=', importId)
    .execute()
  if (counted.length === 0) return
  await lockSums(
    queries,
    counted.map((row) => ({ interventionId: row.intervention_id, year: row.year })),
  )
  const left = await sumsLeft(queries, controllerId)
  const opposite = counted.map((row) => {
    const sum = left.get(sumOf(row))!
    const [women, men] = [Math.min(row.women, sum.women), Math.min(row.men, sum.men)]
    sum.women -= women
    sum.men -= men
    return {
      ...row,
      id: randomUUID(),
      women: -women,
      men: -men,
      recorded_at: now.toISOString(),
      recorded_by: scope.userId,
      import_id: null,
    }
  })
  await insertMany(
    queries,
    'anonymous_count',
    opposite.filter(({ women, men }) => women !== 0 || men !== 0),
  )
}

const sumOf = (row: { intervention_id: string; year: number }): string => `${row.intervention_id} ${row.year}`

/** How many there are to take off, by intervention and year; none of a sum that is below nothing. */
async function sumsLeft(queries: Queries, controllerId: string): Promise<Map<string, { women: number; men: number }>> {
  const rows = await queries
    .selectFrom('anonymous_count')
    .select((on) => ['intervention_id', 'year', on.fn.sum<number>('women').as('women'), on.fn.sum<number>('men').as('men')])
    .where('controller_id', '=', controllerId)
    .groupBy(['intervention_id', 'year'])
    .execute()
  return new Map(rows.map((row) => [sumOf(row), { women: Math.max(0, Number(row.women)), men: Math.max(0, Number(row.men)) }]))
}
