// On the embedded database alone
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hasReference, outside, readReference } from '../../../test/reference.ts'
import { z95, type Interval } from '../../probability/interval.ts'
import { fisherInterval, pearson } from './correlation.ts'
import { fieller } from './fieller.ts'
import { benjaminiHochberg, holm } from './manyTests.ts'
import { pairedMean, welchMean } from './means.ts'
import { mcNemarMidP, noisyPairedDifference, pairedDifference } from './pairedShares.ts'
import { rate, rateRatio } from './rates.ts'
import { expectedChange, returnBelow } from './regressionToMean.ts'
import { detectableShare, katzRatio, newcombeDifference, personsNeeded } from './twoShares.ts'

describe('two shares', () => {
  const part = fc.integer({ min: 1, max: 300 }).chain((n) => fc.record({ x: fc.integer({ min: 0, max: n }), n: fc.constant(n) }))
  test('Newcombe’s 56/70 against 48/80 is 0.0524 to 0.3339', () => {
    const { estimate, lower, upper } = newcombeDifference({ x: 56, n: 70 }, { x: 48, n: 80 })!
    expect([estimate, lower, upper].map((one) => Math.round(one * 1e4) / 1e4)).toEqual([0.2, 0.0524, 0.3339])
  })
  test('the interval turns with the groups and stays within −1 … 1', () =>
    fc.assert(
      fc.property(part, part, (one, two) => {
        const [there, back] = [newcombeDifference(one, two)!, newcombeDifference(two, one)!]
        expect(there.lower).toBeCloseTo(-back.upper, 12)
        expect(there.lower).toBeGreaterThanOrEqual(-1 - 1e-12)
        expect(there.upper).toBeLessThanOrEqual(1 + 1e-12)
      }),
    ))
  test('nobody is no group', () => expect(newcombeDifference({ x: 0, n: 0 }, { x: 1, n: 2 })).toBeUndefined())
  test('nobody who did is no ratio', () => expect(katzRatio({ x: 0, n: 5 }, { x: 1, n: 2 })).toBeUndefined())
  test('what n can tell needs n', () => expect(personsNeeded(0.3, detectableShare(100, 0.3)!)).toBeCloseTo(100, 6))
  test('few can tell nothing', () => expect(detectableShare(2, 0.3)).toBeUndefined())
})

const pairedDifferenceOf = ({ yesYes, yesNo, noYes, noNo }: Record<'yesYes' | 'yesNo' | 'noYes' | 'noNo', number>): number =>
  (noYes - yesNo) / (yesYes + yesNo + noYes + noNo)

describe('the same persons before and after', () => {
  test('nobody changed: nought, and p is 1', () => {
    expect(pairedDifference({ yesYes: 5, yesNo: 0, noYes: 0, noNo: 7 })!.estimate).toBe(0)
    expect(mcNemarMidP({ yesNo: 0, noYes: 0 })).toBe(1)
  })
  test('noise widens the interval about the same difference by what its slopes say, and no noise does not', () => {
    const counts = { yesYes: 20, yesNo: 8, noYes: 31, noNo: 61 }
    const exact = pairedDifference(counts)!
    const none = noisyPairedDifference(counts, { yesYes: 0, yesNo: 0, noYes: 0, noNo: 0 })!
    for (const end of ['estimate', 'lower', 'upper'] as const) expect(none[end]).toBeCloseTo(exact[end], 12)
    const difference = (change: Partial<typeof counts>): number => pairedDifferenceOf({ ...counts, ...change })
    const variance = (['yesYes', 'yesNo', 'noYes', 'noNo'] as const).reduce((sum, key) => {
      const slope = (difference({ [key]: counts[key] + 1e-4 }) - difference({ [key]: counts[key] - 1e-4 })) / 2e-4
      return sum + slope ** 2 * 4
    }, 0)
    const noisy = noisyPairedDifference(counts, { yesYes: 4, yesNo: 4, noYes: 4, noNo: 4 })!
    expect(noisy.upper - noisy.estimate).toBeCloseTo(Math.hypot(exact.upper - exact.estimate, z95 * Math.sqrt(variance)), 8)
  })
  test('one alone changed: mid-P is ½', () => expect(mcNemarMidP({ yesNo: 0, noYes: 1 })).toBe(0.5))
  test('as many both ways: mid-P is 1', () => expect(mcNemarMidP({ yesNo: 1, noYes: 1 })).toBeCloseTo(1, 12))
  test('a paired mean is that of the changes', () => {
    const { estimate, se, degrees } = pairedMean([1, 2, 3], [2, 4, 6])
    expect([estimate, se, degrees]).toEqual([2, expect.closeTo(1 / Math.sqrt(3), 14), 2])
  })
  test('changes that are all alike have no uncertainty', () =>
    expect(pairedMean([1, 2], [2, 3])).toMatchObject({ lower: 1, upper: 1, p: 0 }))
  test('one pair is none', () => expect(() => pairedMean([1], [2])).toThrow(RangeError))
})

