import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Queries } from '../../platform/database.ts'
import { breaksRule } from '../../platform/errors.ts'
import type { Scope } from '../../platform/scope.ts'
import { lookupOf, openIdentity, sealIdentity } from './cipher.ts'
import type { Rotation } from './contract.ts'
import type { Keyring } from './keys.ts'

/** Numbers that one call encrypts anew. */
const BATCH = 1000

/** Changes of key at a controller, latest first. */
export async function listRotations(queries: Queries, controllerId: string): Promise<Rotation[]> {
  const rows = await queries
    .selectFrom('identity_rotation as r')
    .innerJoin('app_user as u', 'u.id', 'r.started_by')
    .selectAll('r')
    .select('u.name')
    .where('r.controller_id', '=', controllerId)
    .orderBy('r.started_at', 'desc')
    .limit(50)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    toKey: row.to_key,
    rewritten: row.rewritten,
    startedAt: row.started_at,
    startedBy: row.name,
    finishedAt: row.finished_at,
  }))
}

/**
 * Encrypts a batch of numbers anew with the current key. What has been rewritten is safe when this returns, so that a change of key that
 * was interrupted goes on where it stopped. Throws `Refusal` 422 when what is left is on keys that the server does not have, or altered.
 * @returns how many were rewritten now and how many are left, and the receipt as far as it has come; none when there was nothing to do
 */
export async function rotateBatch(
  queries: Queries,
  scope: Scope,
  controllerId: string,
  keys: Keyring,
  now: Date,
): Promise<{ rewritten: number; left: number; rotation: Rotation | null }> {
  // One at a time: who counted before another had rewritten would take what is gone for stuck.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`rotation ${controllerId}`}, 0))`.execute(queries)
  const before = await countLeft(queries, controllerId, keys)
  if (before === 0) return { rewritten: 0, left: 0, rotation: await lastTo(queries, controllerId, keys) }
  const rewritten = await rewrite(queries, controllerId, keys)
  if (rewritten === 0) throw breaksRule('identity.rotationStuck', { n: before })
  const left = before - rewritten
  await note(queries, scope, controllerId, { toKey: keys.current.id, rewritten, isDone: left === 0 }, now)
  return { rewritten, left, rotation: await lastTo(queries, controllerId, keys) }
}

async function rewrite(queries: Queries, controllerId: string, { current, byId }: Keyring): Promise<number> {
  const known = [...byId.keys()].filter((id) => id !== current.id)
  if (known.length === 0) return 0
  const rows = await queries
    .selectFrom('identity')
    .select(['participation_id', 'key_id', 'nonce', 'ciphertext'])
    .where('controller_id', '=', controllerId)
    .where('key_id', 'in', known)
    .orderBy('participation_id')
    .limit(BATCH)
    .forUpdate()
    .execute()
  const made = rows.flatMap((row) => {
    const place = { controllerId, participationId: row.participation_id }
    const digits = tryOpen(byId.get(row.key_id)!, place, { keyId: row.key_id, ...row })
    if (digits === undefined) return []
    return [{ id: row.participation_id, ...sealIdentity(current, place, digits), lookup: lookupOf(current, controllerId, digits) }]
  })
  await sql`
    update identity set key_id = ${current.id}, nonce = made.nonce, ciphertext = made.ciphertext, lookup = made.lookup
    from unnest(${made.map(({ id }) => id)}::uuid[], ${made.map(({ nonce }) => nonce)}::bytea[],
      ${made.map(({ ciphertext }) => ciphertext)}::bytea[], ${made.map(({ lookup }) => lookup)}::bytea[])
      as made(id, nonce, ciphertext, lookup)
    where controller_id = ${controllerId} and participation_id = made.id`.execute(queries)
  return made.length
}

/** One that has been altered is left as it is: it must not keep the others on a key that is to go. */
function tryOpen(...sealed: Parameters<typeof openIdentity>): string | undefined {
  try {
    return openIdentity(...sealed)
  } catch {
    return undefined
  }
}

async function countLeft(queries: Queries, controllerId: string, keys: Keyring): Promise<number> {
  const { n } = await queries
    .selectFrom('identity')
    .select((on) => on.fn.countAll<number>().as('n'))
    .where('controller_id', '=', controllerId)
    .where('key_id', '!=', keys.current.id)
    .executeTakeFirstOrThrow()
  return n
}

/** Two stewards who press at once add to the same receipt. */
async function note(
  queries: Queries,
  scope: Scope,
  controllerId: string,
  { toKey, rewritten, isDone }: { toKey: string; rewritten: number; isDone: boolean },
  now: Date,
): Promise<void> {
  const at = now.toISOString()
  const finishedAt = isDone ? at : null
  await sql`
    insert into identity_rotation (controller_id, id, to_key, rewritten, started_at, started_by, finished_at)
    values (${controllerId}, ${randomUUID()}, ${toKey}, 0, ${at}, ${scope.userId}, null)
    on conflict (controller_id, to_key) where finished_at is null do nothing`.execute(queries)
  await sql`
    update identity_rotation set rewritten = rewritten + ${rewritten}, finished_at = ${finishedAt}
    where controller_id = ${controllerId} and to_key = ${toKey} and finished_at is null`.execute(queries)
}

async function lastTo(queries: Queries, controllerId: string, keys: Keyring): Promise<Rotation | null> {
  return (await listRotations(queries, controllerId)).find(({ toKey }) => toKey === keys.current.id) ?? null
}
