import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import type { Queries } from '../platform/database.ts'
import type { CivilDate } from '../values/civilDate.ts'
import type { ImportRow } from './import/importRow.ts'
import { referenceHmac, type ReferenceReach } from './importRules.ts'

/** What a row of a list and a participation have in common when they are the same: intervention, stored form of the reference, and start. */
export interface RowKey {
  interventionId: string
  /** The HMAC of the reference, as `\x…` hex. */
  reference: string
  entryDate: CivilDate
}

/** A row by what it is known by, as one text. */
export const keyOf = ({ interventionId, reference, entryDate }: RowKey): string => `${interventionId} ${reference} ${entryDate}`

/** What is kept of a row that must not come back: nothing can be read out of it, and without the controller's key nothing be compared with it. */
export function markOf(key: Uint8Array, row: RowKey): string {
  return createHmac('sha256', key)
    .update(`removed:${keyOf(row)}`)
    .digest('hex')
}

/**
 * Keeps a mark of participations that are being removed at the person's request, for each start they have had; call it before they are gone. One without a reference
 * leaves none: its row cannot be recognised.
 */
export async function markRemoved(queries: Queries, controllerId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const rows = await queries
    .selectFrom('participation as p')
    .innerJoin('participation_version as v', (join) =>
      join.onRef('v.controller_id', '=', 'p.controller_id').onRef('v.participation_id', '=', 'p.id'),
    )
    .select(['p.intervention_id', 'p.reference_hmac', 'v.entry_date'])
    .distinct()
    .where('p.controller_id', '=', controllerId)
    .where('p.reference_hmac', 'is not', null)
    .where(sql<boolean>`p.id = any(${ids}::uuid[])`)
    .execute()
  if (rows.length === 0) return
  const key = await keyOfController(queries, controllerId)
  const marks = rows.map((row) =>
    markOf(key, { interventionId: row.intervention_id, reference: hexOf(row.reference_hmac!), entryDate: row.entry_date }),
  )
  await queries
    .insertInto('removed_row')
    .values([...new Set(marks)].map((mark) => ({ controller_id: controllerId, mark })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Which of some rows were removed at the person's request, by `keyOf`. */
export async function findRemoved(
  queries: Queries,
  controllerId: string,
  key: Uint8Array,
  rows: readonly RowKey[],
): Promise<ReadonlySet<string>> {
  if (rows.length === 0) return new Set()
  const byMark = new Map(rows.map((row) => [markOf(key, row), keyOf(row)]))
  const found = await queries
    .selectFrom('removed_row')
    .select('mark')
    .where('controller_id', '=', controllerId)
    .where(sql<boolean>`mark = any(${[...byMark.keys()]}::text[])`)
    .execute()
  return new Set(found.map(({ mark }) => byMark.get(mark)!))
}

/** The numbers of rows that will not be read in: removed at the person's request, or locked until they may be. */
export async function findKeptOut(
  queries: Queries,
  controllerId: string,
  rows: readonly ImportRow[],
  { reach, only }: { reach: ReferenceReach; only: string | undefined },
): Promise<number[]> {
  const key = await keyOfController(queries, controllerId)
  const known = rows.flatMap(({ row, reference, intervention: named, entryDate }) => {
    const interventionId = named ?? only
    if (reference === undefined || interventionId === undefined) return []
    return [{ row, interventionId, reference: referenceHmac(key, reach, interventionId, reference), entryDate }]
  })
  const removed = await findRemoved(queries, controllerId, key, known)
  const locked = await findLocked(queries, controllerId)
  return known.filter((one) => removed.has(keyOf(one)) || locked.has(keyOf(one))).map(({ row }) => row)
}

async function findLocked(queries: Queries, controllerId: string): Promise<ReadonlySet<string>> {
  const rows = await queries
    .selectFrom('participation as p')
    .innerJoin('participation_version as v', (join) =>
      join.onRef('v.controller_id', '=', 'p.controller_id').onRef('v.participation_id', '=', 'p.id').on('v.current', '=', true),
    )
    .select(['p.intervention_id', 'p.reference_hmac', 'v.entry_date'])
    .where('p.controller_id', '=', controllerId)
    .where('p.locked_at', 'is not', null)
    .where('p.reference_hmac', 'is not', null)
    .execute()
  return new Set(
    rows.map((row) => keyOf({ interventionId: row.intervention_id, reference: hexOf(row.reference_hmac!), entryDate: row.entry_date })),
  )
}

const hexOf = (bytes: Uint8Array): string => `\\x${Buffer.from(bytes).toString('hex')}`

async function keyOfController(queries: Queries, controllerId: string): Promise<Uint8Array> {
  const { reference_key } = await queries
    .selectFrom('controller')
    .select('reference_key')
    .where('organisation_id', '=', controllerId)
    .executeTakeFirstOrThrow()
  return reference_key
}
