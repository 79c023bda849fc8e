// On the embedded database alone
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hasReference, outside, readReference, referenceRows } from '../../../test/reference.ts'
import { seededRandom } from '../../probability/seededRandom.ts'
import { sharedShares } from './betaBinomial.ts'
import { caseMix, unitCounts } from './caseMix.ts'
import { compareReport } from './compareReport.ts'
import { funnelLimit, funnelLimits, overdispersion } from './funnel.ts'
import { pooled, type Study } from './metaAnalysis.ts'
import { unitIntercepts } from './randomIntercept.ts'

const of = (...values: number[]): Float64Array => Float64Array.from(values)

/** Units of given sizes and true shares, with a covariate that goes with the unit. */
function made(sizes: number[], share: (unit: number, x: number) => number, seed = 1) {
  const random = seededRandom(seed)
  const unit = sizes.flatMap((size, at) => Array.from({ length: size }, () => at))
  const x = Float64Array.from(unit, (at) => (random() < 0.2 + 0.15 * at ? 1 : 0))
  const outcome = Float64Array.from(unit, (at, person) => (random() < share(at, x[person]!) ? 1 : 0))
  return { outcomes: { outcome, unit, units: sizes.length }, x, labels: sizes.map((_, at) => `u${at}`) }
}

describe('case mix', () => {
  test('expects as many as there were, over all units', () => {
    const { outcomes, x } = made([80, 90, 100], (at, one) => 0.2 + 0.1 * at + 0.3 * one)
    const counts = unitCounts(outcomes, caseMix([x], outcomes))
    const total = (key: 'O' | 'E'): number => counts.reduce((sum, one) => sum + one[key], 0)
    expect(total('E')).toBeCloseTo(total('O'), 9)
  })
  test('is drawn towards nought when events are few', () => {
    const few = { outcome: of(0, 1, 0, 0, 1, 1) }
    expect(caseMix([of(0, 0, 1, 0, 1, 1)], few).ridge).toBe(1)
    const { outcomes, x } = made([200, 200], () => 0.4)
    expect(caseMix([x], outcomes).ridge).toBe(0)
  })
  test('takes off what is not the unit’s own', () => {
    const { outcomes, x, labels } = made([400, 400, 400, 400], (_, one) => 0.2 + 0.5 * one, 3)
    const { units } = compareReport(outcomes, labels, new Map([['x', x]]))
    const spread = (values: number[]): number => Math.max(...values) - Math.min(...values)
    expect(spread(units.map(({ share }) => share.estimate))).toBeGreaterThan(0.15)
    expect(spread(units.map(({ adjustedShare }) => adjustedShare))).toBeLessThan(0.1)
  })
})

describe('the funnel', () => {
  test('narrows and holds the overall share', () => {
    const [small, large] = [funnelLimits(20, 0.3)!, funnelLimits(500, 0.3)!]
    expect(small.lower998).toBeLessThan(small.lower95)
    expect(large.upper95).toBeLessThan(small.upper95)
    for (const { lower95, upper95 } of [small, large]) expect(lower95 < 0.3 && 0.3 < upper95).toBe(true)
  })
  test('is within 0–1, and not drawn for fewer than ten', () => {
    expect(funnelLimits(10, 0.02)!.lower998).toBe(0)
    expect(funnelLimits(9, 0.3)).toBeUndefined()
  })
  test('is widened only when units differ more than by chance', () => {
    const alike = Array.from({ length: 30 }, (_, at) => ({ n: 100, O: 30 + (at % 3) - 1, E: 30, V: 21 }))
    const unlike = alike.map((one, at) => ({ ...one, O: at % 2 === 0 ? 15 : 45 }))
    expect(overdispersion(alike).widening).toBe(1)
    expect(overdispersion(unlike).widening).toBeCloseTo(15 / Math.sqrt(21), 9)
  })
})

