// On the embedded database alone
import { describe, expect, test } from 'vitest'
import { quantile } from './quantile.ts'

describe('a quantile', () => {
  test('lies between neighbours, like that of R', () =>
    expect([0, 0.1, 0.25, 0.5, 0.75, 1].map((share) => quantile([1, 2, 4, 8], share))).toEqual([1, expect.closeTo(1.3, 12), 1.75, 3, 5, 8]))
  test('of one value is that value', () => expect([0, 0.25, 1].map((share) => quantile([7], share))).toEqual([7, 7, 7]))
  test('of nothing is refused', () => expect(() => quantile([], 0.5)).toThrow(RangeError))
})
