import { betaProbability, betaQuantile } from './beta.ts'
import { rootByNewton } from './rootByNewton.ts'
import { binomialDensity } from './stirling.ts'

/** The probability that Student's t with some degrees of freedom is at most t: half of I_{ν/(ν+t²)}(ν/2, ½) in the tail. */
export function tProbability(t: number, degrees: number): number {
  const tail = tailOf(Math.abs(t), degrees)
  return t < 0 ? tail : 1 - tail
}

/** The two-sided p-value of t. */
export const tTwoSided = (t: number, degrees: number): number => 2 * tailOf(Math.abs(t), degrees)

function tailOf(t: number, degrees: number): number {
  const square = t * t
  return betaProbability(degrees / 2, 0.5, degrees / (degrees + square), square / (degrees + square)) / 2
}

/** The density of t, by that of the beta it is made of. */
function densityOf(t: number, degrees: number): number {
  const [a, square] = [degrees / 2, t * t]
  const [x, y] = [degrees / (degrees + square), square / (degrees + square)]
  // Beta(a, ½) has density raw·a·½/(a+½)/(x·y), and |dx/dt| = 2·x·y/t.
  return (binomialDensity(a, a + 0.5, x, y) * a * 0.5) / (a + 0.5) / Math.abs(t)
}

/** The p-quantile of Student's t. Throws `RangeError` unless 0 < p < 1 and there is at least some freedom. */
export function tQuantile(p: number, degrees: number): number {
  if (!(p > 0 && p < 1 && degrees > 0)) throw new RangeError(`no ${p}-quantile of t with ${degrees} degrees of freedom`)
  if (p > 0.5) return -tQuantile(1 - p, degrees)
  if (p === 0.5) return 0
  const y = betaQuantile(0.5, degrees / 2, 1 - 2 * p)
  const far = betaQuantile(degrees / 2, 0.5, 2 * p)
  const start = y < 0.5 ? Math.sqrt((degrees * y) / (1 - y)) : Math.sqrt((degrees * (1 - far)) / far)
  // What the beta gives has lost digits where t is small or far; a step or two of Newton on t itself gives them back.
  const t = rootByNewton(start, 0, start * 2 + 1, (one) => {
    const tail = tailOf(one, degrees)
    return { value: Math.log(p / tail), slope: densityOf(one, degrees) / tail }
  })
  return -t
}
