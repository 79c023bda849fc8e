// On the embedded database alone
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../probability/seededRandom.ts'
import { welchMean } from '../intervals/means.ts'
import { ModelFault } from '../regression/design.ts'
import { differenceInDifferences, robustDifferenceInDifferences, sectionDifference, type BeforeAfter, type Section } from './panel.ts'
import { permutationP } from './permutation.ts'
import { eventTimes, groupTimes, overallEffect, overallEstimate } from './staggered.ts'
import type { StaggeredPanel } from './staggeredPanel.ts'

const of = (...values: number[]): Float64Array => Float64Array.from(values)

describe('before and after, here and there', () => {
  const panel: BeforeAfter = { before: of(1, 2, 3, 1, 2, 3), after: of(4, 6, 5, 2, 3, 5), treated: of(1, 1, 1, 0, 0, 0) }
  test('is the difference of the changes', () => expect(differenceInDifferences(panel).estimate).toBeCloseTo(3 - 4 / 3, 12))
  test('with equal groups has nearly Welch’s error: CR1 divides by n−k where Welch divides by each group less one', () => {
    const { se } = differenceInDifferences(panel)
    expect(se).toBeCloseTo(welchMean([3, 4, 2], [1, 1, 2]).se, 12)
  })
  test('rows that repeat one another tell no more than their clusters', () => {
    const twice = (values: Float64Array): Float64Array => of(...values, ...values)
    const doubled = { before: twice(panel.before), after: twice(panel.after), treated: twice(panel.treated) }
    const clustered = differenceInDifferences({ ...doubled, cluster: [0, 1, 2, 3, 4, 5, 0, 1, 2, 3, 4, 5] })
    expect(clustered.clusters).toBe(6)
    expect(clustered.se).toBeGreaterThan(differenceInDifferences(doubled).se * 1.3)
  })
  test('the doubly robust one takes off what covariates do to changes', () => {
    const random = seededRandom(4)
    const n = 3000
    const x = Float64Array.from({ length: n }, () => random() * 2 - 1)
    const treated = x.map((one) => (random() < 1 / (1 + Math.exp(1 - one)) ? 1 : 0))
    const before = x.map(() => random())
    const after = before.map((one, at) => one + 2 * x[at]! + 0.5 * treated[at]! + random() - 0.5)
    expect(Math.abs(differenceInDifferences({ before, after, treated }).estimate - 0.5)).toBeGreaterThan(0.3)
    expect(robustDifferenceInDifferences({ before, after, treated }, [x]).estimate).toBeCloseTo(0.5, 1)
  })
})

describe('two cross-sections', () => {
  const corner = (treated: 0 | 1, after: 0 | 1, values: number[]): Section[] =>
    values.map((y, at) => ({ y, treated, after, cluster: 2 * at + treated }))
  const rows = [...corner(0, 0, [1, 3]), ...corner(0, 1, [4, 6]), ...corner(1, 0, [2, 4]), ...corner(1, 1, [9, 11])]
  test('are the difference of the differences of four means', () =>
    expect(sectionDifference(rows)).toMatchObject({ estimate: expect.closeTo(4, 12), clusters: 4 }))
  test('with clusters that differ alike in both years leave no error', () => expect(sectionDifference(rows).se).toBeCloseTo(0, 10))
  test('an empty corner is refused', () => expect(() => sectionDifference(rows.slice(0, 6))).toThrow(ModelFault))
})

/** Six places, four years; two start in 2, one in 3; each year all go up by one, and the start adds 5 from then on. */
const panel: StaggeredPanel = {
  periods: [0, 1, 2, 3],
  start: [2, 2, 3, undefined, undefined, undefined],
  y: [2, 2, 3, undefined, undefined, undefined].map((start, place) =>
    [0, 1, 2, 3].map((year) => place * 10 + year + (start !== undefined && year >= start ? 5 : 0)),
  ),
}

