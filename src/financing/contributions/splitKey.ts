import { z } from 'zod'
import { apportion, exactWeight } from '../apportion.ts'
import { kronor, MoneyFault, portion, size } from '../kronor.ts'

/** A number from 0 up for each member, by name or id. */
const perMember = z.record(z.string(), size)

/** How the municipalities (or the regions) share their quarter: § 5 leaves it to them. */
export const SplitKey = z.discriminatedUnion('key', [
  z.strictObject({ key: z.literal('equal') }),
  /** Inhabitants 16–64 of each member. */
  z.strictObject({ key: z.literal('population'), population: perMember }),
  /** The support measure of each member, tkr. */
  z.strictObject({ key: z.literal('supportMeasure'), supportMeasure: perMember }),
  /** `supportWeight` of the quarter by support measure, the rest by population, as the national model does with 0.75. */
  z.strictObject({ key: z.literal('mixed'), supportWeight: portion, population: perMember, supportMeasure: perMember }),
  /** Fixed shares that add up to 1 (or to 100). */
  z.strictObject({ key: z.literal('fixed'), shares: perMember }),
  /** Amounts in whole kronor that add up to the quarter. */
  z.strictObject({ key: z.literal('explicit'), amounts: z.record(z.string(), kronor) }),
])
export type SplitKey = z.infer<typeof SplitKey>

/**
 * A quarter split between members, exact by largest remainder.
 * @param total whole kronor
 * @param members their names; the order does not matter
 * Throws `MoneyFault` when the key lacks a member, weighs nothing, or explicit amounts add up to something else.
 */
export function splitBy(total: number, members: readonly string[], key: SplitKey): Map<string, number> {
  if (key.key === 'explicit') return explicitAmounts(total, members, key.amounts)
  return apportion(total, weightsOf(members, key))
}

function weightsOf(members: readonly string[], key: Exclude<SplitKey, { key: 'explicit' }>): Map<string, bigint> {
  switch (key.key) {
    case 'equal':
      return new Map(members.map((name) => [name, 1n]))
    case 'population':
      return weigh(members, key.population, 'population')
    case 'supportMeasure':
      return weigh(members, key.supportMeasure, 'supportMeasure')
    case 'fixed':
      return fixedShares(members, key.shares)
    case 'mixed':
      return mixed(members, key)
  }
}

/** a·F/ΣF + (1−a)·P/ΣP over one denominator, so that nothing is rounded before the end. */
function mixed(members: readonly string[], key: Extract<SplitKey, { key: 'mixed' }>): Map<string, bigint> {
  const support = weigh(members, key.supportMeasure, 'supportMeasure')
  const population = weigh(members, key.population, 'population')
  const [a, b] = [exactWeight(key.supportWeight), exactWeight(1 - key.supportWeight)]
  const [allSupport, all] = [sum(support), sum(population)]
  return new Map(members.map((name) => [name, a * support.get(name)! * all + b * population.get(name)! * allSupport]))
}

function fixedShares(members: readonly string[], shares: Record<string, number>): Map<string, bigint> {
  const weights = weigh(members, shares, 'shares')
  const whole = Number(sum(weights)) / 1_000_000
  if (Math.abs(whole - 1) > 1e-6 && Math.abs(whole - 100) > 1e-4) throw new MoneyFault('shares', 'money.sharesSum', { sum: whole })
  return weights
}

function explicitAmounts(total: number, members: readonly string[], amounts: Record<string, number>): Map<string, number> {
  const given = new Map(members.map((name) => [name, valueOf(amounts, name, 'amounts')]))
  const whole = [...given.values()].reduce((all, one) => all + one, 0)
  if (whole !== total) throw new MoneyFault('amounts', 'money.amountsSum', { sum: whole, total })
  return given
}

function weigh(members: readonly string[], given: Record<string, number>, where: string): Map<string, bigint> {
  const weights = new Map(members.map((name) => [name, exactWeight(valueOf(given, name, where))]))
  if (sum(weights) === 0n) throw new MoneyFault(where, 'money.nothingWeighs')
  return weights
}

function valueOf(given: Record<string, number>, name: string, where: string): number {
  if (!Object.hasOwn(given, name)) throw new MoneyFault(where, 'money.memberMissing', { name })
  return given[name]!
}

const sum = (weights: ReadonlyMap<string, bigint>): bigint => [...weights.values()].reduce((all, one) => all + one, 0n)
