import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z95 } from '../../probability/interval.ts'
import { meanBounds, type BoundedShare } from './meanBounds.ts'

const at = (time: number, seen: number, most = seen, variance = 0): BoundedShare => ({
  time,
  seen: { share: seen, variance },
  most: { share: most, variance },
})

describe('the mean time in a state', () => {
  test('is all of it where everybody is seen in it all the time', () =>
    expect(meanBounds([at(0, 1), at(6, 1), at(24, 1)])).toEqual({ least: 24, most: 24, lower: 24, upper: 24 }))
  test('is the area under lines between the times', () =>
    expect(meanBounds([at(0, 0), at(6, 0.5), at(24, 0.5)])!.least).toBeCloseTo(1.5 + 9, 12))
  test('lies between none and all of those not known', () =>
    expect(meanBounds([at(0, 0.2, 0.6), at(10, 0.2, 0.6)])).toEqual({ least: 2, most: 6, lower: 2, upper: 6 }))
  test('has limits by as much as each time can add', () => {
    const { lower, upper } = meanBounds([at(0, 0.3, 0.5, 0.0004), at(12, 0.3, 0.5, 0.0004)])!
    expect([lower, upper]).toEqual([expect.closeTo(3.6 - z95 * 12 * 0.02, 12), expect.closeTo(6 + z95 * 12 * 0.02, 12)])
  })
  test('is none of fewer than two times', () => expect([meanBounds([]), meanBounds([at(0, 1)])]).toEqual([undefined, undefined]))
  test('is of times that rise', () => expect(() => meanBounds([at(6, 0), at(6, 0)])).toThrow(RangeError))
  test('is within the time whatever the shares, and within its limits', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(fc.array(fc.tuple(share, share, share), { minLength: 2, maxLength: 25 }), (drawn) => {
        const points = drawn.map(([one, other, variance], time) => at(time, Math.min(one, other), Math.max(one, other), variance / 100))
        const { least, most, lower, upper } = meanBounds(points)!
        const ordered = [0, lower, least, most, upper, drawn.length - 1]
        ordered.slice(1).forEach((value, k) => expect(value).toBeGreaterThanOrEqual(ordered[k]! - 1e-9))
      }),
    )
  })
})
