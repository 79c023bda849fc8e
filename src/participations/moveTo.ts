import { sql } from 'kysely'
import type { Queries } from '../platform/database.ts'

/** A participation and the association that it belongs to from now on. */
export interface Move {
  id: string
  association: string
}

/** Lets participations belong to another association. Whoever calls writes their facts with it, in the same transaction. */
export async function moveTo(queries: Queries, controllerId: string, moves: readonly Move[]): Promise<void> {
  for (const [association, of] of Map.groupBy(moves, (move) => move.association)) {
    const ids = of.map(({ id }) => id)
    await queries
      .updateTable('participation')
      .set({ association_id: association })
      .where('controller_id', '=', controllerId)
      .where(sql<boolean>`id = any(${ids}::uuid[])`)
      .execute()
  }
}
