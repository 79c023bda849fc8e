import type { Interval } from '../../probability/interval.ts'

/** What one more person in the state is worth and for how long. Amounts in kronor per person, shares 0 … 1. */
export interface Benefit {
  /** Value of one more person in the state for a year. */
  yearly: number
  /** How much of the effect is lost each year. */
  fade: number
  /** How much of it is taken from others. */
  displacement: number
  discount: number
  years: number
}

/** PV₁ = Σ_{t=1..T} B(1−u)(1−f)^{t−1}/(1+r)^{t−½}: today's value of one more person in the state. Throws `RangeError` for shares outside 0 … 1. */
export function presentValue(benefit: Benefit): number {
  const { fade, displacement, discount, years } = benefit
  const areShares = [fade, displacement].every((one) => one >= 0 && one <= 1)
  if (!areShares || !(discount > -1) || !Number.isInteger(years) || years < 0) throw new RangeError(JSON.stringify(benefit))
  let sum = 0
  for (let year = 1; year <= years; year++) sum += yearValue(benefit, year)
  return sum
}

const yearValue = ({ yearly, fade, displacement, discount }: Benefit, year: number): number =>
  (yearly * (1 - displacement) * (1 - fade) ** (year - 1)) / (1 + discount) ** (year - 0.5)

/** Break-even effect C/PV₁: how many more per person must reach the state for the value to be the cost. `undefined` when nothing is worth anything. */
export function breakEven(cost: number, benefit: Benefit): number | undefined {
  const value = presentValue(benefit)
  return value > 0 ? cost / value : undefined
}

/** Net value per participant, Δ·PV₁ − C, with the effect's interval taken along. Only for an effect, never for a change. */
export function netValue(cost: number, benefit: Benefit, effect: Interval & { estimate: number }): Interval & { estimate: number } {
  const value = presentValue(benefit)
  const of = (delta: number): number => delta * value - cost
  return { estimate: of(effect.estimate), lower: of(effect.lower), upper: of(effect.upper) }
}

/** Years until the value has paid the cost, straight within a year, however far away; `undefined` when it never does. */
export function paybackYears(cost: number, benefit: Benefit, effect: number): number | undefined {
  let paid = 0
  for (let year = 1; year <= 1000; year++) {
    const value = effect * yearValue(benefit, year)
    if (paid + value >= cost) return year - 1 + (cost - paid) / value
    paid += value
  }
  return undefined
}

/** Cost of one more who reached the state: C/Δ. `undefined` unless the effect is above nought. */
export const costPerExtra = (cost: number, effect: number): number | undefined => (effect > 0 ? cost / effect : undefined)
