// On the embedded database alone
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { personsNeededForMeans } from '../intervals/means.ts'
import { overlapOf } from '../comparison/overlap.ts'
import { powerOfMeans, powerOfShares } from './power.ts'

describe('how many it takes to see a difference', () => {
  const tenMore = (base: number): number => powerOfShares(base, 100).rows.find(({ difference }) => difference === 0.1)!.perGroup
  test('of ten in a hundred is about 200 from a tenth, and 355 from three tenths', () =>
    expect([tenMore(0.1), tenMore(0.3)].map((n) => Math.round(n / 5) * 5)).toEqual([200, 355]))
  test('is never said of more than all', () => expect(powerOfShares(0.9, 100).rows.map(({ difference }) => difference)).toEqual([0.05]))
  test('of two means half a deviation apart is 63', () => expect(Math.ceil(personsNeededForMeans(1, 0.5))).toBe(63))
  test('of amounts is asked of round numbers, and of none where all have the same', () => {
    expect(powerOfMeans({ mean: 10, sd: 6631 }, 100).rows.map(({ difference }) => difference)).toEqual([700, 1000, 2000, 3000])
    expect(powerOfMeans({ mean: 10, sd: 0 }, 100)).toEqual({ base: 10, rows: [], detectable: null })
  })
  test('the smallest that groups can see takes just as many as they are', () =>
    fc.assert(
      fc.property(fc.double({ min: 0.02, max: 0.6, noNaN: true }), fc.integer({ min: 25, max: 5000 }), (base, n) => {
        const found = powerOfShares(base, n).detectable
        if (found === null) return
        const { rows } = powerOfShares(base, n)
        for (const { difference, perGroup } of rows) expect(perGroup <= n).toBe(difference >= found - 1e-9)
      }),
    ))
})

describe('how the groups lie over each other', () => {
  test('every person is in one part, and those alone are told', () => {
    const chance = [0.1, 0.2, 0.3, 0.4, 0.9, 0.95]
    const { bins, alone } = overlapOf(chance, [0, 0, 1, 0, 1, 1])
    const sum = (of: 'treated' | 'controls'): number => bins.reduce((total, one) => total + one[of], 0)
    expect([sum('treated'), sum('controls'), alone]).toEqual([3, 3, 2])
    expect([bins[0]!.from, bins.at(-1)!.to].map((one) => Math.round(one * 100))).toEqual([10, 95])
  })
  test('persons of one chance are in one part', () =>
    expect(overlapOf([0.5, 0.5], [1, 0]).bins.filter(({ treated, controls }) => treated + controls > 0)).toHaveLength(1))
})
