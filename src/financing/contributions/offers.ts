import { z } from 'zod'
import { apportion, exactWeight } from '../apportion.ts'
import { fieldAt, kronor, MoneyFault } from '../kronor.ts'
import { gapOf, levelOf, type Branch, type ByPayer, type Gap, type Payer } from './level.ts'

/** What a municipality outside a region offers in each quarter (§ 5 a). */
const TwoParts = z.strictObject({ asMunicipality: kronor, asRegion: kronor })

/** What the calculator of contributions is asked; whole kronor. */
export const ContributionsQuestion = z.strictObject({
  offers: z.strictObject({
    state: kronor,
    regions: z.record(z.string(), kronor).default({}),
    municipalities: z.record(z.string(), z.union([kronor, TwoParts], 'money.wholeKronor')),
  }),
  /** The total that was agreed for the year. */
  agreed: kronor.optional(),
  /** Municipalities outside every region: Gotland. Those that give nothing here change nothing. */
  outsideRegion: z.array(z.string()).optional(),
})
export type ContributionsQuestion = z.infer<typeof ContributionsQuestion>

interface PerMember<N> {
  state: N
  regions: Record<string, N>
  municipalities: Record<string, N>
}

export interface ContributionsAnswer {
  /** Matched total, kronor. */
  level: number
  binding: Payer[]
  shares: PerMember<number>
  unmatched: PerMember<number>
  /** Null when nothing was agreed. */
  gap: Gap | null
  leverage: 2 | 4
}

/**
 * The level, shares, gap and leverage of offers (§§ 5 and 5 a lag 2003:1210). Within regions and within municipalities the share is split by
 * what each has offered, to the krona by largest remainder, so nobody pays more than it offered.
 * Throws `MoneyFault` where no parties of the act can be made of what is given.
 */
export function contributionsOf({ offers, agreed, outsideRegion = [] }: ContributionsQuestion): ContributionsAnswer {
  const outside = new Set(outsideRegion)
  const branch = branchOf(offers, outside)
  const members = membersOf(offers, outside, branch)
  const sums: ByPayer = { state: offers.state, regions: sumOf(members.regions), municipalities: sumOf(members.municipalities) }
  const level = levelOf(sums, branch)
  const split = (payer: 'regions' | 'municipalities') =>
    apportion(level.shares[payer], new Map([...members[payer]].map(([name, offer]) => [name, exactWeight(offer)])))
  const shares = { regions: split('regions'), municipalities: split('municipalities') }
  const left = (payer: 'regions' | 'municipalities') =>
    Object.fromEntries([...members[payer]].map(([name, offer]) => [name, offer - shares[payer].get(name)!]))
  return {
    ...{ level: level.total, binding: level.binding },
    shares: {
      state: level.shares.state,
      regions: Object.fromEntries(shares.regions),
      municipalities: Object.fromEntries(shares.municipalities),
    },
    unmatched: { state: level.unmatched.state, regions: left('regions'), municipalities: left('municipalities') },
    gap: agreed === undefined ? null : gapOf(agreed, sums, branch),
    leverage: level.leverage as 2 | 4,
  }
}

/** Municipalities that are said to be outside every region and give nothing here: right, or a slip in a name that would count one as inside. */
export function silentOutside({ offers, outsideRegion = [] }: ContributionsQuestion): string[] {
  return outsideRegion.filter((name) => !Object.hasOwn(offers.municipalities, name))
}

type Offers = ContributionsQuestion['offers']

/** § 5 a: without a region only a municipality outside every region takes part, and pays the half that is not the state's. */
function branchOf({ regions, municipalities }: Offers, outside: ReadonlySet<string>): Branch {
  const names = Object.keys(municipalities)
  if (names.length === 0) throw new MoneyFault('offers.municipalities', 'money.noMunicipality')
  if (Object.keys(regions).length > 0) return 'quarters'
  const inside = names.find((name) => !outside.has(name))
  if (inside !== undefined) throw new MoneyFault('offers.regions', 'money.noRegion', { name: inside })
  return 'halves'
}

/** What each member offers in each quarter: a municipality outside a region stands in both where a region takes part. */
function membersOf(offers: Offers, outside: ReadonlySet<string>, branch: Branch) {
  const regions = new Map(Object.entries(offers.regions))
  const municipalities = new Map<string, number>()
  for (const [name, offer] of Object.entries(offers.municipalities)) {
    const where = fieldAt(['offers', 'municipalities', name])
    const inBoth = branch === 'quarters' && outside.has(name)
    if (typeof offer === 'number') {
      if (inBoth) throw new MoneyFault(where, 'money.twoPartsNeeded', { name })
      municipalities.set(name, offer)
    } else {
      if (!inBoth) throw new MoneyFault(where, outside.has(name) ? 'money.onePartNeeded' : 'money.notOutside', { name })
      if (regions.has(name)) throw new MoneyFault(fieldAt(['offers', 'regions', name]), 'money.bothKinds', { name })
      municipalities.set(name, offer.asMunicipality)
      regions.set(name, offer.asRegion)
    }
  }
  return { regions, municipalities }
}

const sumOf = (amounts: ReadonlyMap<string, number>): number => [...amounts.values()].reduce((sum, amount) => sum + amount, 0)
