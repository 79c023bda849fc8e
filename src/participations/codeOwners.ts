import { sql } from 'kysely'
import type { Queries } from '../platform/database.ts'
import { Refusal } from '../platform/errors.ts'
import type { Scope } from '../platform/scope.ts'
import { currentVersions } from './register/recordStore.ts'

/** A participation that a code belongs to. */
export interface CodeOwner {
  id: string
  personId: string
}

/** Counts further tries against the limit of searching by code; throws `Refusal` 429 with the key when there are too many. */
export type CountTries = (times: number, key: string) => Promise<void>

/** What participant codes belong to, among the participations that the person could search: own interventions, nothing locked. */
export async function findCodeOwners(
  queries: Queries,
  scope: Scope,
  controllerId: string,
  codes: readonly string[],
): Promise<Map<string, CodeOwner>> {
  if (codes.length === 0) return new Map()
  const rows = await currentVersions(queries, scope, controllerId)
    .select(['p.code', 'p.id', 'p.person_id'])
    .where(sql<boolean>`p.code = any(${[...new Set(codes)]}::text[])`)
    .execute()
  return new Map(rows.map((row) => [row.code, { id: row.id, personId: row.person_id }]))
}

interface CodedRow {
  row: number
  participantCode?: string | undefined
}

/**
 * The participations that the codes in rows belong to. A code that leads nowhere is a try like a search: each is counted before anything is
 * told, so that a list of guesses tells no more than as many searches would. Throws `Refusal` 422 naming the first such row, 429 when there
 * are more than may be tried; both leave in the log how many were tried.
 */
export async function demandCodeOwners(
  queries: Queries,
  scope: Scope,
  controllerId: string,
  rows: readonly CodedRow[],
  countTries: CountTries,
): Promise<Map<string, CodeOwner>> {
  const coded = rows.filter((row) => row.participantCode !== undefined)
  const codes = new Set(coded.map((row) => row.participantCode!))
  const owners = await findCodeOwners(queries, scope, controllerId, [...codes])
  const unknown = codes.size - owners.size
  if (unknown === 0) return owners
  const subject = triedText(codes.size, unknown)
  try {
    await countTries(unknown, 'participations.tooManyCodes')
  } catch (error) {
    throw error instanceof Refusal ? error.about(subject) : error
  }
  const first = coded.find((row) => !owners.has(row.participantCode!))!
  throw new Refusal(422, 'participations.unknownCode', { row: first.row }).about(subject)
}

/** What the log says of codes that were tried: how many, never which. */
export const triedText = (tried: number, unknown: number): string => `codes ${tried} unknown ${unknown}`
