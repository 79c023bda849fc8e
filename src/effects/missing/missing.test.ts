// On the embedded database alone
import { describe, expect, test } from 'vitest'
import { hasReference, outside, readReference, referenceRows } from '../../../test/reference.ts'
import { assumedShare, bounds } from './bounds.ts'
import { followedGroup } from './followedGroup.ts'
import { responseWeighted } from './responseWeights.ts'

describe('those who were not reached', () => {
  const half = { x: 30, observed: 60, missing: 40 }
  test('may all have failed or all have succeeded', () => expect(bounds(half)!.bounds).toEqual({ lower: 0.3, upper: 0.7 }))
  test('leave an estimate from 60 of 100 followed', () => {
    expect(bounds(half)!.mayEstimate).toBe(true)
    expect(bounds({ ...half, observed: 59, missing: 41 })!.mayEstimate).toBe(false)
  })
  test('at nought times as well give the lower bound, at once the share of the others', () => {
    expect([0, 1].map((ratio) => assumedShare(half, ratio))).toEqual([0.3, 0.5])
  })
  test('cannot do better than all of them', () => expect(assumedShare({ x: 9, observed: 10, missing: 10 }, 1.25)).toBe(0.95))
  test('nobody is no bound', () => expect(bounds({ x: 0, observed: 0, missing: 0 })).toBeUndefined())
  test('more than those followed is refused', () => expect(() => bounds({ x: 5, observed: 4, missing: 3 })).toThrow(RangeError))
  test('when being reached goes with a group, each group counts by its size', () => {
    // Of ten in each group five and ten were reached; of those two and eight succeeded.
    const group = Array.from({ length: 20 }, (_, at) => (at < 10 ? 1 : 0))
    const outcome = Float64Array.from(group, (_, at) => {
      if (at < 5) return Number.NaN
      return at < 10 ? Number(at < 7) : Number(at < 18)
    })
    const shaken = outcome.map((one, at) => (at === 19 ? Number.NaN : one))
    const nine = 8 / 9
    expect(responseWeighted(shaken, [group]).estimate).toBeCloseTo((0.4 + nine) / 2, 12)
  })
})

describe('a group as it was followed', () => {
  const age = Float64Array.from({ length: 40 }, (_, at) => at % 10)
  const same = new Float64Array(40).fill(1)
  const outcome = (missing: number): Float64Array => age.map((one, at) => (at < missing ? Number.NaN : Number(one > 4)))
  test('has its share, its bounds, and the share that those followed stand for', () => {
    const found = followedGroup(outcome(10), [age, same], true)
    expect(found).toMatchObject({ n: 40, known: 30, x: 15, mean: 0.5 })
    expect(found.bounds!.bounds).toEqual({ lower: 15 / 40, upper: 25 / 40 })
    expect(found.weighted!.estimate).toBeCloseTo(0.5, 9)
  })
  test('is weighted neither when all are followed nor when too few are', () => {
    expect(followedGroup(outcome(0), [age], true).weighted).toBeNull()
    expect(followedGroup(outcome(17), [age], true).weighted).toBeNull()
    expect(followedGroup(outcome(16), [age], true).weighted).not.toBeNull()
  })
  test('of amounts has no bounds, also where they happen to be nought or one', () =>
    expect(followedGroup(outcome(10), [age], false)).toMatchObject({ x: null, bounds: null, mean: 0.5 }))
})

interface Missing {
  units: {
    missing: {
      n: number
      observed: number
      x_observed: number
      ipw: { est: number; se_influence: number }
      bounds_worst_best: number[]
      bounds_ci: number[]
      tipping: { assumed_rate_ratio_among_missing: number; est: number }[]
    }
  }
}

describe.skipIf(!hasReference('effects'))(outside('effects', 'the made follow-up as R has it'), () => {
  const of = hasReference('effects') ? readReference<Missing>('effects', 'reference.json').units.missing : undefined
  test('bounds and slider', () => {
    const followed = { x: of!.x_observed, observed: of!.observed, missing: of!.n - of!.observed }
    const { bounds: inner, outer } = bounds(followed)!
    ;[inner.lower, inner.upper].forEach((one, at) => expect(one).toBeCloseTo(of!.bounds_worst_best[at]!, 12))
    ;[outer.lower, outer.upper].forEach((one, at) => expect(one).toBeCloseTo(of!.bounds_ci[at]!, 12))
    for (const { assumed_rate_ratio_among_missing: ratio, est } of of!.tipping) expect(assumedShare(followed, ratio)).toBeCloseTo(est, 12)
  })
  test('response weights', () => {
    const rows = referenceRows('effects', 'synthetic_followup.csv')
    const column = (value: (row: Record<string, string>) => number): number[] => rows.map(value)
    const units = [...new Set(rows.map(({ unit }) => unit))].slice(1)
    const columns = [
      ...['age', 'female', 'edu', 'months_out'].map((name) => column((row) => Number(row[name]))),
      ...units.map((name) => column(({ unit }) => (unit === name ? 1 : 0))),
    ]
    const outcome = Float64Array.from(rows, ({ observed, work12 }) => (observed === '1' ? Number(work12) : Number.NaN))
    const { estimate, se } = responseWeighted(outcome, columns)
    expect(Math.abs(estimate / of!.ipw.est - 1)).toBeLessThan(1e-6)
    expect(Math.abs(se / of!.ipw.se_influence - 1)).toBeLessThan(1e-6)
  })
})
