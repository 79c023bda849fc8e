import { z95, type Interval } from './interval.ts'

/** Below this share followed nothing but bounds is shown. */
export const leastFollowed = 0.6

/**
 * A class of persons: how many there are, how many of them were reached, and how many of those have the outcome; with the variance that noise has given each number (0 for
 * exact ones).
 */
export interface ReachedClass {
  n: number
  known: number
  x: number
  noise: { n: number; known: number; x: number }
}

/**
 * The share of everybody when some were not reached: the share of those reached in each class, weighted by how many the class has (post-stratification; those reached
 * stand for those not reached of their class, which holds when being reached has nothing to do with the outcome within classes).
 *
 *   θ = Σ w·p,   w = n/Σn,   p = x/known
 *   variance by chance   Σ w²·p(1 − p)/known + Σ w·(p − θ)²/Σn
 *   variance by noise    Σ (w/known)²·(σx² + p²·σknown²) + Σ ((p − θ)/Σn)²·σn²   (to first order, noises independent)
 *
 * When all are reached the first is θ(1 − θ)/Σn; where p is 0 or 1 it takes (x + ½)/(known + 1) for it. The interval is Wilson's for as many persons as would have that variance, widened about its centre by the noise. R. J. A. Little and
 * D. B. Rubin, Statistical Analysis with Missing Data (3rd ed. 2019), § 3.3; G. Kalton and I. Flores-Cervantes, J. Off. Stat. 19 (2003) 81–97; for the interval C. Franco,
 * R. J. A. Little, T. A. Louis and E. V. Slud, J. Surv. Stat. Methodol. 7 (2019) 334–364. Throws `RangeError` for classes in which nobody was reached or numbers do not fit.
 */
export function classShare(classes: readonly ReachedClass[]): Interval & { share: number } {
  const all = sumOf(classes, ({ n }) => n)
  for (const { n, known, x } of classes)
    if (!(known > 0 && known <= n && x >= 0 && x <= known)) throw new RangeError(`${x} of ${known} reached of ${n} is no class`)
  if (classes.length === 0) throw new RangeError('No class')
  const share = sumOf(classes, ({ n, known, x }) => ((n / all) * x) / known)
  const chance = sumOf(classes, ({ n, known, x }) => {
    const weight = n / all
    return (weight ** 2 * spreadOf(x, known)) / known + (weight * (x / known - share) ** 2) / all
  })
  const noisy = sumOf(classes, ({ n, known, x, noise }) => {
    const p = x / known
    return (n / all / known) ** 2 * (noise.x + p ** 2 * noise.known) + ((p - share) / all) ** 2 * noise.n
  })
  return { share, ...scoreInterval(share, chance, noisy) }
}

/** p(1 − p); where none or all have the outcome of (x + ½)/(known + 1), since that nobody was seen does not make it certain. */
function spreadOf(x: number, known: number): number {
  const p = x === 0 || x === known ? (x + 0.5) / (known + 1) : x / known
  return p * (1 - p)
}

/** Wilson's interval for as many persons as would have the variance, widened by more of it. */
function scoreInterval(share: number, variance: number, more: number): Interval {
  const persons = share > 0 && share < 1 ? (share * (1 - share)) / variance : 1 / (4 * variance)
  const square = z95 ** 2
  const centre = (share + square / (2 * persons)) / (1 + square / persons)
  const half = (z95 / (1 + square / persons)) * Math.sqrt(variance + square / (4 * persons ** 2))
  return widened(centre, Math.sqrt(half ** 2 + square * more))
}

const widened = (centre: number, half: number): Interval => ({ lower: Math.max(0, centre - half), upper: Math.min(1, centre + half) })

function sumOf<T>(list: readonly T[], of: (one: T) => number): number {
  return list.reduce((sum, one) => sum + of(one), 0)
}
