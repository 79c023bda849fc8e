import type { Queries } from '../../platform/database.ts'
import { newSecret } from '../sessionStore.ts'
import { hashToken } from '../store.ts'
import type { Journey } from './provider.ts'

const PENDING_MS = 10 * 60 * 1000

/** A sign-in on its way, and the page that it shall come back to. */
interface PendingSignIn {
  journey: Journey
  returnTo: string | null
}

/** Remembers a sign-in that is on its way to the service, and gives the secret that the browser keeps meanwhile. */
export async function rememberJourney(queries: Queries, journey: Journey, returnTo: string | null, now: Date): Promise<string> {
  const token = newSecret()
  const old = new Date(now.getTime() - PENDING_MS).toISOString()
  await queries.deleteFrom('pending_sign_in').where('created_at', '<', old).execute()
  await queries
    .insertInto('pending_sign_in')
    .values({
      ...{ token_hash: hashToken(token), state: journey.state, nonce: journey.nonce, code_verifier: journey.codeVerifier },
      return_to: returnTo,
      created_at: now.toISOString(),
    })
    .execute()
  return token
}

/** Takes a sign-in out of memory: whatever comes of it, it cannot be used again. `undefined` when it is unknown, used or old. */
export async function takeJourney(queries: Queries, token: string, now: Date): Promise<PendingSignIn | undefined> {
  const row = await queries.deleteFrom('pending_sign_in').where('token_hash', '=', hashToken(token)).returningAll().executeTakeFirst()
  if (!row || now.getTime() - Date.parse(row.created_at) > PENDING_MS) return undefined
  return { journey: { state: row.state, nonce: row.nonce, codeVerifier: row.code_verifier }, returnTo: row.return_to }
}
