import { sumOfKnown } from '../../values/sumOfKnown.ts'
import { singleYear, type BookEntry } from './book.ts'
import type { BookMember, MemberYear, PartyYear } from './domain.ts'

/** What the parties of an association have agreed, decided and paid for a year, and what that reaches together (§ 5); öre. */
export interface Funds {
  parties: (Pick<PartyYear, 'payer' | 'agreedOre' | 'decidedOre' | 'setsLevel' | 'leverage' | 'unmatchedOre'> & {
    paidOre: number | null
  })[]
  levelOre: number | null
  members: Pick<MemberYear, 'organisationId' | 'name' | 'payer' | 'asRegion' | 'agreedOre' | 'decidedOre' | 'paidOre' | 'shareOfParty'>[]
}

/** The funds of a year of which nothing is entered. */
export const noFunds: Funds = { parties: [], levelOre: null, members: [] }

/** The funds of a year, by party, of the rows of a ledger that hold. */
export function fundsOf(members: readonly BookMember[], entries: readonly BookEntry[], year: number): Funds {
  const found = singleYear(members, entries, year)
  const paidBy = (payer: PartyYear['payer']): number | null =>
    sumOfKnown(found.members.filter((one) => one.payer === payer).map(({ paidOre }) => paidOre))
  return {
    parties: found.parties.map(({ payer, agreedOre, decidedOre, setsLevel, leverage, unmatchedOre }) => ({
      ...{ payer, agreedOre, decidedOre, setsLevel, leverage, unmatchedOre },
      paidOre: paidBy(payer),
    })),
    levelOre: found.level?.totalOre ?? null,
    members: found.members.map(({ organisationId, name, payer, asRegion, agreedOre, decidedOre, paidOre, shareOfParty }) => ({
      ...{ organisationId, name, payer, asRegion, agreedOre, decidedOre, paidOre, shareOfParty },
    })),
  }
}
