import { singleYear, type BookEntry } from './book.ts'
import type { BookMember, MemberYear, PartyYear } from './domain.ts'

/** What the parties of an association have agreed, decided and paid for a year, and what that reaches together (§ 5); öre. */
export interface Funds {
  parties: (Pick<PartyYear, 'payer' | 'agreedOre' | 'decidedOre' | 'setsLevel' | 'unmatchedOre'> & { paidOre: number | null })[]
  levelOre: number | null
  /** How many kronor all lose when the party that sets the level gives one less (§ 5); `null` while the level is not known. */
  leverage: number | null
  members: Pick<MemberYear, 'organisationId' | 'name' | 'payer' | 'agreedOre' | 'decidedOre' | 'paidOre' | 'shareOfParty'>[]
}

/** The funds of a year of which nothing is entered. */
export const noFunds: Funds = { parties: [], levelOre: null, leverage: null, members: [] }

/** The funds of a year, by party, of the rows of a ledger that hold. */
export function fundsOf(members: readonly BookMember[], entries: readonly BookEntry[], year: number): Funds {
  const found = singleYear(members, entries, year)
  const paidBy = (payer: PartyYear['payer']): number | null => {
    const paid = found.members.filter((one) => one.payer === payer && one.paidOre !== null)
    return paid.length > 0 ? paid.reduce((sum, { paidOre }) => sum + paidOre!, 0) : null
  }
  return {
    parties: found.parties.map(({ payer, agreedOre, decidedOre, setsLevel, unmatchedOre }) => ({
      ...{ payer, agreedOre, decidedOre, setsLevel, unmatchedOre },
      paidOre: paidBy(payer),
    })),
    levelOre: found.level?.totalOre ?? null,
    leverage: found.level?.leverage ?? null,
    members: found.members.map(({ organisationId, name, payer, agreedOre, decidedOre, paidOre, shareOfParty }) => ({
      ...{ organisationId, name, payer, agreedOre, decidedOre, paidOre, shareOfParty },
    })),
  }
}
