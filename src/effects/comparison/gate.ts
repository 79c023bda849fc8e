import type { Estimate } from '../../probability/interval.ts'

/** One check before the word effect: passed, failed, declared by whoever asks, or (null) not declared; and the figure beside its limit. */
export interface Check {
  pass: boolean | 'declared' | null
  value: number | string | null
  limit: number | string
}

export type CheckName =
  'n1' | 'n0' | 'ess' | 'largestWeight' | 'balance' | 'followUp' | 'followUpGap' | 'sameWindow' | 'placebo' | 'placeboPrecision'

export interface GateInput {
  /** Persons with a known outcome. */
  n1: number
  n0: number
  /** Of the weights of the estimate that is reported. */
  ess: number
  largestWeightShare: number
  /** The largest standardised difference of any covariate after weighting, without its sign. */
  largestDifference: number
  /** Shares with a known outcome, 0 … 1. */
  followUp: { treated: number; controls: number }
  /** How index dates were chosen in the same calendar window; undefined when it is not declared that they were. */
  indexDateRule: string | undefined
  /** The same estimator on what was so before the start; undefined when there is none. */
  placebo: Estimate | undefined
  effect: number
  /** Places were drawn by lot: balance and weights are not asked for. */
  lottery: boolean
}

export const gateLimits = {
  ...{ n1: 25, ess: 50, largestWeight: 0.05, balance: 0.1, followUp: 0.8, followUpGap: 0.05 },
} as const

/**
 * The checks that must all hold before a difference is called an effect: size, weights, balance, follow-up, the same window, and a placebo:
 * the same estimator before the start finds nothing, and would have seen what is claimed. Fit alone does not suffice: G. W. Imbens and
 * Y. Xu, LaLonde (1986) after nearly four decades (2024).
 */
export function gate(input: GateInput): { checks: Record<CheckName, Check>; verdict: 'effect' | 'difference' } {
  const { n1, n0, ess, followUp, indexDateRule, placebo, lottery } = input
  const least = Math.max(gateLimits.ess, n1 / 2)
  const byLot = (check: Check): Check => (lottery ? { ...check, pass: 'declared' } : check)
  const checks: Record<CheckName, Check> = {
    n1: atLeast(n1, gateLimits.n1),
    n0: atLeast(n0, n1),
    ess: byLot(atLeast(ess, least)),
    largestWeight: byLot(atMost(input.largestWeightShare, gateLimits.largestWeight)),
    balance: byLot(atMost(input.largestDifference, gateLimits.balance)),
    ...followUpChecks(followUp),
    sameWindow: { pass: indexDateRule === undefined ? null : 'declared', value: indexDateRule ?? null, limit: 'declared' },
    ...placeboChecks(placebo, input.effect),
  }
  return { checks, verdict: verdictOf(checks) }
}

/** An effect when every check has passed or been declared, else a difference. */
export function verdictOf(checks: Record<CheckName, Check>): 'effect' | 'difference' {
  return Object.values(checks).every(({ pass }) => pass === true || pass === 'declared') ? 'effect' : 'difference'
}

/** Of the shares with a known outcome: the lower, and how far they are apart. */
export function followUpChecks({ treated, controls }: GateInput['followUp']): Record<'followUp' | 'followUpGap', Check> {
  return {
    followUp: atLeast(Math.min(treated, controls), gateLimits.followUp),
    followUpGap: atMost(Math.abs(treated - controls), gateLimits.followUpGap),
  }
}

// A share of exactly 80 of 100 may be a rounding below 0.8.
const rounding = 1e-12
const atLeast = (value: number, limit: number): Check => ({ pass: value >= limit - rounding, value, limit })
const atMost = (value: number, limit: number): Check => ({ pass: value <= limit + rounding, value, limit })

/** The placebo as |value| against half its interval: within it, nought is inside. Half the interval as value against the effect claimed. */
function placeboChecks(placebo: Estimate | undefined, effect: number): Record<'placebo' | 'placeboPrecision', Check> {
  const claimed = Math.abs(effect)
  if (!placebo) return { placebo: { pass: false, value: null, limit: 0 }, placeboPrecision: { pass: false, value: null, limit: claimed } }
  const half = (placebo.upper - placebo.lower) / 2
  return {
    placebo: { pass: placebo.lower <= 0 && placebo.upper >= 0, value: placebo.estimate, limit: half },
    placeboPrecision: { pass: half <= claimed, value: half, limit: claimed },
  }
}

/** What would be enough, in whole persons; only what is needed. It takes for granted that more of the same would look the same. */
export interface Needed {
  /** More who started, with a known outcome. */
  treated?: number
  /** More to compare with, with a known outcome. */
  controls?: number
  /** More known outcomes among those who are there already. */
  outcomes?: number
}

/** How many more outcomes must be known for every group to be followed well enough. */
export const outcomesNeeded = (followUp: readonly { n: number; known: number }[]): number =>
  followUp.reduce((sum, { n, known }) => sum + Math.max(0, Math.ceil(gateLimits.followUp * n - rounding) - known), 0)

/** How many more persons the checks of size, weights, follow-up and precision ask for. Balance and placebo are not mended by more of the same. */
export function neededFor({ n1, n0, ess, placebo, effect, lottery }: GateInput, followUp: readonly { n: number; known: number }[]): Needed {
  const half = placebo ? (placebo.upper - placebo.lower) / 2 : 0
  // The width goes by one over the root of the number of persons.
  const times = (half / Math.abs(effect)) ** 2
  // Beyond a hundred times as many, more persons are no answer.
  const wider = times > 1 && times <= 100 ? times : 1
  const wanted = Math.ceil(Math.max(gateLimits.n1, n1 * wider) - rounding)
  const perWeight = lottery ? 1 : Math.max(gateLimits.ess, wanted / 2) / ess
  const compared = Math.ceil(Math.max(wanted, n0 * wider, n0 * perWeight) - rounding)
  const outcomes = outcomesNeeded(followUp)
  return {
    ...(wanted > n1 && { treated: wanted - n1 }),
    ...(compared > n0 && { controls: compared - n0 }),
    ...(outcomes > 0 && { outcomes }),
  }
}
