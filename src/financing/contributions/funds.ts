import { singleYear, type BookEntry } from './book.ts'
import type { BookMember, PartyYear } from './domain.ts'

/** What the parties of an association have agreed, decided and paid for a year, and what that reaches together (§ 5); öre. */
export interface Funds {
  parties: (Pick<PartyYear, 'payer' | 'agreedOre' | 'decidedOre' | 'setsLevel'> & { paidOre: number | null })[]
  levelOre: number | null
}

/** The funds of a year, by party, of the rows of a ledger that hold. */
export function fundsOf(members: readonly BookMember[], entries: readonly BookEntry[], year: number): Funds {
  const found = singleYear(members, entries, year)
  const paidBy = (payer: PartyYear['payer']): number | null => {
    const paid = found.members.filter((one) => one.payer === payer && one.paidOre !== null)
    return paid.length > 0 ? paid.reduce((sum, { paidOre }) => sum + paidOre!, 0) : null
  }
  return {
    parties: found.parties.map(({ payer, agreedOre, decidedOre, setsLevel }) => ({
      ...{ payer, agreedOre, decidedOre, setsLevel },
      paidOre: paidBy(payer),
    })),
    levelOre: found.level?.totalOre ?? null,
  }
}
