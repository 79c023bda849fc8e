import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { coarseShare } from './coarseShare.ts'

const published = fc.integer({ min: 0, max: 20_000 })
const threshold = fc.integer({ min: 3, max: 20 })

describe('a coarse share', () => {
  test('is by finer steps the more is published, and there is none of too few', () => {
    expect(coarseShare(10_000, 2_000, 5)).toEqual({ percent: 83, step: 1 })
    expect(coarseShare(999, 111, 5)).toEqual({ percent: 90, step: 2 })
    expect(coarseShare(250, 60, 5)).toEqual({ percent: 80, step: 5 })
    expect(coarseShare(99, 1, 5)).toBeUndefined()
  })
  test('leaves at least as many hidden counts possible as the threshold, whatever the hidden count is', () =>
    fc.assert(
      fc.property(published, fc.integer({ min: 0, max: 5_000 }), threshold, (known, hidden, least) => {
        const told = coarseShare(known, hidden, least)
        if (!told) return
        const isSame = (other: number): boolean => coarseShare(known, other, least)!.percent === told.percent
        let [low, high] = [hidden, hidden]
        while (high - low < least && low > 0 && isSame(low - 1)) low--
        while (high - low < least && isSame(high + 1)) high++
        expect(high - low + 1).toBeGreaterThanOrEqual(least)
      }),
    ))
  test('is never further than half a step from the share', () =>
    fc.assert(
      fc.property(published, fc.nat(5_000), threshold, (known, hidden, least) => {
        const told = coarseShare(known, hidden, least)
        if (told) expect(Math.abs(told.percent - (100 * known) / (known + hidden))).toBeLessThanOrEqual(told.step / 2 + 1e-9)
      }),
    ))
})
