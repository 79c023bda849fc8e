import type { Interval } from '../../probability/interval.ts'
import type { OwnDifference, OwnEffect } from '../domain.ts'
import { fieller, type Ratio } from '../intervals/fieller.ts'
import { payers, type Payer } from '../money/payers.ts'
import { breakEven, netValue, presentValue } from '../money/presentValue.ts'
import { yearlyValue } from '../money/priceList.ts'
import type { MoneyRead } from './moneyAsked.ts'
import type { OwnResult } from './ownResult.ts'

type Value = Interval & { estimate: number }

/** What a comparison costs and is worth, in kronor per participation. */
export interface MoneyAnswer {
  cost: number
  /**
   * How many more of each participant must reach the outcome (0 … 1, or above) for the value to be the cost; `undefined` without prices, when they
   * are worth nothing, or for other outcomes than 0 and 1.
   */
  breakEven: Record<'society' | 'publicFinances', number | undefined>
  /** Only of an effect: cost of one more of the outcome, and what is left when the cost is paid. Payers' parts are before the cost. */
  effect:
    { perExtra: Ratio; net: Record<'society' | 'publicFinances', Value> | undefined; payers: Record<Payer, Value> | undefined } | undefined
}

/** `undefined` until a cost is known. Nothing but the break-even difference is put into money unless the claim is an effect. */
export function moneyAnswer(
  result: OwnResult,
  claim: OwnDifference | OwnEffect,
  { cost, how, prices }: MoneyRead,
): MoneyAnswer | undefined {
  if (cost === undefined) return undefined
  const { report, isShare } = result
  const estimate = report[report.reported]!
  const values = isShare && how && prices.length > 0 ? yearlyValue(prices) : undefined
  const benefit = (yearly: number) => ({ ...how!, yearly })
  const even = (yearly: number | undefined): number | undefined => (yearly === undefined ? undefined : breakEven(cost, benefit(yearly)))
  const left = (yearly: number, paid: number): Value => {
    const { estimate: middle, lower, upper } = netValue(paid, benefit(yearly), estimate)
    return { estimate: middle, lower: Math.min(lower, upper), upper: Math.max(lower, upper) }
  }
  const of = (whom: 'society' | 'publicFinances'): Value => left(values![whom], cost)
  return {
    cost,
    breakEven: { society: even(values?.society), publicFinances: even(values?.publicFinances) },
    effect:
      claim.claim === 'effect' && estimate.estimate !== 0
        ? {
            perExtra: fieller(cost, estimate.estimate, { va: 0, vb: estimate.se ** 2 }),
            net: values && { society: of('society'), publicFinances: of('publicFinances') },
            payers: values && (Object.fromEntries(payers.map((payer) => [payer, left(values.payers[payer], 0)])) as Record<Payer, Value>),
          }
        : undefined,
  }
}

/** Today's value of one more person in the state, to society; `undefined` without prices. */
export function worthOfOne({ how, prices }: MoneyRead): number | undefined {
  return how && prices.length > 0 ? presentValue({ ...how, yearly: yearlyValue(prices).society }) : undefined
}
