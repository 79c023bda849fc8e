// On the embedded database alone
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { about, hidden, reserved } from '../../test/noise.ts'
import { valueOf } from './cell.ts'
import { meanStep, protectMean } from './meanShare.ts'

describe('a mean of a group', () => {
  test('is rounded to whole hundredths from a hundred, and more coarsely below', () => {
    expect([20, 33, 50, 100, 5000].map(meanStep)).toEqual([0.05, 0.04, 0.02, 0.01, 0.01])
    expect(valueOf(protectMean(0.1782, about(20)))).toBe(0.2)
    expect(valueOf(protectMean(0.1782, about(250)))).toBe(0.18)
  })
  test('is moved by one person by one step at most', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 400 }), share, share, (n, mean, one) => {
        const step = meanStep(n)
        const other = (mean * (n - 1) + one) / n
        const [a, b] = [mean, other].map((value) => valueOf(protectMean(value, about(n)))!)
        expect(Math.abs(a! - b!)).toBeLessThanOrEqual(step + 1e-9)
      }),
    )
  })
  test('of fewer than 20 as shown is hidden, of nobody missing, whatever the true mean is', () => {
    for (const mean of [0.3, undefined]) {
      expect(protectMean(mean, about(19)).kind).toBe('suppressed')
      expect(protectMean(mean, about(0)).kind).toBe('missing')
    }
  })
  test('follows a hidden number, and one that is to be published', () =>
    expect([protectMean(0.3, hidden).kind, protectMean(0.3, reserved).kind]).toEqual(['suppressed', 'reserved']))
})
