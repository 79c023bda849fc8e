import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Database, Queries } from '../src/platform/database.ts'

/**
 * Does `work` while another transaction holds what `hold` has changed or locked, which ends as soon as the work waits for it, with so many calls as it makes. The embedded database lends its one
 * connection to one at a time: there the work begins when the other has ended.
 */
export async function whileHeld<T>(
  database: Database,
  hold: (queries: Queries) => Promise<unknown>,
  work: () => Promise<T>,
  calls = 1,
): Promise<PromiseSettledResult<T>> {
  const { outcomes } = await database.queries.transaction().execute(async (change) => {
    await hold(change)
    const outcomes = Promise.allSettled([work()])
    if (database.kind === 'postgres') await untilWaiting(database, calls)
    // Not given as it is: a promise that is returned would be waited for in here.
    return { outcomes }
  })
  return (await outcomes)[0]
}

async function untilWaiting({ queries }: Database, calls: number): Promise<void> {
  const waiting = sql`select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  for (let tries = 0; tries < 500; tries++) {
    const { rows } = await waiting.execute(queries)
    if (rows.length >= calls) return
    await wait(10)
  }
  throw new Error('They do not wait')
}
