import { describe, expect, test } from 'vitest'
import { noise } from '../../test/noise.ts'
import { seededRandom } from '../probability/seededRandom.ts'
import { releasedCell } from '../disclosure/releasedCell.ts'
import { partOf, shareOf } from '../disclosure/share.ts'
import { wilson } from '../probability/proportion.ts'
import { noisyInterval, unknownBounds } from './interval.ts'

describe('bounds of a share with unknown', () => {
  test('run from none to all of the unknown', () => expect(unknownBounds(17, 8, 50)).toEqual({ lower: 0.34, upper: 0.5 }))
  test('refuse more than all', () => expect(() => unknownBounds(3, 3, 5)).toThrow(RangeError))
})

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
