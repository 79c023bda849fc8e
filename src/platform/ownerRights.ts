import { sql } from 'kysely'
import type { Database } from './database.ts'
import { Refusal } from './errors.ts'
import { mostConnections } from './wallRole.ts'

/** From this version on, whoever makes a role may give it to others, but not become it. */
const MADE_IS_NOT_HELD = 160_000

/** The roles of the wall, and those that own its functions. */
const made = [...Object.keys(mostConnections), 'samlad_scope', 'samlad_auditor']

/**
 * Lets an owner who is no superuser become the roles that it may give, as it could before PostgreSQL 16: functions are made theirs, and only who
 * can become a role can do that.
 * @returns what scripts that make roles begin with, so that their owner can become those too
 */
export async function readyOwner(database: Database): Promise<string> {
  const { rows } = await sql<{ version: number; is_super: boolean }>`
    select current_setting('server_version_num')::int as version, rolsuper as is_super from pg_roles where rolname = current_user`.execute(
    database.queries,
  )
  const { version, is_super: isSuper } = rows[0]!
  if (version < MADE_IS_NOT_HELD || isSuper) return ''
  const held = await sql<{ role: string }>`select rolname as role from pg_roles where rolname = any (${made})
    and pg_has_role(oid, 'member with admin option') and not (pg_has_role(oid, 'set') and pg_has_role(oid, 'usage'))`.execute(
    database.queries,
  )
  for (const { role } of held.rows) await sql`grant ${sql.id(role)} to current_user with set true, inherit true`.execute(database.queries)
  return "select set_config('createrole_self_grant', 'set, inherit', true);\n"
}

/** Does work as the owner. Throws `Refusal` 409 that says what the owner may not do, when it is that; everything else as it was. */
export async function withOwnerRights<T>(work: () => Promise<T>): Promise<T> {
  return work().catch((error: unknown) => {
    const { code, message, detail } = error as { code?: string; message: string; detail?: string }
    if (code !== '42501') throw error
    throw new Refusal(409, 'error.ownerRights', { what: [message, detail].filter(Boolean).join('. ').replace(/\.$/, '') })
  })
}
