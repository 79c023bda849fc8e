import { existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import type { Config } from './platform/config.ts'
import { openEmbedded, openServed, type Database } from './platform/database.ts'
import { makeLogins, retireLogin } from './platform/logins.ts'
import { migrate } from './platform/migrate.ts'
import { holdsPersons } from './platform/node.ts'
import { loadRegister } from './associations/register.ts'
import { loadDemo } from './demo/load.ts'
import { stockholmDate } from './values/civilDate.ts'
import { renewMarkedFacts } from './participations/followUpStore.ts'
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
    const database = await openBehindLogins(config.databaseUrl, config, say)
    await fill(database, config, say)
    await bringFactsUp(database, config, say)
    return database
  }
  const folder = join(config.dataFolder, 'db')
  if (!existsSync(folder)) {
    const building = join(config.dataFolder, 'db.building')
    rmSync(building, { recursive: true, force: true })
    say('Skapar databasen …')
    const database = openEmbedded(building)
    await bringUp(database, config, say)
    await fill(database, config, say)
    await database.close()
    renameSync(building, folder)
  }
  say('Öppnar databasen …')
  const database = openEmbedded(folder)
  await migrate(database, migrationFolder, config.node)
  await bringFactsUp(database, config, say)
  return database
}

/** Brings the schema up as the owner, and then goes by the roles' own logins. */
async function openBehindLogins(url: string, config: Config, say: Say): Promise<Database> {
  const owner = openServed(url)
  try {
    await bringUp(owner, config, say)
    if (config.formerLoginUrl) {
      await retireLogin(owner, config.formerLoginUrl)
      say('Obs: förfrågningar går numera med egna inloggningar, som servern gör själv. Ange bara DATABASE_URL, se docs/users/drift.md.')
    }
    return openServed(url, await makeLogins(owner, url))
  } finally {
    await owner.close()
  }
}

async function bringUp(database: Database, { node }: Config, say: Say): Promise<void> {
  const ran = await migrate(database, migrationFolder, node)
  if (ran.length > 0) say(`Databasen har fått ${ran.length} nya delar.`)
}

/** Facts that a migration has marked are made anew before anybody asks. */
async function bringFactsUp(database: Database, { node }: Config, say: Say): Promise<void> {
  const renewed = holdsPersons(node) ? await renewMarkedFacts(database) : 0
  if (renewed > 0) say(`Underlaget för statistiken har räknats om för ${renewed.toLocaleString('sv-SE')} deltaganden.`)
}

async function fill(database: Database, config: Config, say: Say): Promise<void> {
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
