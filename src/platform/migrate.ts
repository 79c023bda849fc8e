import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Database } from './database.ts'

/**
 * Brings the database to the newest schema: the numbered files of a folder, in order, each in a transaction of its own.
 * A landed file is frozen: if its text has changed since it ran, this throws and nothing is run.
 * @returns names of the files that were run now
 */
export async function migrate(database: Database, folder: string): Promise<string[]> {
  await database.script(
    `create table if not exists schema_migration (
       name text primary key, sha256 text not null, applied_at timestamptz not null default now())`,
  )
  const applied = await sql<{ name: string; sha256: string }>`select name, sha256 from schema_migration`.execute(database.queries)
  const known = new Map(applied.rows.map((row) => [row.name, row.sha256]))
  const files = readdirSync(folder)
    .filter((file) => /^\d{4}_.*\.sql$/.test(file))
    .sort()
    .map((name) => readMigration(folder, name))
  for (const { name, sha256 } of files) {
    if (known.has(name) && known.get(name) !== sha256) throw new Error(`Migration ${name} was changed after it had been run`)
  }
  const ran: string[] = []
  for (const { name, text, sha256 } of files.filter((file) => !known.has(file.name))) {
    // One script is one transaction, and one that fails leaves the connection usable. Name and hash are our own file name and
    // hex digits, so they cannot break out of the quotes.
    await database.script(`${text}\n;insert into schema_migration (name, sha256) values ('${name}', '${sha256}');`)
    ran.push(name)
  }
  return ran
}

function readMigration(folder: string, name: string): { name: string; text: string; sha256: string } {
  const text = readFileSync(join(folder, name), 'utf8')
  return { name, text, sha256: createHash('sha256').update(text).digest('hex') }
}