describe('staggered starts', () => {
  test('find what was put there, and nothing before', () => {
    for (const { group, period, estimate } of groupTimes(panel)) expect(estimate).toBeCloseTo(period >= group ? 5 : 0, 12)
  })
  test('by time since the start', () =>
    expect(eventTimes(panel).map(({ since, places, estimate }) => [since, places, Math.round(estimate * 1e9) / 1e9])).toEqual([
      [-3, 1, 0],
      [-2, 3, 0],
      [0, 3, 5],
      [1, 2, 5],
    ]))
  test('over all', () => expect(overallEffect(panel).estimate).toBeCloseTo(5, 12))
  test('over all without its error is the same number, wherever the starts are dealt', () => {
    const start = fc.option(fc.integer({ min: 0, max: 5 }), { nil: undefined })
    const place = fc.record({ start, y: fc.array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), { minLength: 6, maxLength: 6 }) })
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 8 }), (places) => {
        // Two that never started, and one that started with a period before.
        const never = [1, 2].map((level) => ({ start: undefined, y: [1, 2, 3, 4, 5, 6].map((one) => level * one) }))
        const all = [...places, ...never, { start: 3, y: [1, 1, 2, 3, 5, 8] }]
        const own = { periods: [0, 1, 2, 3, 4, 5], start: all.map((one) => one.start), y: all.map(({ y }) => y) }
        expect(overallEstimate(own)).toBe(overallEffect(own).estimate)
      }),
    )
  })
  test('who started before the first year has no before and is not in it', () =>
    expect(groupTimes({ ...panel, start: [0, 2, 3, undefined, undefined, undefined] }).map(({ group }) => group)).not.toContain(0))
  test('the error is that of the two means, by place', () => {
    const uneven: StaggeredPanel = {
      periods: [0, 1],
      start: [1, 1, undefined, undefined],
      y: [
        [0, 4],
        [0, 6],
        [0, 1],
        [0, 3],
      ],
    }
    // Deviations ±1 in each group of two: variances of 2, so Welch's error of the two means is √(2/2 + 2/2), with two degrees of freedom.
    const found = { estimate: 3, se: expect.closeTo(Math.sqrt(2), 12), freedom: expect.closeTo(2, 12) }
    expect(groupTimes(uneven)).toMatchObject([{ group: 1, period: 1, ...found }])
    expect(overallEffect(uneven)).toMatchObject(found)
  })
  test('with a single start the error is Welch’s of two means, and the freedom at most Welch’s: here what it is of places that are alike', () => {
    const [one, never] = [
      [4, 6, 1, 7],
      [1, 3, 0, 2, 2, 9],
    ]
    const y = [...one, ...never].map((change) => [0, change])
    const found = overallEffect({ periods: [0, 1], start: y.map((_, at) => (at < 4 ? 1 : undefined)), y })
    const { estimate, se, degrees } = welchMean(one, never)
    expect([found.estimate, found.se]).toEqual([expect.closeTo(estimate, 10), expect.closeTo(se, 10)])
    // Parts of 1/4 and 1/6 are 0.6 and 0.4 of their sum.
    expect(found.freedom).toBeCloseTo(1 / (0.6 ** 2 / 3 + 0.4 ** 2 / 5), 10)
    expect(found.freedom).toBeLessThan(degrees)
  })
  test('places that started by themselves are sure by how they differ from one another', () => {
    const start = [1, 2, 3, undefined, undefined]
    // Their differences in differences at the start are 1, 2 and 6; those that never did stand still.
    const y = start.map((own, at) => [0, 1, 2, 3].map((period) => (own !== undefined && period >= own ? [1, 2, 6][at]! : 0)))
    const found = eventTimes({ periods: [0, 1, 2, 3], start, y }).find(({ since }) => since === 0)!
    expect(found).toMatchObject({ estimate: 3, se: expect.closeTo(Math.sqrt(7 / 3), 12), freedom: expect.closeTo(2, 12) })
  })
  test('a single place that started has no error and no interval', () => {
    const y = [5, 1, 2, 4].map((change) => [0, change])
    const found = overallEffect({ periods: [0, 1], start: [1, undefined, undefined, undefined], y })
    expect(found).toEqual({
      estimate: expect.closeTo(5 - 7 / 3, 12),
      se: Number.NaN,
      lower: Number.NaN,
      upper: Number.NaN,
      freedom: Number.NaN,
    })
  })
  test('one started place in ten that did best has p = 1/10', () => {
    const y = Array.from({ length: 10 }, (_, at) => [0, at === 0 ? 9 : (at % 3) - 1])
    const found = permutationP({ periods: [0, 1], start: [1, ...Array.from({ length: 9 }, () => undefined)], y })
    expect(found).toEqual({ p: 0.1, ways: 10, exact: true })
  })
  test('many ways are drawn, the same for the same seed', () => {
    const random = seededRandom(8)
    const start = Array.from({ length: 40 }, (_, at) => (at < 12 ? 1 : undefined))
    const many: StaggeredPanel = { periods: [0, 1], start, y: start.map((one) => [0, random() + (one === undefined ? 0 : 1)]) }
    const found = permutationP(many, { draws: 199 })
    expect(found).toEqual({ p: 1 / 200, ways: 200, exact: false })
    expect(permutationP(many, { draws: 199 })).toEqual(found)
  })
  test.each<[string, Partial<StaggeredPanel>]>([
    ['nobody to compare with', { start: [2, 2, 3, 3, 3, 3] }],
    ['one to compare with', { start: [2, 2, 3, 3, 3, undefined] }],
    ['nobody who started', { start: panel.start.map(() => undefined) }],
    ['a value missing', { y: panel.y.map((row) => row.slice(1)) }],
    ['years out of order', { periods: [0, 2, 1, 3] }],
  ])('refuse %s', (_, change) => expect(() => groupTimes({ ...panel, ...change })).toThrow(RangeError))
})
