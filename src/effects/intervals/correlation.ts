import { z95, type Interval } from '../../probability/interval.ts'

/** Fisher's interval of a correlation: tanh(artanh r ± z/√(n−3)). `undefined` below four pairs. R. A. Fisher, Metron 1 (1921) 3–32. */
export function fisherInterval(r: number, n: number): Interval | undefined {
  if (!(Math.abs(r) < 1)) throw new RangeError(`${r} is no correlation with an interval`)
  if (n < 4) return undefined
  const half = z95 / Math.sqrt(n - 3)
  return { lower: Math.tanh(Math.atanh(r) - half), upper: Math.tanh(Math.atanh(r) + half) }
}

/** Pearson's correlation. `undefined` when either has no spread. */
export function pearson(x: readonly number[], y: readonly number[]): number | undefined {
  if (x.length !== y.length) throw new RangeError(`${x.length} and ${y.length} are no pairs`)
  const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length
  const [mx, my] = [mean(x), mean(y)]
  let [xx, xy, yy] = [0, 0, 0]
  for (let at = 0; at < x.length; at++) {
    xx += (x[at]! - mx) ** 2
    yy += (y[at]! - my) ** 2
    xy += (x[at]! - mx) * (y[at]! - my)
  }
  return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : undefined
}
