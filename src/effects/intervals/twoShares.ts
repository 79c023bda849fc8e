import { normalQuantile } from '../../probability/normal.ts'
import { z95, type Interval } from '../../probability/interval.ts'
import { wilson } from '../../probability/proportion.ts'

/** x of n who reached something. */
export interface Part {
  x: number
  n: number
}

export interface Difference extends Interval {
  estimate: number
}

/**
 * p₁ − p₂ with Newcombe's hybrid score interval: lower d − √((p₁−l₁)² + (u₂−p₂)²), upper d + √((u₁−p₁)² + (p₂−l₂)²), l and u Wilson's.
 * `undefined` when a group is empty. R. G. Newcombe, Statistics in Medicine 17 (1998) 873–890, method 10.
 */
export function newcombeDifference(first: Part, second: Part, z = z95): Difference | undefined {
  const [one, two] = [wilson(first.x, first.n, z), wilson(second.x, second.n, z)]
  if (!one || !two) return undefined
  const [p1, p2] = [first.x / first.n, second.x / second.n]
  const estimate = p1 - p2
  return {
    estimate,
    lower: estimate - Math.hypot(p1 - one.lower, two.upper - p2),
    upper: estimate + Math.hypot(one.upper - p1, p2 - two.lower),
  }
}

/** p₁/p₂ with Katz's interval, exp(ln RR ± z√(1/x₁ − 1/n₁ + 1/x₂ − 1/n₂)). `undefined` when nobody in a group did. D. Katz et al., Biometrics 34 (1978) 469–474. */
export function katzRatio(first: Part, second: Part): Difference | undefined {
  if (first.x === 0 || second.x === 0) return undefined
  const estimate = first.x / first.n / (second.x / second.n)
  const spread = z95 * Math.sqrt(1 / first.x - 1 / first.n + 1 / second.x - 1 / second.n)
  return { estimate, lower: estimate * Math.exp(-spread), upper: estimate * Math.exp(spread) }
}

/**
 * How many persons each group needs to see the difference between two shares:
 * ((z·√(2p̄q̄) + z_β·√(p₁q₁+p₂q₂))/(p₁−p₂))², two-sided. J. L. Fleiss, Statistical Methods for Rates and Proportions (1981), 3.2.
 */
export function personsNeeded(p1: number, p2: number, { power = 0.8, alpha = 0.05 } = {}): number {
  if (p1 === p2) throw new RangeError('no difference needs endless persons')
  const together = Math.sqrt((p1 + p2) * (1 - (p1 + p2) / 2))
  const apart = Math.sqrt(p1 * (1 - p1) + p2 * (1 - p2))
  return ((normalQuantile(1 - alpha / 2) * together + normalQuantile(power) * apart) / (p1 - p2)) ** 2
}

/** The nearest larger share that groups of n can tell from p₁; `undefined` when not even 1 can be. */
export function detectableShare(n: number, p1: number, options: { power?: number; alpha?: number } = {}): number | undefined {
  let [low, high] = [p1, 1]
  if (personsNeeded(p1, 1, options) > n) return undefined
  for (let round = 0; round < 200 && high - low > 1e-15; round++) {
    const middle = (low + high) / 2
    if (middle > p1 && personsNeeded(p1, middle, options) <= n) high = middle
    else low = middle
  }
  return high
}
