import { expect, test } from 'vitest'
import type { BookYear, MemberYear } from '../contributions/domain.ts'
import { remarksOf } from './remarks.ts'

const member = (given: Partial<MemberYear>): MemberYear => ({
  ...{ organisationId: 'a', name: 'Ena', payer: 'municipalities', asRegion: false, motive: '', status: 'paid' },
  ...{ agreedOre: null, decidedOre: null, invoicedOre: null, shareOfParty: null, perInhabitantOre: null, changeOre: null },
  ...{ offerOre: null, matchedOre: null, paidOre: null, ...given },
})
const plain: BookYear = {
  ...{ year: 2025, agreedOre: null, decidedOre: null, invoicedOre: null, paidOre: null, level: null, gapOre: null },
  ...{ cumulatedGapOre: null, parties: [], members: [], earmarked: [], warnings: [] },
}
const unpaidOf = (...members: MemberYear[]) =>
  remarksOf({
    ...{ year: 2025, economy: undefined, next: undefined, unknown: { accounts: [], objects: [], outsideOre: 0 }, grants: [] },
    contributions: { ...plain, members },
  }).find(({ key }) => key === 'closing.remark.unpaid')?.args

test('a year is remarked upon for what is matched and not paid, and never for more than was offered', () => {
  // Two have decided SEK 125 000.50 each; matched in whole kronor one of them is asked for half a krona more.
  const paid = { offerOre: 125_000_50, paidOre: 125_000_50 }
  expect(unpaidOf(member({ ...paid, matchedOre: 125_001_00 }), member({ ...paid, matchedOre: 125_000_00 }))).toBeUndefined()
  expect(unpaidOf(member({ offerOre: 900_00, matchedOre: 800_00, paidOre: 500_00 }))).toEqual({ amount: 300 })
  expect(unpaidOf(member({ offerOre: 900_00, matchedOre: 800_00, paidOre: 850_00 }))).toBeUndefined()
})
