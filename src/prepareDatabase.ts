import { existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import type { Config } from './platform/config.ts'
import { openEmbedded, openServed, type Database } from './platform/database.ts'
import { migrate } from './platform/migrate.ts'
import { loadRegister } from './associations/register.ts'
import { loadDemo } from './demo/load.ts'
import { stockholmDate } from './values/civilDate.ts'
import { loadCatalogue } from './interventions/catalogueStore.ts'

/** Folder of the numbered migrations. */
export const migrationFolder = fileURLToPath(new URL('../db', import.meta.url))

const demoSize = { years: 20, seed: 20031210 }

const FILL_LOCK = 20031210

type Say = (line: string) => void

/**
 * Opens the database and brings it to the newest schema. A new one gets the register of Sweden and, unless `empty`, the demo.
 * A new embedded database is made in a folder beside and renamed when whole: a kill in the middle leaves nothing half made.
 */
export async function prepareDatabase(config: Config, say: Say): Promise<Database> {
  if (config.databaseUrl) {
    say('Ansluter till PostgreSQL …')
    const database = openServed(config.databaseUrl, config.databaseOwnerUrl)
    await fill(database, config, say)
    await admitLogin(database, config, say)
    return database
  }
  const folder = join(config.dataFolder, 'db')
  if (!existsSync(folder)) {
    const building = join(config.dataFolder, 'db.building')
    rmSync(building, { recursive: true, force: true })
    say('Skapar databasen …')
    const database = openEmbedded(building)
    await fill(database, config, say)
    await database.close()
    renameSync(building, folder)
  }
  say('Öppnar databasen …')
  const database = openEmbedded(folder)
  await migrate(database, migrationFolder, config.node)
  return database
}

/** Lets the login of requests take the roles that requests have, and no others; says so when there is only one login for everything. */
async function admitLogin(database: Database, { databaseUrl, databaseOwnerUrl }: Config, say: Say): Promise<void> {
  if (!databaseOwnerUrl) {
    say('Obs: förfrågningar går med databasens ägare. Ange DATABASE_OWNER_URL för en starkare mur, se docs/users/drift.md.')
    return
  }
  const login = decodeURIComponent(new URL(databaseUrl!).username)
  // Where no persons are held there is no role for their numbers.
  const { rows } = await sql<{ role: string }>`select rolname as role from pg_roles
    where rolname in ('samlad_office', 'samlad_staff', 'samlad_identity', 'samlad_service', 'samlad_publication')`.execute(database.queries)
  for (const { role } of rows) await sql`grant ${sql.id(role)} to ${sql.id(login)}`.execute(database.queries)
}

async function fill(database: Database, config: Config, say: Say): Promise<void> {
  const ran = await migrate(database, migrationFolder, config.node)
  if (ran.length > 0) say(`Databasen har fått ${ran.length} nya delar.`)
  const isFilled = await database.as('samlad_keeper', undefined, async (change) => {
    // Two servers that start on the same empty PostgreSQL: the second waits here, and then finds it filled.
    await sql`select pg_advisory_xact_lock(${FILL_LOCK})`.execute(change)
    if (await change.selectFrom('region').select('code').limit(1).executeTakeFirst()) return false
    await loadRegister(change)
    await loadCatalogue(change)
    say('Registret över Sverige är inläst.')
    if (config.empty) return true
    const size = { ...demoSize, participations: config.demoParticipations, today: stockholmDate(new Date()) }
    await loadDemo(change, size, say)
    return true
  })
  // Lists are read from indexes alone only where it is known that nothing on a page is newer; the embedded database never finds out by itself.
  await (isFilled ? sql`vacuum (analyze)` : sql`analyze`).execute(database.queries)
}
