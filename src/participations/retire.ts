import { sql } from 'kysely'
import type { Queries } from '../platform/database.ts'

/**
 * Makes room for new versions: what is current no longer is, and the facts are taken out of the figures. Whoever calls writes the new
 * version, with the rows of `factRows`, in the same transaction.
 */
export async function retireVersions(queries: Queries, controllerId: string, ids: readonly string[]): Promise<void> {
  for (let at = 0; at < ids.length; at += 5000) {
    const mine = sql<boolean>`participation_id = any(${ids.slice(at, at + 5000)}::uuid[])`
    await queries
      .updateTable('participation_version')
      .set({ current: false })
      .where('controller_id', '=', controllerId)
      .where(mine)
      .where('current', '=', true)
      .execute()
    await queries.deleteFrom('fact').where('controller_id', '=', controllerId).where(mine).execute()
  }
}