describe('closed forms', () => {
  test('Fieller’s ratio without uncertainty below is the plain one', () => {
    const { ratio, g, interval } = fieller(10, 2, { va: 4, vb: 0 })
    expect([ratio, g]).toEqual([5, 0])
    expect(interval!.upper - ratio).toBeCloseTo(1.959963984540054, 12)
  })
  test('and has no interval when the effect may be nought', () => expect(fieller(10, 0.1, { va: 1, vb: 0.01 }).interval).toBeUndefined())
  test('those selected at the mean itself return by σ√(2/π)(1−ρ)', () =>
    expect(returnBelow(0, { mean: 0, sd: 1, correlation: 0.5 }).change).toBeCloseTo(Math.sqrt(2 / Math.PI) / 2, 13))
  test('a group a step below is expected half a step up at ρ = ½', () => expect(expectedChange(2, { mean: 3, correlation: 0.5 })).toBe(0.5))
  test('no event in a time has an upper limit of −ln 0.025 per time', () => expect(rate(0, 2).upper).toBeCloseTo(-Math.log(0.025) / 2, 12))
  test('Holm of three', () => expect(holm([0.01, 0.04, 0.03])).toEqual([0.03, 0.06, 0.06]))
  test('Benjamini and Hochberg of three', () => expect(benjaminiHochberg([0.01, 0.04, 0.03])).toEqual([0.03, 0.04, 0.04]))
  test('a straight line has correlation 1, a level one none', () =>
    expect([pearson([1, 2, 3], [2, 4, 6]), pearson([1, 2], [3, 3])]).toEqual([1, undefined]))
})

type Pair = [number, number]
interface Intervals {
  intervals: {
    difference: { x1: number; n1: number; x2: number; n2: number; diff: number; newcombe: Pair; risk_ratio: number; rr_katz: Pair | null }[]
    paired_proportions: {
      yes_yes: number
      yes_no: number
      no_yes: number
      no_no: number
      diff: number
      newcombe10: Pair
      mcnemar_midp: number
    }[]
    rate: { events: number; persontime: number; exact: Pair }[]
    rate_ratio: { e1: number; t1: number; e2: number; t2: number; ratio: number; exact: Pair }[]
    mean_paired: { before: number[]; after: number[]; mean_diff: number; se: number; ci: Pair; p: number }
    mean_welch: { diff: number; ci: Pair; df: number; p: number }
    correlation: { r: number; n: number; ci: Pair }[]
    p_adjust: { p: number[]; holm: number[]; bh: number[] }
    power: {
      two_prop: { p1: number; p2: number; n_per_group: number }[]
      mdd: { n_per_group: number; p1: number; p2_detectable: number }[]
    }
    regression_to_mean: { mu: number; sigma: number; rho: number; cutoff: number; E_Y1: number; E_Y2: number; rtm_change: number }[]
    fieller: { a: number; b: number; va: number; vb: number; cab: number; ratio: number; g: number; ci: Pair | null }[]
  }
}

