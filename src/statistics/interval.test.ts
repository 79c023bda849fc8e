import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { unknownBounds, wilson, z95 } from './interval.ts'

const folder = process.env.SAMLAD_REFERENCE ?? join(import.meta.dirname, '../../../shared/reference')
const reference = join(folder, 'effects/reference.json')

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
    const share = fc
      .integer({ min: 1, max: 5000 })
      .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)))
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
  test('agrees with R on every share of the outside reference', ({ skip }) => {
    if (!existsSync(reference)) {
      process.stderr.write(`skipped: outside data not present (${reference})\n`)
      skip('outside data not present')
    }
    const { intervals } = JSON.parse(readFileSync(reference, 'utf8')) as {
      intervals: { proportion: { x: number; n: number; wilson: [number, number] }[] }
    }
    expect(intervals.proportion.length).toBeGreaterThan(5)
    for (const { x, n, wilson: expected } of intervals.proportion) {
      const { lower, upper } = wilson(x, n)!
      expect(lower).toBeCloseTo(expected[0], 12)
      expect(upper).toBeCloseTo(expected[1], 12)
    }
  })
})

describe('bounds of a share with unknown', () => {
  test('run from none to all of the unknown', () =>
    expect(unknownBounds(17, 8, 50)).toEqual({ lower: 0.34, upper: 0.5 }))
  test('refuse more than all', () => expect(() => unknownBounds(3, 3, 5)).toThrow(RangeError))
})

function rounded(x: number, n: number): number[] {
  const { lower, upper } = wilson(x, n)!
  return [lower, upper].map((end) => Math.round(end * 10_000) / 10_000)
}
