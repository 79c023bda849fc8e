// On the embedded database alone
import { describe, expect, test } from 'vitest'
import { hasReference, outside, readReference } from '../../test/reference.ts'
import { betaProbability, betaQuantile } from './beta.ts'
import { binomialProbability, binomialQuantile } from './binomial.ts'
import { chiSquareProbability, gammaProbability, gammaQuantile } from './gamma.ts'
import { normalProbability, normalQuantile } from './normal.ts'
import { logGamma } from './stirling.ts'
import { tProbability, tQuantile } from './studentT.ts'

/** Within a relative 1e-12; what is below the smallest double is as good as nought. */
const near = (found: number, expected: number, tolerance = 1e-12): void => {
  if (Math.abs(found - expected) > tolerance * Math.max(Math.abs(expected), 1e-290)) expect(found).toBe(expected)
}

describe('closed forms', () => {
  test('Γ(½) = √π, Γ(5) = 24, Γ(101) = 100!', () => {
    near(logGamma(0.5), Math.log(Math.PI) / 2)
    near(logGamma(5), Math.log(24))
    near(logGamma(101), 363.73937555556349014)
  })
  test('Beta(1, b) has P(x) = 1 − (1−x)^b', () => near(betaProbability(1, 7, 0.2), 1 - 0.8 ** 7))
  test('Beta(½, ½) is the arcsine law', () => near(betaProbability(0.5, 0.5, 0.3), (2 / Math.PI) * Math.asin(Math.sqrt(0.3))))
  test('Gamma(1) is exponential', () => near(gammaProbability(1, 0.7), -Math.expm1(-0.7)))
  test('t with one degree of freedom is Cauchy’s', () => near(tProbability(-3, 1), 0.5 - Math.atan(3) / Math.PI))
  test('t with two: t = (2p−1)·√(2/(4p(1−p)))', () => near(tQuantile(0.975, 2), 0.95 * Math.sqrt(2 / (4 * 0.975 * 0.025))))
  test('three coins: at most one head half the time', () => near(binomialProbability(1, 3, 0.5), 0.5))
  test('and the half-quantile is one', () => expect(binomialQuantile(0.5, 3, 0.5)).toBe(1))
  test('Φ is symmetric and Φ⁻¹ undoes it', () => {
    for (const z of [0.1, 1, 1.9, 2.1, 5]) {
      near(normalProbability(z) + normalProbability(-z), 1)
      near(normalQuantile(normalProbability(-z)), -z)
    }
  })
  test('no probability, no quantile', () => {
    for (const quantile of [normalQuantile, (p: number) => betaQuantile(1, 1, p), (p: number) => gammaQuantile(1, p)])
      for (const p of [-0.1, 1.1, Number.NaN]) expect(() => quantile(p)).toThrow(RangeError)
  })
})

type Columns = Record<string, (number | string)[]>

describe.skipIf(!hasReference('effects'))(outside('effects', 'as R has them, to twelve digits'), () => {
  const { special_functions: truth } = hasReference('effects')
    ? readReference<{ special_functions: Record<string, Columns> }>('effects', 'reference.json')
    : { special_functions: {} }
  const rows = (name: string): Record<string, number>[] => {
    const columns = Object.entries(truth[name]!)
    return columns[0]![1].map((_, at) => Object.fromEntries(columns.map(([key, values]) => [key, Number(values[at])])))
  }
  test('quantiles of the normal', () => rows('norm').forEach(({ p, q }) => near(normalQuantile(p!), q!)))
  test('quantiles of t', () => rows('t').forEach(({ df, p, q }) => near(tQuantile(p!, df!), q!)))
  test('quantiles of the beta', () => rows('beta').forEach(({ a, b, p, q }) => near(betaQuantile(a!, b!, p!), q!)))
  test('and back, as far as the last digit of a quantile can say', () =>
    rows('beta').forEach(({ a, b, p }) => {
      const x = betaQuantile(a!, b!, p!)
      const [low, high] = [x * (1 - 2 ** -52), Math.min(1, x * (1 + 2 ** -52))].map((one) => betaProbability(a!, b!, one))
      expect(p!).toBeGreaterThanOrEqual(low! * (1 - 1e-12))
      expect(p!).toBeLessThanOrEqual(high! * (1 + 1e-12))
    }))
  test('the binomial', () => rows('binom').forEach(({ n, pr, x, cdf }) => near(binomialProbability(x!, n!, pr!), cdf!)))
  test('quantiles of the gamma', () => rows('gamma').forEach(({ a, p, q }) => near(gammaQuantile(a!, p!), q!)))
  test('χ²', () => rows('chisq').forEach(({ x, df, p }) => near(chiSquareProbability(x!, df!), p!)))
})
