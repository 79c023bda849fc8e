import { seededRandom } from '../../probability/seededRandom.ts'
import { aalenJohansen, type Incidence, type StepCurve } from './aalenJohansen.ts'
import { riskTable, type Durations, type RiskTable } from './durations.ts'

/** ∫₀^τ of a step curve, exactly: mean time spent in the state up to τ, in the unit of the times. */
export function areaUnder({ times, value, before }: StepCurve, tau: number): number {
  let [area, from, height] = [0, 0, before]
  for (let at = 0; at < times.length && times[at]! < tau; at++) {
    area += height * (times[at]! - from)
    from = times[at]!
    height = value[at]!
  }
  return area + height * Math.max(0, tau - from)
}

/**
 * Standard error of the mean time free of events up to τ: √Σ_{s≤τ} (∫_s^τ S)²·d/(Y(Y−d)), Greenwood's type.
 * P. K. Andersen, M. G. Hansen and J. P. Klein, Lifetime Data Analysis 10 (2004) 335–350.
 */
export function restrictedMeanSe({ table, eventFree }: Incidence, tau: number): number {
  const { times, atRisk, events } = table
  const last = times.findLastIndex((time) => time < tau)
  let [area, variance, to] = [0, 0, tau]
  for (let at = last; at >= 0; at--) {
    area += eventFree.value[at]! * (to - times[at]!)
    to = times[at]!
    const [risk, d] = [atRisk[at]!, events.reduce((sum, column) => sum + column[at]!, 0)]
    if (d > 0 && d < risk) variance += (area * area * d) / (risk * (risk - d))
  }
  return Math.sqrt(variance)
}

/** Fewer resamples than this give a standard error that changes with the seed. */
export const leastResamples = 500

/**
 * Standard errors of the mean times up to τ by resampling persons, seeded: one per cause of the table, then one for free of events.
 * Throws `RangeError` below 500 resamples. B. Efron, JASA 76 (1981) 312–319.
 */
export function bootstrapMeanTimes(
  durations: Durations,
  { tau, resamples, seed, causes, only }: { tau: number; resamples: number; seed: number; causes: number[]; only?: ArrayLike<number> },
): { causes: number[]; eventFree: number } {
  if (resamples < leastResamples) throw new RangeError(`${resamples} resamples are too few: ${leastResamples} at least`)
  const random = seededRandom(seed)
  const n = only ? only.length : durations.exit.length
  const drawn = new Int32Array(n)
  const sums = causes.map(() => new Moments())
  const free = new Moments()
  for (let round = 0; round < resamples; round++) {
    for (let at = 0; at < n; at++) {
      const chosen = Math.floor(random() * n)
      drawn[at] = only ? only[chosen]! : chosen
    }
    const incidence = aalenJohansen(riskTable(durations, drawn))
    const curves = new Map(incidence.causes.map(({ cause, curve }) => [cause, curve]))
    causes.forEach((cause, k) => sums[k]!.add(curves.has(cause) ? areaUnder(curves.get(cause)!, tau) : 0))
    free.add(areaUnder(incidence.eventFree, tau))
  }
  return { causes: sums.map((one) => one.deviation()), eventFree: free.deviation() }
}

/** Mean and spread kept while numbers come (B. P. Welford, Technometrics 4 (1962) 419–420). */
class Moments {
  private n = 0
  private mean = 0
  private squares = 0
  add(value: number): void {
    this.n++
    const before = value - this.mean
    this.mean += before / this.n
    this.squares += before * (value - this.mean)
  }
  deviation(): number {
    return Math.sqrt(this.squares / (this.n - 1))
  }
}

/** The last time anybody was seen, to which a mean time can be taken without guessing. */
export const lastTime = ({ times }: RiskTable): number => times.at(-1) ?? 0
