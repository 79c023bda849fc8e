import { sql, type Expression } from 'kysely'
import type { Queries } from '../../platform/database.ts'

const ROWS = 2000

/** Rows of a query, some thousands at a time, however many there are: memory holds one part. Must be read inside a transaction. */
export async function* readByCursor<O>(queries: Queries, query: Expression<O>): AsyncGenerator<O[]> {
  await sql`declare export_rows no scroll cursor for ${query}`.execute(queries)
  try {
    for (;;) {
      const { rows } = await sql<O>`fetch forward ${sql.lit(ROWS)} from export_rows`.execute(queries)
      if (rows.length > 0) yield rows
      if (rows.length < ROWS) return
    }
  } finally {
    // In a transaction that has failed nothing can be closed any more, and nothing needs to be.
    await sql`close export_rows`.execute(queries).catch(() => undefined)
  }
}

/** How many rows a query gives. */
export async function countRows(queries: Queries, query: Expression<unknown>): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from ${query} as counted`.execute(queries)
  return rows[0]!.n
}