describe('shares drawn together', () => {
  test('lie between their own and all, the smaller the unit the nearer to all', () => {
    const { units, mu } = sharedShares([
      { x: 6, n: 10 },
      { x: 60, n: 100 },
      { x: 30, n: 100 },
      { x: 25, n: 100 },
      { x: 28, n: 90 },
    ])
    expect(units[0]!.estimate).toBeLessThan(units[1]!.estimate)
    expect(units[0]!.estimate).toBeGreaterThan(mu)
    for (const { lower, estimate, upper } of units) expect(lower < estimate && estimate < upper).toBe(true)
  })
  test('random intercepts are nought for units that do as expected', () => {
    const outcomes = {
      outcome: of(...Array.from({ length: 200 }, (_, at) => at % 2)),
      unit: Array.from({ length: 200 }, (_, at) => Math.floor(at / 50)),
      units: 4,
    }
    const { units } = unitIntercepts(outcomes, { logit: new Float64Array(200) })
    for (const { u, share } of units) {
      expect(u.mean).toBeCloseTo(0, 10)
      expect(share.estimate).toBeCloseTo(0.5, 10)
    }
  })
  test('random intercepts of any units are numbers, however large one is and however far from the rest', () => {
    const counts = fc.record({ n: fc.integer({ min: 20, max: 100_000 }), share: fc.double({ min: 0, max: 1, noNaN: true }) })
    fc.assert(
      fc.property(fc.array(counts, { minLength: 1, maxLength: 12 }), fc.double({ min: -3, max: 3, noNaN: true }), (units, eta) => {
        const all = units.flatMap(({ n, share }) => [Math.round(n * share), n - Math.round(n * share)])
        const lines = { outcome: Float64Array.from(all, (_, at) => 1 - (at % 2)), unit: all.map((_, at) => Math.floor(at / 2)) }
        const found = unitIntercepts({ ...lines, units: units.length, weight: all }, { logit: new Float64Array(all.length).fill(eta) })
        expect(found.tau > 0 && found.tau < 2).toBe(true)
        for (const { u, share } of found.units) {
          expect(u.lower < u.upper && u.lower - 1e-9 <= u.mean && u.mean <= u.upper + 1e-9 && u.sd >= 0).toBe(true)
          expect(share.lower <= share.upper && share.estimate > 0 && share.estimate < 1).toBe(true)
        }
      }),
      { numRuns: 60 },
    )
  })
  test('a large unit far from the rest keeps about its own share, and leaves the rest theirs', () => {
    const rest = Array.from({ length: 30 }, () => [75, 225])
    const weight = [2250, 750, ...rest.flat()]
    const outcome = Float64Array.from(weight, (_, at) => 1 - (at % 2))
    const logit = new Float64Array(weight.length).fill(Math.log(1 / 3))
    const { units } = unitIntercepts({ outcome, weight, unit: weight.map((_, at) => Math.floor(at / 2)), units: 31 }, { logit })
    expect(units[0]!.share.estimate).toBeCloseTo(0.75, 1)
    for (const { share } of units.slice(1)) expect(share.estimate).toBeCloseTo(0.25, 1)
  })
  test('random intercepts of weights are those of as many persons', () => {
    const eta = [0.2, -0.4]
    const [times, weight] = [[30, 70, 45, 15], of(30, 70, 45, 15)]
    const line = { outcome: of(1, 0, 1, 0), unit: [0, 0, 1, 1], units: 2 }
    const persons = times.flatMap((n, at) => Array.from({ length: n }, () => at))
    const each = { outcome: Float64Array.from(persons, (at) => line.outcome[at]!), unit: persons.map((at) => line.unit[at]!), units: 2 }
    const logitOf = (places: readonly number[]): Float64Array => Float64Array.from(places, (at) => eta[line.unit[at]!]!)
    const everybody = logitOf(persons)
    const weighted = unitIntercepts({ ...line, weight }, { logit: logitOf([0, 1, 2, 3]) }, everybody)
    const counted = unitIntercepts(each, { logit: everybody })
    weighted.units.forEach(({ share }, at) => expect(share.estimate).toBeCloseTo(counted.units[at]!.share.estimate, 10))
  })
})

