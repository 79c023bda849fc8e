/** For one true count: which shifts may happen, and how probable each is. */
export interface ShiftDistribution {
  shifts: readonly number[]
  probabilities: readonly number[]
}

/** Shifts by true count; the last entry serves all larger counts. */
export interface PerturbationTable {
  variance: number
  maxDeviation: number
  threshold: number
  rows: readonly ShiftDistribution[]
}

/**
 * The perturbation table of the cell key method (Thompson, Broadfoot & Elazar 2013; Giessing 2016): for each count the distribution of shifts that is on
 * average nought, has the wanted variance, never yields 1 … threshold − 1 or less than nought, keeps nought, and has the greatest
 * entropy of all such. Where the wanted variance cannot be had the nearest one is taken (1 becomes 0 or at least the threshold).
 * @param variance of the shift, at least 0
 * @param maxDeviation the largest shift; at least threshold − 1, or a 1 could not be shown without bias
 */
export function perturbationTable(threshold: number, variance: number, maxDeviation: number): PerturbationTable {
  if (maxDeviation < threshold - 1) throw new RangeError(`The maximum deviation must be at least ${threshold - 1}`)
  const rows = Array.from({ length: threshold + maxDeviation + 1 }, (_, count) =>
    distribution(shiftsOf(count, threshold, maxDeviation), variance),
  )
  return { variance, maxDeviation, threshold, rows }
}

function shiftsOf(count: number, threshold: number, maxDeviation: number): number[] {
  if (count === 0) return [0]
  const all = Array.from({ length: 2 * maxDeviation + 1 }, (_, at) => at - maxDeviation)
  return all.filter((shift) => count + shift === 0 || count + shift >= threshold)
}

/** Mean nought, the variance nearest to the wanted one, greatest entropy: p(v) ∝ exp(a·v + b·v²), with a and b by Newton's method, or by nested bisection where that does not end. */
function distribution(shifts: readonly number[], variance: number): ShiftDistribution {
  const [below, above] = [shifts.filter((shift) => shift <= 0), shifts.filter((shift) => shift >= 0)]
  // One-sided: only no shift at all has mean nought.
  if (below.length === 0 || above.length === 0 || (shifts.includes(0) && (below.length === 1 || above.length === 1)))
    return only(shifts, 0, 0)
  const least = -Math.max(...below) * Math.min(...above)
  const most = -Math.min(...below) * Math.max(...above)
  if (variance <= least + 1e-9) return only(shifts, Math.max(...below), Math.min(...above))
  if (variance >= most - 1e-9) return only(shifts, Math.min(...below), Math.max(...above))
  const found = byNewton(shifts, variance)
  if (found) return { shifts, probabilities: found }
  const at = (b: number): number[] => centred(shifts, b)
  const b = bisect((value) => moment(shifts, at(value), 2) - variance, -60, 60)
  return { shifts, probabilities: at(b) }
}

const newton = { steps: 60, halvings: 30, exact: 1e-12 }

/**
 * The least point of the convex function whose slopes are mean and variance less the wanted ones: log Σ exp(a·u + b·u²) − b·wanted, u being shifts as parts
 * of the largest. Undefined when it is not reached, as at the edge of what variances there are.
 */
function byNewton(shifts: readonly number[], variance: number): number[] | undefined {
  const largest = Math.max(...shifts.map(Math.abs))
  const parts = shifts.map((shift) => shift / largest)
  const wanted = variance / largest ** 2
  const at = (a: number, b: number): { height: number; probabilities: number[] } => {
    const exponents = parts.map((u) => a * u + b * u * u)
    const top = Math.max(...exponents)
    const weights = exponents.map((one) => Math.exp(one - top))
    const sum = weights.reduce((total, one) => total + one, 0)
    return { height: top + Math.log(sum) - b * wanted, probabilities: weights.map((weight) => weight / sum) }
  }
  let [a, b] = [0, 0]
  for (let step = 0, now = at(0, 0); step < newton.steps; step++) {
    const [one, two, three, four] = [1, 2, 3, 4].map((power) => moment(parts, now.probabilities, power)) as [number, number, number, number]
    if (Math.abs(one) < newton.exact && Math.abs(two - wanted) < newton.exact) return now.probabilities
    const [aa, ab, bb] = [two - one * one, three - one * two, four - two * two]
    const turn = aa * bb - ab * ab
    if (!(turn > 0)) return undefined
    const [da, db] = [(bb * one - ab * (two - wanted)) / turn, (aa * (two - wanted) - ab * one) / turn]
    let share = 1
    let next = at(a - da, b - db)
    for (let half = 0; half < newton.halvings && !(next.height <= now.height + newton.exact); half++) {
      share /= 2
      next = at(a - share * da, b - share * db)
    }
    ;[a, b, now] = [a - share * da, b - share * db, next]
  }
  return undefined
}

/** All weight on two shifts, so that the mean is nought. */
function only(shifts: readonly number[], low: number, high: number): ShiftDistribution {
  const share = high === low ? 1 : high / (high - low)
  return { shifts, probabilities: shifts.map((shift) => (shift === low ? share : 0) + (shift === high && high !== low ? 1 - share : 0)) }
}

/** The member of the family with this b whose mean is nought. */
function centred(shifts: readonly number[], b: number): number[] {
  const probabilities = (a: number): number[] => {
    const exponents = shifts.map((shift) => a * shift + b * shift * shift)
    const largest = Math.max(...exponents)
    const weights = exponents.map((one) => Math.exp(one - largest))
    const sum = weights.reduce((total, one) => total + one, 0)
    return weights.map((weight) => weight / sum)
  }
  return probabilities(bisect((a) => moment(shifts, probabilities(a), 1), -2000, 2000))
}

function moment(shifts: readonly number[], probabilities: readonly number[], power: number): number {
  return shifts.reduce((sum, shift, at) => sum + probabilities[at]! * shift ** power, 0)
}

/** Where a rising function passes nought. */
function bisect(rising: (x: number) => number, low: number, high: number): number {
  for (let turn = 0; turn < 200; turn++) {
    const middle = (low + high) / 2
    if (middle <= low || middle >= high) break
    if (rising(middle) < 0) low = middle
    else high = middle
  }
  return (low + high) / 2
}
