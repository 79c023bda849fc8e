import { describe, expect, test } from 'vitest'
import { tQuantile } from '../../probability/studentT.ts'
import { pairedMean } from './means.ts'
import { meanOfCounts } from './meanOfCounts.ts'

const counted = (counts: Record<number, number>, noise = 0) =>
  Object.entries(counts).map(([value, count]) => ({ value: Number(value), count, noise }))

describe('the mean of counted values', () => {
  test('of exact counts, a person each, is the paired t interval', () => {
    const after = [2, 2, 3, 1, 2, 4]
    const { estimate, lower, upper } = pairedMean(
      after.map(() => 2),
      after,
    )
    const found = meanOfCounts(counted({ [-1]: 1, 0: 3, 1: 1, 2: 1 }), 6)!
    expect([found.mean, found.lower, found.upper]).toEqual([estimate, lower, upper].map((value) => expect.closeTo(value, 12)))
  })
  test('of persons counted twice each is as uncertain as of half as many', () => {
    const { mean, upper } = meanOfCounts(counted({ 0: 20, 1: 20 }), 20)!
    expect(upper - mean).toBeCloseTo(tQuantile(0.975, 19) * Math.sqrt(10 / 39 / 20), 12)
  })
  test('is less certain with noise, and more so far from the mean', () => {
    const reach = (noise: number[]): number => {
      const { mean, upper } = meanOfCounts(
        [-2, 0, 2].map((value, at) => ({ value, count: 20, noise: noise[at]! })),
        60,
      )!
      return upper - mean
    }
    expect(reach([0, 4, 0])).toBe(reach([0, 0, 0]))
    expect(reach([4, 0, 0])).toBeGreaterThan(reach([0, 0, 0]))
  })
  test('is none of fewer than two persons', () => {
    expect(meanOfCounts(counted({ 1: 1 }), 1)).toBeUndefined()
    expect(meanOfCounts(counted({ 1: 5 }), 1)).toBeUndefined()
    expect(meanOfCounts([], 0)).toBeUndefined()
  })
})
