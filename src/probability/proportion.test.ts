// On the embedded database alone
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hasReference, outside, readReference } from '../../test/reference.ts'
import { normalQuantile } from './normal.ts'
import { z95, type Interval } from './interval.ts'
import { clopperPearson, jeffreys, wilson } from './proportion.ts'

/** x, n, lower and upper from R: `prop.test(x, n, correct = FALSE)$conf.int`. */
const fromR: [number, number, number, number][] = [
  [0, 1, 0, 0.793450685622763],
  [1, 5, 0.0362241086324301, 0.624465370237475],
  [0, 10, 0, 0.277532799862889],
  [5, 10, 0.236593090512564, 0.763406909487436],
  [1, 20, 0.00888144880079538, 0.236131193446742],
  [15, 20, 0.531299122381256, 0.888138298592334],
  [12, 45, 0.159649035210665, 0.410388377531349],
  [62, 164, 0.307428331891345, 0.454251527893881],
  [1, 1000, 0.000176546370626078, 0.00564255859795793],
  [0, 1000, 0, 0.00382675848555512],
]

describe('Wilson’s interval', () => {
  test('is the published one for 81 of 263 and 15 of 148 (Newcombe 1998, table I)', () => {
    expect(rounded(81, 263)).toEqual([0.2553, 0.3662])
    expect(rounded(15, 148)).toEqual([0.0624, 0.1605])
  })
  test('has closed forms at the ends', () => {
    const square = z95 * z95
    expect(wilson(0, 10)!.lower).toBe(0)
    expect(wilson(10, 10)!.upper).toBe(1)
    expect(wilson(0, 10)!.upper).toBeCloseTo(square / (10 + square), 14)
  })
  test('holds the share, lies within 0–1 and mirrors', () => {
    const share = fc.integer({ min: 1, max: 5000 }).chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)))
    fc.assert(
      fc.property(share, ([x, n]) => {
        const { lower, upper } = wilson(x, n)!
        const mirrored = wilson(n - x, n)!
        expect(lower).toBeGreaterThanOrEqual(0)
        expect(upper).toBeLessThanOrEqual(1)
        expect(lower).toBeLessThanOrEqual(x / n)
        expect(upper).toBeGreaterThanOrEqual(x / n)
        expect(mirrored.lower).toBeCloseTo(1 - upper, 12)
      }),
    )
  })
  test('is not there for nobody', () => expect(wilson(0, 0)).toBeUndefined())
  test.each([
    [-1, 5],
    [6, 5],
    [1.5, 5],
  ])('refuses %s of %s', (x, n) => expect(() => wilson(x, n)).toThrow(RangeError))
  test.each(fromR)('agrees with R for %d of %d', (x, n, low, high) => {
    const { lower, upper } = wilson(x, n)!
    expect(lower).toBeCloseTo(low, 12)
    expect(upper).toBeCloseTo(high, 12)
  })
})

function rounded(x: number, n: number): number[] {
  const { lower, upper } = wilson(x, n)!
  return [lower, upper].map((end) => Math.round(end * 10_000) / 10_000)
}

describe('Jeffreys’ and Clopper and Pearson’s intervals', () => {
  test('are closed at none and at all', () => {
    expect([jeffreys(0, 9)!.lower, jeffreys(9, 9)!.upper]).toEqual([0, 1])
    expect([clopperPearson(0, 9)!.lower, clopperPearson(9, 9)!.upper]).toEqual([0, 1])
    expect(clopperPearson(0, 9)!.upper).toBeCloseTo(1 - 0.025 ** (1 / 9), 13)
  })
  test('are not there for nobody', () => expect([jeffreys(0, 0), clopperPearson(0, 0)]).toEqual([undefined, undefined]))
})

interface Row {
  x: number
  n: number
  level?: number
  wilson: [number, number]
  jeffreys: [number, number]
  clopper_pearson: [number, number]
}

describe.skipIf(!hasReference('effects'))(outside('effects', 'intervals of a share as R has them'), () => {
  const truth = hasReference('effects')
    ? readReference<{ intervals: { proportion: Row[]; proportion_levels: Row[] } }>('effects', 'reference.json').intervals
    : { proportion: [], proportion_levels: [] }
  const same = (found: Interval | undefined, [lower, upper]: [number, number]): void => {
    expect(found!.lower).toBeCloseTo(lower, 11)
    expect(found!.upper).toBeCloseTo(upper, 11)
  }
  test.each([...truth.proportion, ...truth.proportion_levels])('$x of $n', ({ x, n, level = 0.95, ...of }) => {
    same(wilson(x, n, normalQuantile((1 + level) / 2)), of.wilson)
    same(jeffreys(x, n, level), of.jeffreys)
    same(clopperPearson(x, n, level), of.clopper_pearson)
  })
})
