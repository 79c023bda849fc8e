import { expect, test } from 'vitest'
import { standsUp } from './secondLook.ts'

/** z0 + z1 = z2, z1 basic, and it is asked how far that goes. */
const matrix = { start: Int32Array.of(0, 1, 2, 3), index: Int32Array.of(0, 0, 0), value: Float64Array.of(1, 1, -1) }
const looked = (z: readonly number[], multiplier: number): boolean =>
  standsUp(matrix, Int32Array.of(1), Float64Array.from(z), Float64Array.of(0, 1, 0), Float64Array.of(multiplier, 9), Float64Array.of(7))

test('an optimum stands up only if it keeps its sums and its multipliers price what is basic', () => {
  expect(looked([1, 2, 3], 1)).toBe(true)
  expect(looked([1, 2 + 1e-6, 3], 1)).toBe(false)
  expect(looked([1, 2, 3], 1 + 1e-6)).toBe(false)
  expect(looked([Number.NaN, 2, 3], 1)).toBe(false)
  expect(looked([1, 2, 3], Number.NaN)).toBe(false)
})
