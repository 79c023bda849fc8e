import { sql, type RawBuilder } from 'kysely'
import type { Queries } from '../platform/database.ts'
import type { ParticipationTables } from './tables.ts'

/** A table whose rows may be written many at a time. */
type BulkTable = keyof ParticipationTables &
  ('participation' | 'participation_version' | 'contact' | 'fact' | 'anonymous_count' | 'import_row')

// The embedded database keeps the memory its largest statement needed for as long as it lives.
const ROWS_AT_ONCE = 1000

type Rows = readonly Record<string, unknown>[]

/** Writes many rows in few statements; keys are column names, `bytea` as `\x…` text. Far quicker than one parameter per value. */
export async function insertMany(queries: Queries, table: BulkTable, rows: Rows): Promise<void> {
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
    await insertTogether({ [table]: rows.slice(at, at + ROWS_AT_ONCE) })?.execute(queries)
  }
}

/**
 * One statement that writes rows of several tables, whose references among themselves are checked at its end; `undefined` when there is
 * nothing to write. A few thousand rows at most.
 */
export function insertTogether(rows: Partial<Record<BulkTable, Rows>>): RawBuilder<unknown> | undefined {
  const inserts = Object.entries(rows).flatMap(([name, of]) => {
    const table = sql.table(name)
    const from = sql`json_populate_recordset(null::${table}, ${JSON.stringify(of)}::json)`
    return of.length > 0 ? [sql`${sql.ref(`into_${name}`)} as (insert into ${table} select * from ${from})`] : []
  })
  return inserts.length > 0 ? sql`with ${sql.join(inserts)} select` : undefined
}

/** Moves the counter that tells figures in memory that they are old. */
export async function touchData(queries: Queries): Promise<void> {
  await sql`update data_version set version = version + 1`.execute(queries)
}

/** Tells figures in memory that single participations have changed; they follow after a while, not at every single one. */
export async function noteRegistration(queries: Queries): Promise<void> {
  await queries
    .updateTable('data_version')
    .set((now) => ({ registrations: now('registrations', '+', 1) }))
    .execute()
}
