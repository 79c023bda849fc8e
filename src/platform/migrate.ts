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
  const applied = await sql<{ name: string; sha256: string }>`select name, sha256 from schema_migration`.execute(
    database.queries,
  )
  const known = new Map(applied.rows.map((row) => [row.name, row.sha256]))
  const ran: string[] = []
  for (const name of readdirSync(folder)
    .filter((file) => /^\d{4}_.*\.sql$/.test(file))
    .sort()) {
    const text = readFileSync(join(folder, name), 'utf8')
    const sha256 = createHash('sha256').update(text).digest('hex')
    const before = known.get(name)
    if (before !== undefined && before !== sha256)
      throw new Error(`Migration ${name} was changed after it had been run`)
    if (before !== undefined) continue
    // Name and hash are our own file name and hex digits, so they cannot break out of the quotes.
    await database.script(
      `begin;\n${text}\n;insert into schema_migration (name, sha256) values ('${name}', '${sha256}');\ncommit;`,
    )
    ran.push(name)
  }
  return ran
}
