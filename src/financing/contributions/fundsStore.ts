import type { Queries } from '../../platform/database.ts'
import type { BookEntry } from './book.ts'
import { fundsOf, type Funds } from './funds.ts'
import { findPayers } from './payerStore.ts'

/** The funds of an association in a year, of the ledger as far as whoever asks may read it; `undefined` when nothing is entered. */
export async function findFunds(queries: Queries, associationId: string, year: number): Promise<Funds | undefined> {
  const rows = await queries
    .selectFrom('contribution_entry')
    .distinctOn('id')
    .selectAll()
    .where('association_id', '=', associationId)
    .orderBy('id')
    .orderBy('version', 'desc')
    .execute()
  const entries = rows
    .filter((row) => !row.withdrawn && row.year === year)
    .map((row) => ({
      ...{ year: row.year, organisationId: row.organisation_id, step: row.step, amountOre: row.amount_ore },
      ...{
        dated: row.dated,
        reference: row.reference,
        motive: row.motive,
        earmark: row.earmark,
        asRegion: row.as_region,
        recordedAt: row.recorded_at,
      },
    })) as BookEntry[]
  if (entries.length === 0) return undefined
  const { members } = await findPayers(queries, associationId)
  return fundsOf(members, entries, year)
}
