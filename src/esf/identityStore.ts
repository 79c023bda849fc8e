import { sql } from 'kysely'
import type { Queries } from '../platform/database.ts'
import type { Scope } from '../platform/scope.ts'
import { openIdentity } from '../participations/identity/cipher.ts'
import type { Keyring, KeyTrouble } from '../participations/identity/keys.ts'
import { demandIdentityOpen, demandKeys, written } from '../participations/identity/store.ts'

/**
 * The personal numbers of participations of a controller, as far as they are stored and can be read with its keys. Throws `Refusal` 422 while they are closed, and without a key.
 */
export async function readIdentities(
  queries: Queries,
  _scope: Scope,
  controllerId: string,
  ids: readonly string[],
  keys: Keyring | KeyTrouble,
): Promise<ReadonlyMap<string, string>> {
  await demandIdentityOpen(queries, controllerId)
  const { byId } = demandKeys(keys)
  const rows = await queries
    .selectFrom('identity')
    .select(['participation_id', 'key_id', 'nonce', 'ciphertext'])
    .where('controller_id', '=', controllerId)
    .where(sql<boolean>`participation_id = any(${ids}::uuid[])`)
    .execute()
  const numbers = new Map<string, string>()
  for (const { participation_id: participationId, key_id: keyId, nonce, ciphertext } of rows) {
    const key = byId.get(keyId)
    if (!key) continue
    try {
      numbers.set(participationId, written(openIdentity(key, { controllerId, participationId }, { keyId, nonce, ciphertext })))
    } catch {
      // Altered in the database: left out, as one that is not stored. The page of personal numbers tells of it.
    }
  }
  return numbers
}
