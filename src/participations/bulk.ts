import { sql } from 'kysely'
import type { Queries } from '../platform/database.ts'
import type { ParticipationTables } from './tables.ts'

/** A table whose rows may be written many at a time. */
type BulkTable = keyof ParticipationTables & ('participation' | 'participation_version' | 'fact' | 'anonymous_count' | 'import_row')

/** Writes many rows in one statement; keys are column names, `bytea` as `\x…` text. Far quicker than one parameter per value. */
export async function insertMany(queries: Queries, table: BulkTable, rows: readonly Record<string, unknown>[]): Promise<void> {
  if (rows.length === 0) return
  const json = JSON.stringify(rows)
  await sql`insert into ${sql.table(table)} select * from jsonb_populate_recordset(null::${sql.table(table)}, ${json}::jsonb)`.execute(
    queries,
  )
}

/** Moves the counter that tells figures in memory that they are old. */
export async function touchData(queries: Queries): Promise<void> {
  await sql`update data_version set version = version + 1`.execute(queries)
}
