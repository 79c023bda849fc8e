import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import pg from 'pg'
import type { Change, Database } from './database.ts'
import { Refusal } from './errors.ts'
import { withOwnerRights } from './ownerRights.ts'
import { mostConnections, type Logins, type WallRole } from './wallRole.ts'

const LOGIN_LOCK = 20031211

/** Longest name that PostgreSQL keeps whole. */
const NAME_BYTES = 63

/**
 * Makes the logins of the roles, or brings them back to what they should be, and gives each role's address. A login owns nothing, inherits
 * nothing and is a member of its one role: SQL that somebody gets into a request cannot become sign-in, which opens sessions, nor anything
 * else. Nobody but the owner may make temporary tables either: such a table stands before the real one for whoever gets the connection next.
 * Throws `Refusal` 409 when the owner may not do that.
 * @param ownerUrl how `database` was connected to
 */
export async function makeLogins(database: Database, ownerUrl: string): Promise<Logins> {
  const { password: ownerPassword } = new pg.Client({ connectionString: ownerUrl })
  return withOwnerRights(() => database.queries.transaction().execute((change) => bringLogins(change, ownerUrl, ownerPassword)))
}

async function bringLogins(change: Change, ownerUrl: string, ownerPassword: string | undefined): Promise<Logins> {
  // Two servers that start together would write the same rows of the catalogue.
  await sql`select pg_advisory_xact_lock(${LOGIN_LOCK})`.execute(change)
  const name = (await sql<{ name: string }>`select current_database() as name`.execute(change)).rows[0]!.name
  await closeDatabase(change, name)
  // Where no persons are held there is no role for their numbers, and none for publications.
  const { rows } = await sql<{ role: WallRole }>`select rolname as role from pg_roles
    where rolname = any (${Object.keys(mostConnections)})`.execute(change)
  const logins = new Map<WallRole, string>()
  for (const { role } of rows) {
    const login = loginName(role, name)
    const password = ownerPassword ? passwordOf(login, ownerPassword) : undefined
    await makeLogin(change, login, password)
    await keepOnly(change, login, role)
    await sql`grant connect on database ${sql.id(name)} to ${sql.id(login)}`.execute(change)
    logins.set(role, withLogin(ownerUrl, login, password))
  }
  return logins
}

/** Takes all roles of the wall from the login that requests had while one served them all. */
export async function retireLogin(database: Database, url: string): Promise<void> {
  const { user } = new pg.Client({ connectionString: url })
  await database.queries.transaction().execute(async (change) => {
    const { rows } = await sql`select from pg_roles where rolname = ${user} and rolname <> current_user`.execute(change)
    if (rows.length > 0) await keepOnly(change, user!, undefined)
  })
}

async function closeDatabase(change: Change, database: string): Promise<void> {
  await sql`revoke temporary on database ${sql.id(database)} from public`.execute(change)
}

async function makeLogin(change: Change, login: string, password: string | undefined): Promise<void> {
  const { rows } = await sql`select from pg_roles where rolname = ${login}`.execute(change)
  if (rows.length === 0) await sql`create role ${sql.id(login)} login noinherit`.execute(change)
  // As the server itself would store it: the password is in no log of statements.
  if (password !== undefined) await sql`alter role ${sql.id(login)} password ${sql.lit(verifier(password))}`.execute(change)
}

/** Makes a login a member of one role of the wall, or of none. */
async function keepOnly(change: Change, login: string, role: WallRole | undefined): Promise<void> {
  const held = await rolesHeldBy(change, login)
  const others = held.filter((one) => one !== role)
  for (const other of others) await sql`revoke ${sql.id(other)} from ${sql.id(login)}`.execute(change)
  // From PostgreSQL 16 what somebody else has given stays, and only a warning says so.
  const left = others.length === 0 ? [] : (await rolesHeldBy(change, login)).filter((one) => one !== role)
  if (left.length > 0) throw new Refusal(409, 'error.ownerRights', { what: `"${login}" is still a member of ${left.join(', ')}` })
  if (role && !held.includes(role)) await sql`grant ${sql.id(role)} to ${sql.id(login)}`.execute(change)
}

async function rolesHeldBy(change: Change, login: string): Promise<string[]> {
  const { rows } = await sql<{ held: string }>`select distinct held.rolname as held
    from pg_auth_members m join pg_roles held on held.oid = m.roleid join pg_roles login on login.oid = m.member
    where login.rolname = ${login} and held.rolname like 'samlad\\_%'`.execute(change)
  return rows.map(({ held }) => held)
}

/** Roles are the whole server's, so that a login bears the name of its database. */
function loginName(role: WallRole, database: string): string {
  const name = `${role}_in_${database}`
  if (Buffer.byteLength(name) <= NAME_BYTES) return name
  return `${role}_in_${createHash('sha256').update(database).digest('hex').slice(0, 24)}`
}

/** The same for every process that knows the owner's password, and nothing to find that out from. */
function passwordOf(login: string, ownerPassword: string): string {
  return createHmac('sha256', ownerPassword).update(`samlad login ${login}`).digest('hex')
}

/** What the server stores of a password (SCRAM-SHA-256, RFC 5803). */
function verifier(password: string): string {
  const [iterations, salt] = [4096, randomBytes(16)]
  const salted = pbkdf2Sync(password, salt, iterations, 32, 'sha256')
  const keyOf = (text: string): Buffer => createHmac('sha256', salted).update(text).digest()
  const stored = createHash('sha256').update(keyOf('Client Key')).digest('base64')
  return `SCRAM-SHA-256$${iterations}:${salt.toString('base64')}$${stored}:${keyOf('Server Key').toString('base64')}`
}

/** What stands last in an address counts before what stands first in it. */
function withLogin(url: string, user: string, password: string | undefined): string {
  return `${url}${url.includes('?') ? '&' : '?'}${new URLSearchParams({ user, ...(password !== undefined && { password }) })}`
}