describe('the comparison', () => {
  const { outcomes, labels } = made([19, 20, 300, 8], (at) => (at === 2 ? 0.7 : 0.2), 5)
  const found = compareReport(outcomes, labels, new Map())
  test('says nothing of fewer than 20', () => expect(found.units.map(({ compared }) => compared)).toEqual([false, true, true, false]))
  test('draws no funnel for fewer than 10', () =>
    expect(found.units.map(({ funnelLimits }) => funnelLimits === null)).toEqual([false, false, false, true]))
  test('expects the overall share when nothing is adjusted for', () => {
    expect(found.shrinkage).toBe('betaBinomial')
    found.units.forEach(({ n, E }) => expect(E).toBeCloseTo(n * found.overall.share, 9))
  })
  test('nobody, or all, is nothing to compare', () =>
    expect(() => compareReport({ outcome: of(1, 1), unit: [0, 1], units: 2 }, ['a', 'b'], new Map())).toThrow(RangeError))
})

describe('associations pooled', () => {
  const same: Study[] = [
    { y: 2, v: 1 },
    { y: 2, v: 4 },
  ]
  test('that agree have no spread, and the plain weighted mean', () => {
    const { tau2, estimate, se, i2 } = pooled(same, 'DerSimonianLaird', false)
    expect([tau2, estimate, i2]).toEqual([0, 2, 0])
    expect(se).toBeCloseTo(Math.sqrt(0.8), 12)
  })
  test('with equal variances Paule and Mandel’s τ² is the variance of the estimates less theirs', () => {
    const ys = [1, 4, 6, 9]
    const { tau2, estimate } = pooled(
      ys.map((y) => ({ y, v: 2 })),
      'PauleMandel',
    )
    expect(estimate).toBeCloseTo(5, 12)
    expect(tau2).toBeCloseTo(34 / 3 - 2, 10)
    expect(pooled(ys.map((y) => ({ y, v: 2 }))).tau2).toBeCloseTo(34 / 3 - 2, 10)
  })
  test('with equal variances restricted likelihood agrees with both', () => {
    const studies = [1, 4, 6, 9].map((y) => ({ y, v: 2 }))
    expect(pooled(studies, 'REML').tau2).toBeCloseTo(34 / 3 - 2, 9)
    expect(pooled(same, 'REML').tau2).toBe(0)
  })
  test('the prediction is wider than the mean’s interval', () => {
    const { lower, prediction } = pooled([1, 4, 6, 9].map((y) => ({ y, v: 2 })))
    expect(prediction.lower).toBeLessThan(lower)
  })
  test('one alone is not pooled', () => expect(() => pooled([{ y: 1, v: 1 }])).toThrow(RangeError))
})

interface Units {
  units: {
    casemix_contraception: {
      overall: number
      units: Record<'n' | 'O' | 'E' | 'V' | 'z' | 'adj_rate', number[]>
      overdispersion: { phi_winsor10: number; upper_no_od: number }
      eb_logratio: Record<'DL' | 'PM', { mu: number; tau2: number; blup: number[] }>
    }
    funnel: { theta: number; n: number[]; l025: number[]; u975: number[]; l001: number[]; u999: number[] }
  }
  hierarchical_betabinomial: Record<
    string,
    { x: number[]; n: number[]; mu: number; expected_shrinkage: number } & Record<'mean' | 'sd' | 'lo_moment' | 'hi_moment', number[]>
  >
  random_intercept_grid: { tau_post_mean: number } & Record<
    'u_mean' | 'u_sd' | 'u_lo' | 'u_hi' | 'std_rate' | 'std_lo' | 'std_hi',
    number[]
  >
}