describe.skipIf(!hasReference('effects'))(outside('effects', 'intervals as R has them'), () => {
  const of = hasReference('effects') ? readReference<Intervals>('effects', 'reference.json').intervals : undefined
  const near = (found: number, expected: number, tolerance = 1e-9): void =>
    expect(Math.abs(found - expected)).toBeLessThanOrEqual(tolerance * Math.max(Math.abs(expected), 1e-6))
  const same = (found: Interval | undefined, [lower, upper]: Pair): void => {
    near(found!.lower, lower)
    near(found!.upper, upper)
  }
  test('two shares', () =>
    of!.difference.forEach(({ x1, n1, x2, n2, diff, newcombe, risk_ratio, rr_katz }) => {
      const [one, two] = [
        { x: x1, n: n1 },
        { x: x2, n: n2 },
      ]
      near(newcombeDifference(one, two)!.estimate, diff)
      same(newcombeDifference(one, two), newcombe)
      const ratio = katzRatio(one, two)
      if (!ratio) return
      near(ratio.estimate, risk_ratio)
      same(ratio, rr_katz!)
    }))
  test('before and after', () =>
    of!.paired_proportions.forEach(({ yes_yes, yes_no, no_yes, no_no, diff, newcombe10, mcnemar_midp }) => {
      const counts = { yesYes: yes_yes, yesNo: yes_no, noYes: no_yes, noNo: no_no }
      near(pairedDifference(counts)!.estimate, diff)
      same(pairedDifference(counts), newcombe10)
      near(mcNemarMidP(counts), mcnemar_midp)
    }))
  test('rates', () => {
    of!.rate.forEach(({ events, persontime, exact }) => same(rate(events, persontime), exact))
    of!.rate_ratio.forEach(({ e1, t1, e2, t2, ratio, exact }) => {
      const found = rateRatio({ events: e1, time: t1 }, { events: e2, time: t2 })!
      near(found.estimate, ratio)
      same(found, exact)
    })
  })
  test('means', () => {
    const { before, after, mean_diff, se, ci, p } = of!.mean_paired
    const found = pairedMean(before, after)
    near(found.estimate, mean_diff)
    near(found.se, se)
    same(found, ci)
    near(found.p, p)
    const welch = welchMean(after, before)
    near(welch.estimate, of!.mean_welch.diff)
    near(welch.degrees, of!.mean_welch.df)
    same(welch, of!.mean_welch.ci)
    near(welch.p, of!.mean_welch.p)
  })
  test('correlations', () => of!.correlation.forEach(({ r, n, ci }) => same(fisherInterval(r, n), ci)))
  test('many tests', () => {
    holm(of!.p_adjust.p).forEach((one, at) => near(one, of!.p_adjust.holm[at]!))
    benjaminiHochberg(of!.p_adjust.p).forEach((one, at) => near(one, of!.p_adjust.bh[at]!))
  })
  // R searches for these roots to about five digits.
  test('power', () => {
    of!.power.two_prop.forEach(({ p1, p2, n_per_group }) => near(personsNeeded(p1, p2), n_per_group, 1e-4))
    of!.power.mdd.forEach(({ n_per_group, p1, p2_detectable }) => near(detectableShare(n_per_group, p1)!, p2_detectable, 1e-4))
  })
  test('regression to the mean', () =>
    of!.regression_to_mean.forEach(({ mu, sigma, rho, cutoff, E_Y1, E_Y2, rtm_change }) => {
      const found = returnBelow(cutoff, { mean: mu, sd: sigma, correlation: rho })
      near(found.first, E_Y1)
      near(found.second, E_Y2)
      near(found.change, rtm_change)
    }))
  test('Fieller', () =>
    of!.fieller
      .filter(({ a }) => a !== undefined)
      .forEach(({ a, b, va, vb, cab, ratio, g, ci }) => {
        const found = fieller(a, b, { va, vb, covariance: cab })
        near(found.ratio, ratio)
        near(found.g, g)
        if (ci) same(found.interval, ci)
        else expect(found.interval).toBeUndefined()
      }))
})
