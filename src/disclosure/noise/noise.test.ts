import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { grid } from '../../../test/countTables.ts'
import { cellKey, perturb, recordKey } from './cellKey.ts'
import { perturbTables } from './perturbTables.ts'
import { perturbationTable } from './perturbationTable.ts'

const noise = { variance: 4, maxDeviation: 7, seed: 'a' }
const table = perturbationTable(5, 4, 7)
const moment = (count: number, power: number): number =>
  table.rows[count]!.shifts.reduce((sum, shift, at) => sum + table.rows[count]!.probabilities[at]! * shift ** power, 0)
const counts = table.rows.map((_, count) => count)

describe('the perturbation table', () => {
  test.each(counts)('is a distribution for %i, on average nought', (count) => {
    const { probabilities } = table.rows[count]!
    expect(probabilities.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 9)
    expect(Math.min(...probabilities)).toBeGreaterThanOrEqual(0)
    expect(moment(count, 1)).toBeCloseTo(0, 6)
  })
  test.each(counts)('shows %i neither as a small count nor below nought, nor too far away', (count) =>
    table.rows[count]!.shifts.forEach((shift) => {
      expect(count + shift === 0 || count + shift >= 5).toBe(true)
      expect(Math.abs(shift)).toBeLessThanOrEqual(7)
    }),
  )
  test('has the wanted variance where it can be had', () => expect(moment(12, 2)).toBeCloseTo(4, 6))
  test('has the nearest variance where it cannot: 2 is 0 or 5, of variance 6', () => expect(moment(2, 2)).toBeCloseTo(6, 9))
  test('keeps nought', () => expect(table.rows[0]).toEqual({ shifts: [0], probabilities: [1] }))
  test('has more entropy than any other distribution of its mean and variance that lies near', () => {
    const { shifts, probabilities } = table.rows[12]!
    const entropy = (p: readonly number[]): number => -p.reduce((sum, one) => sum + (one > 0 ? one * Math.log(one) : 0), 0)
    // Moves along which sum, mean and variance stay: third differences.
    for (let at = 0; at + 3 < shifts.length; at++) {
      for (const size of [1e-4, -1e-4]) {
        const other = probabilities.map((one, place) => one + size * ([1, -3, 3, -1][place - at] ?? 0))
        expect(entropy(other)).toBeLessThan(entropy(probabilities))
      }
    }
  })
  // By nested bisection alone the widest took half a minute.
  test.each([
    [5, 4, 200],
    [100, 4, 102],
    [5, 0.01, 7],
    [5, 40, 7],
    [5, 1e-6, 50],
  ])('with threshold %i, variance %d and at most %i is the one asked for', (threshold, variance, most) => {
    const { rows } = perturbationTable(threshold, variance, most)
    for (const { shifts, probabilities } of rows) {
      const sumOf = (of: (shift: number) => number): number => shifts.reduce((sum, shift, at) => sum + probabilities[at]! * of(shift), 0)
      expect(sumOf(() => 1)).toBeCloseTo(1, 9)
      expect(sumOf((shift) => shift)).toBeCloseTo(0, 6)
      expect(Math.min(...probabilities)).toBeGreaterThanOrEqual(0)
    }
    const last = rows.at(-1)!
    expect(last.shifts.reduce((sum, shift, at) => sum + last.probabilities[at]! * shift ** 2, 0)).toBeCloseTo(variance, 6)
  })
  test('refuses a deviation with which a one could not be shown', () => expect(() => perturbationTable(5, 4, 3)).toThrow(RangeError))
})

describe('cell keys', () => {
  const key = fc.integer({ min: 0, max: 2 ** 32 - 1 })
  test('do not depend on the order of the records', () =>
    fc.assert(fc.property(fc.array(key), (keys) => cellKey(keys) === cellKey([...keys].reverse()))))
  test('give the same count the same answer, within the deviation', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), key, (count, one) => {
        const shown = perturb(table, count, one)
        expect(shown).toBe(perturb(table, count, one))
        expect(Math.abs(shown - count)).toBeLessThanOrEqual(7)
        expect(shown === 0 || shown >= 5).toBe(true)
      }),
    ))
  test('of records are spread evenly', () => {
    const bins = new Array<number>(16).fill(0)
    for (let number = 0; number < 16_000; number++) bins[recordKey('seed', 'F1', number) >>> 28]!++
    expect(Math.min(...bins)).toBeGreaterThan(850)
    expect(Math.max(...bins)).toBeLessThan(1150)
  })
})

describe('tables with noise', () => {
  const instance = grid([
    [1, 20, 3, 0],
    [14, 2, 16, 8],
  ])
  test('are the same for the same seed and others for another', () => {
    const [first, second, third] = ['a', 'a', 'b'].map((seed) => Array.from(perturbTables(instance, { ...noise, seed }).shown))
    expect(second).toEqual(first)
    expect(third).not.toEqual(first)
  })
  test('keep noughts, and show no small count', () => {
    const { cells, shown } = perturbTables(instance, noise)
    cells.count.forEach((count, cell) => expect(shown[cell] === 0 || shown[cell]! >= 5).toBe(count >= 0))
    expect(cells.count.every((count, cell) => count > 0 || shown[cell] === 0)).toBe(true)
  })
  test('take no key for each head of a very large count, and yet another for one head more', () => {
    const shown = (count: number) => Array.from(perturbTables(grid([[count, 20]]), noise).shown)
    expect(shown(2 ** 31 - 1)).toEqual(shown(2 ** 31 - 1))
    const shifts = Array.from({ length: 12 }, (_, more) => shown(2 ** 30 + more)[0]! - 2 ** 30 - more)
    expect(new Set(shifts).size).toBeGreaterThan(2)
  })
  test('show the same records alike in every cell: a total with one part as its part', () => {
    const { cells, shown } = perturbTables(
      grid([
        [20, 0],
        [0, 9],
      ]),
      noise,
    )
    expect(shown[cells.find([1, 0])!]).toBe(shown[cells.find([1, 1])!])
  })
})