describe.skipIf(!hasReference('effects'))(outside('effects', 'units as R has them'), () => {
  const truth = hasReference('effects') ? readReference<Units>('effects', 'reference.json') : undefined
  const near = (found: number, expected: number, tolerance = 1e-9): void =>
    expect(Math.abs(found - expected)).toBeLessThanOrEqual(tolerance * Math.max(Math.abs(expected), 1e-2))
  const rows = hasReference('effects') ? referenceRows('effects', 'contraception.csv') : []
  const column = (value: (row: Record<string, string>) => number): Float64Array => Float64Array.from(rows, value)
  const names = [...new Set(rows.map(({ district }) => Number(district)))].sort((a, b) => a - b)
  const outcomes = {
    outcome: column(({ y }) => Number(y)),
    unit: column(({ district }) => names.indexOf(Number(district))),
    units: names.length,
  }
  const covariates = new Map([
    ...(['age', 'age2', 'urb'] as const).map((name) => [name, column((row) => Number(row[name]))] as const),
    ...[1, 2, 3].map((children) => [`lc${children}`, column(({ lc }) => (Number(lc) === children ? 1 : 0))] as const),
  ])

  test('case mix of the districts of Bangladesh: O, E, adjusted share, over-dispersion', () => {
    const of = truth!.units.casemix_contraception
    const found = compareReport(outcomes, names.map(String), covariates)
    near(found.overall.share, of.overall)
    near(found.overdispersion.phi, of.overdispersion.phi_winsor10, 1e-6)
    near(found.overdispersion.limit, of.overdispersion.upper_no_od)
    found.units.forEach(({ n, O, E, z, adjustedShare }, at) => {
      expect([n, O]).toEqual([of.units.n[at], of.units.O[at]])
      near(E, of.units.E[at]!, 1e-6)
      near(z, of.units.z[at]!, 1e-6)
      near(adjustedShare, of.units.adj_rate[at]!, 1e-6)
    })
  })
  test('random intercepts on the grid', () => {
    const of = truth!.random_intercept_grid
    const found = unitIntercepts(outcomes, caseMix([...covariates.values()], outcomes))
    near(found.tau, of.tau_post_mean, 1e-6)
    found.units.forEach(({ u, share }, at) => {
      near(u.mean, of.u_mean[at]!, 1e-6)
      near(u.sd, of.u_sd[at]!, 1e-6)
      near(u.lower, of.u_lo[at]!, 1e-6)
      near(u.upper, of.u_hi[at]!, 1e-6)
      near(share.estimate, of.std_rate[at]!, 1e-6)
      near(share.lower, of.std_lo[at]!, 1e-6)
      near(share.upper, of.std_hi[at]!, 1e-6)
    })
  })
  test.each(['efron_morris', 'insatser_example'])('shares drawn together: %s', (name) => {
    const of = truth!.hierarchical_betabinomial[name]!
    const found = sharedShares(of.x.map((x, at) => ({ x, n: of.n[at]! })))
    near(found.mu, of.mu)
    near(found.shrinkage, of.expected_shrinkage)
    found.units.forEach(({ estimate, sd, lower, upper }, at) => {
      near(estimate, of.mean[at]!)
      near(sd, of.sd[at]!)
      near(lower, of.lo_moment[at]!)
      near(upper, of.hi_moment[at]!)
    })
  })
  test('funnel limits', () => {
    const { theta, n, l025, u975, l001, u999 } = truth!.units.funnel
    n.forEach((size, at) => {
      near(funnelLimit(0.025, size, theta), l025[at]!)
      near(funnelLimit(0.975, size, theta), u975[at]!)
      near(funnelLimit(0.001, size, theta), l001[at]!)
      near(funnelLimit(0.999, size, theta), u999[at]!)
    })
  })
  test.each([
    ['DL', 'DerSimonianLaird'],
    ['PM', 'PauleMandel'],
  ] as const)('districts pooled by %s', (key, method) => {
    const { units, eb_logratio } = truth!.units.casemix_contraception
    const studies = units.O.map((O, at) => ({ y: Math.log((O + 0.5) / (units.E[at]! + 0.5)), v: units.V[at]! / units.E[at]! ** 2 }))
    const found = pooled(studies, method)
    // metafor ends the search for Paule and Mandel's root at about six digits.
    const tolerance = key === 'PM' ? 1e-4 : 1e-9
    near(found.estimate, eb_logratio[key].mu, tolerance)
    near(found.tau2, eb_logratio[key].tau2, tolerance)
    found.shrunken.forEach((one, at) => near(one, eb_logratio[key].blup[at]!, tolerance))
  })
})
