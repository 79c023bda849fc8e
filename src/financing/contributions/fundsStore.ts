import type { Queries } from '../../platform/database.ts'
import { singleYear, type BookEntry } from './book.ts'
import type { PartyYear } from './domain.ts'
import { findPayers } from './payerStore.ts'

/** What the parties of an association have agreed, decided and paid for a year; öre. */
export interface Funds {
  parties: (Pick<PartyYear, 'payer' | 'agreedOre' | 'decidedOre'> & { paidOre: number | null })[]
}

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
      ...{ dated: row.dated, reference: row.reference, motive: row.motive, recordedAt: row.recorded_at },
    })) as BookEntry[]
  if (entries.length === 0) return undefined
  const { members } = await findPayers(queries, associationId)
  const found = singleYear(members, entries, year)
  const paidBy = (payer: PartyYear['payer']): number | null => {
    const paid = found.members.filter((one) => one.payer === payer && one.paidOre !== null)
    return paid.length > 0 ? paid.reduce((sum, { paidOre }) => sum + paidOre!, 0) : null
  }
  return { parties: found.parties.map(({ payer, agreedOre, decidedOre }) => ({ payer, agreedOre, decidedOre, paidOre: paidBy(payer) })) }
}
