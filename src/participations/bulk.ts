import { sql } from 'kysely'
import type { Queries } from '../platform/database.ts'
import type { ParticipationTables } from './tables.ts'

/** A table whose rows may be written many at a time. */
type BulkTable = keyof ParticipationTables & ('participation' | 'participation_version' | 'fact' | 'anonymous_count' | 'import_row')

// The embedded database keeps the memory its largest statement needed for as long as it lives.
const ROWS_AT_ONCE = 1000

/** Writes many rows in few statements; keys are column names, `bytea` as `\x…` text. Far quicker than one parameter per value. */
export async function insertMany(queries: Queries, table: BulkTable, rows: readonly Record<string, unknown>[]): Promise<void> {
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
    const json = JSON.stringify(rows.slice(at, at + ROWS_AT_ONCE))
    await sql`insert into ${sql.table(table)} select * from json_populate_recordset(null::${sql.table(table)}, ${json}::json)`.execute(
      queries,
    )
  }
}

/** Moves the counter that tells figures in memory that they are old. */
export async function touchData(queries: Queries): Promise<void> {
  await sql`update data_version set version = version + 1`.execute(queries)
}
