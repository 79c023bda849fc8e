import { apportion } from '../apportion.ts'

/** Who pays a share of its own by the act: the state (FK, for AF too), the regions together, the municipalities together (§ 5). */
export const payers = ['state', 'regions', 'municipalities'] as const
export type Payer = (typeof payers)[number]

/** Kronor or öre of each payer. */
export type ByPayer = Record<Payer, number>

/**
 * How the act shares the contributions.
 * - `quarters`: state 1/2, regions 1/4, municipalities 1/4 (§ 5, and § 5 a where a region takes part: the municipality outside a region then pays in both quarters)
 * - `halves`: state 1/2 and the municipality outside a region 1/2, where no region takes part (§ 5 a)
 */
export type Branch = 'quarters' | 'halves'

/** What each payer's krona is multiplied by: the shares of the act upside down. Nobody pays as `regions` where there are none. */
const multiples: Record<Branch, ByPayer> = {
  quarters: { state: 2, regions: 4, municipalities: 4 },
  halves: { state: 2, regions: Infinity, municipalities: 2 },
}

/** How many kronor of the level hang on one krona of a payer that sets it: 2 of the state's, 4 of a quarter's (§ 5), 2 of each half's (§ 5 a). */
export const leverageOf = (payer: Payer, branch: Branch): number => multiples[branch][payer]

/** Which payers there are in a branch. */
export function payersOf(branch: Branch): Payer[] {
  return payers.filter((payer) => multiples[branch][payer] < Infinity)
}

export interface Level {
  /** What the parties together pay that matches: the lowest offer binds (§ 5). Rounded down so that every share is whole. */
  total: number
  /** Whose offer sets the level; several when they offer alike. */
  binding: Payer[]
  shares: ByPayer
  /** Offered above the share. Kept apart: unmatched money is not part of the level. */
  unmatched: ByPayer
  /** How many kronor the association loses for each krona that a binding party takes away: 2 of the state's, 4 of a quarter's. The larger where several are binding. */
  leverage: number
}

/**
 * The level that offers lead to: T = min(2·state, 4·regions, 4·municipalities) with the quarters of § 5.
 * @param offers whole numbers from 0 up, kronor or öre
 */
export function levelOf(offers: ByPayer, branch: Branch): Level {
  const present = payersOf(branch)
  const reach = (payer: Payer): number => multiples[branch][payer] * offers[payer]
  const least = Math.min(...present.map(reach))
  const binding = present.filter((payer) => reach(payer) === least)
  const total = least - (least % (branch === 'quarters' ? 4 : 2))
  const shares = sharesOf(total, branch)
  return {
    ...{ total, binding, shares },
    unmatched: byPayer((payer) => offers[payer] - shares[payer]),
    leverage: Math.max(...binding.map((payer) => leverageOf(payer, branch))),
  }
}

/** What each payer pays of a total by the act; to the krona by largest remainder where the total cannot be quartered. */
export function sharesOf(total: number, branch: Branch): ByPayer {
  const weights = payersOf(branch).map((payer) => [payer, BigInt(4 / multiples[branch][payer])] as const)
  const parts = apportion(total, new Map(weights))
  return byPayer((payer) => parts.get(payer) ?? 0)
}

export interface Gap {
  /** What the level is below the agreed total. */
  total: number
  /** What each payer offers below its share of the agreed total. */
  byParty: ByPayer
}

/** How far offers are below an agreed total; nought where they are not. */
export function gapOf(agreed: number, offers: ByPayer, branch: Branch): Gap {
  const shares = sharesOf(agreed, branch)
  return {
    total: Math.max(0, agreed - levelOf(offers, branch).total),
    byParty: byPayer((payer) => Math.max(0, shares[payer] - offers[payer])),
  }
}

/** A number of each payer. */
export function byPayer(of: (payer: Payer) => number): ByPayer {
  return { state: of('state'), regions: of('regions'), municipalities: of('municipalities') }
}
