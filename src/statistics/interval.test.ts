import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { noise } from '../../test/noise.ts'
import { seededRandom } from '../../bench/syntheticFacts.ts'
import { releasedCell } from '../disclosure/releasedCell.ts'
import { partOf, shareOf } from '../disclosure/share.ts'
import { noisyInterval, unknownBounds, wilson, z95 } from './interval.ts'

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

describe('bounds of a share with unknown', () => {
  test('run from none to all of the unknown', () => expect(unknownBounds(17, 8, 50)).toEqual({ lower: 0.34, upper: 0.5 }))
  test('refuse more than all', () => expect(() => unknownBounds(3, 3, 5)).toThrow(RangeError))
})

function rounded(x: number, n: number): number[] {
  const { lower, upper } = wilson(x, n)!
  return [lower, upper].map((end) => Math.round(end * 10_000) / 10_000)
}

describe('an interval with noise', () => {
  test('is Wilson’s when there is none', () => expect(noisyInterval({ x: 17, n: 50, noiseOfX: 0, noiseOfN: 0 })).toEqual(wilson(17, 50)))
  test('is wider the more noise there is, and stays within 0–1', () => {
    const widths = [0, 4, 6, 25].map((noiseOfX) => {
      const { lower, upper } = noisyInterval({ x: 17, n: 50, noiseOfX, noiseOfN: 4 })!
      return upper - lower
    })
    expect(widths).toEqual([...widths].sort((a, b) => a - b))
    expect(noisyInterval({ x: 0, n: 20, noiseOfX: 6, noiseOfN: 4 })!.lower).toBe(0)
    expect(noisyInterval({ x: 20, n: 20, noiseOfX: 6, noiseOfN: 4 })!.upper).toBe(1)
  })
  test.each([
    [25, 0.3],
    [60, 0.5],
    [400, 0.1],
  ])('holds the true share in about 95 of 100 of %i at %d, drawn and with noise', (n, p) => {
    const random = seededRandom(n)
    const key = (): number => Math.floor(random() * 2 ** 32)
    let [held, asked] = [0, 0]
    for (let round = 0; round < 4000; round++) {
      const drawn = Array.from({ length: n }, () => random() < p).filter(Boolean).length
      const whole = releasedCell({ count: n, key: key() }, noise)
      const counts = shareOf(partOf(releasedCell({ count: drawn, key: key() }, noise), whole), whole, noise)
      if (!counts) continue
      const { lower, upper } = noisyInterval(counts)!
      if (lower <= p && p <= upper) held++
      asked++
    }
    expect(held / asked).toBeGreaterThan(0.94)
    expect(held / asked).toBeLessThan(0.985)
  })
})
