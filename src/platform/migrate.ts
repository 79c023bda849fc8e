import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Database } from './database.ts'
import { Refusal } from './errors.ts'
import type { NodeKind } from './node.ts'
import { readyOwner, withOwnerRights } from './ownerRights.ts'

const MIGRATION_LOCK = 20031209

/**
 * Brings the database to the newest schema: the numbered files of a folder, in order, each in a transaction of its own.
 * A landed file is frozen: if its text has changed since it ran, this throws and nothing is run. A file whose first line names nodes
 * (`-- Nodes: all member`) is run on those alone. Throws `Refusal` 409 when the database was made for another kind of node, and when its owner
 * may not do what is needed.
 * @returns names of the files that were run now
 */
export async function migrate(database: Database, folder: string, node: NodeKind = 'all'): Promise<string[]> {
  return withOwnerRights(() => oneAtATime(database, () => runNew(database, folder, node)))
}

async function runNew(database: Database, folder: string, node: NodeKind): Promise<string[]> {
  await database.script(
    `create table if not exists schema_migration (
       name text primary key, sha256 text not null, applied_at timestamptz not null default now())`,
  )
  await demandNode(database, node)
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
  const before = await readyOwner(database)
  for (const { name, text, sha256 } of files.filter((file) => !known.has(file.name) && isFor(node, file.text))) {
    // One script is one transaction, and one that fails leaves the connection usable. Name and hash are our own file name and
    // hex digits, so they cannot break out of the quotes.
    await database.script(`${before}${text}\n;insert into schema_migration (name, sha256) values ('${name}', '${sha256}');`)
    ran.push(name)
  }
  return ran
}

/**
 * Two servers that start together on one database: the second waits, and then finds everything run. The lock is the connection's, since each file is a
 * transaction of its own; the embedded database has one process, and one connection, which the work needs.
 */
async function oneAtATime<T>(database: Database, work: () => Promise<T>): Promise<T> {
  if (database.kind === 'pglite') return work()
  return database.queries.connection().execute(async (holder) => {
    await sql`select pg_advisory_lock(${MIGRATION_LOCK})`.execute(holder)
    try {
      return await work()
    } finally {
      await sql`select pg_advisory_unlock(${MIGRATION_LOCK})`.execute(holder)
    }
  })
}

/** A database is made for one kind of node: tables that a node does not have cannot come back with what was in them. */
async function demandNode(database: Database, node: NodeKind): Promise<void> {
  const found = await sql<{ table: string | null }>`select to_regclass('public.schema_node')::text as table`.execute(database.queries)
  if (found.rows[0]!.table === null) {
    // What was made before there were kinds of nodes holds everything.
    const { rows } = await sql<{ n: number }>`select count(*) as n from schema_migration`.execute(database.queries)
    const kind: NodeKind = rows[0]!.n > 0 ? 'all' : node
    await database.script(`create table schema_node (kind text primary key); insert into schema_node (kind) values ('${kind}')`)
  }
  const { rows } = await sql<{ kind: NodeKind }>`select kind from schema_node`.execute(database.queries)
  if (rows[0]!.kind !== node) throw new Refusal(409, 'error.otherNode', { is: rows[0]!.kind, wanted: node })
}

function isFor(node: NodeKind, text: string): boolean {
  const named = /^-- Nodes: (.*)$/m.exec(text.split('\n', 1)[0]!)
  return !named || named[1]!.split(' ').includes(node)
}

function readMigration(folder: string, name: string): { name: string; text: string; sha256: string } {
  const text = readFileSync(join(folder, name), 'utf8')
  return { name, text, sha256: createHash('sha256').update(text).digest('hex') }
}
