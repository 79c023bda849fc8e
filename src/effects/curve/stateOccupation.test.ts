// On the embedded database alone
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aalenJohansen } from './aalenJohansen.ts'
import { riskTable } from './durations.ts'
import { areaUnder } from './restrictedMean.ts'
import { bootstrapOccupation, shareAt, stateOccupation, type Stay } from './stateOccupation.ts'

const stay = (person: number, state: number, from: number, to: number, next?: number): Stay => ({ person, state, from, to, next })

describe('shares in each state', () => {
  // Out of work, in work and back again: the second person is last seen in work.
  const two = [stay(1, 0, 0, 3, 1), stay(1, 1, 3, 7, 0), stay(1, 0, 7, 10), stay(2, 0, 0, 5, 1), stay(2, 1, 5, 10)]
  test('without censoring are the shares that are there', () => {
    const found = stateOccupation(two, [1, 0])
    expect([0, 3, 5, 7].map((time) => shareAt(found, 1, time))).toEqual([0, 0.5, 1, 0.5])
  })
  test('months in work are the area under its curve', () => expect(areaUnder(stateOccupation(two, [1, 0]).states[1]!, 10)).toBe(4.5))
  test('who is last seen stays in what others do', () => {
    const found = stateOccupation([stay(1, 0, 0, 2), stay(2, 0, 0, 4, 1), stay(3, 0, 0, 6)], [1, 0])
    expect(shareAt(found, 1, 4)).toBe(0.5)
  })
  test('a stay that ends before it begins, or in no state, is refused', () => {
    expect(() => stateOccupation([stay(1, 0, 5, 4)], [1, 0])).toThrow(RangeError)
    expect(() => stateOccupation([stay(1, 0, 0, 4, 2)], [1, 0])).toThrow(RangeError)
  })

  const person = fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 2 }))
  test('with states that are never left are Aalen and Johansen’s', () =>
    fc.assert(
      fc.property(fc.array(person, { minLength: 1, maxLength: 40 }), (rows) => {
        const stays = rows.map(([from, length, cause], at) => stay(at, 0, from, from + length, cause || undefined))
        const found = stateOccupation(stays, [1, 0, 0])
        const { causes, eventFree } = aalenJohansen(
          riskTable({ exit: stays.map(({ to }) => to), entry: stays.map(({ from }) => from), cause: rows.map(([, , cause]) => cause) }),
        )
        for (const { cause, curve } of causes)
          curve.times.forEach((time, at) => expect(shareAt(found, cause, time)).toBeCloseTo(curve.value[at]!, 12))
        eventFree.times.forEach((time, at) => expect(shareAt(found, 0, time)).toBeCloseTo(eventFree.value[at]!, 12))
      }),
    ))
  test('always add up to all', () =>
    fc.assert(
      fc.property(fc.array(person, { minLength: 1, maxLength: 30 }), (rows) => {
        const stays = rows.map(([from, length, next], at) => stay(at, at % 2, from, from + length, next || undefined))
        const found = stateOccupation(stays, [0.7, 0.3, 0])
        for (const time of found.times) expect([0, 1, 2].reduce((sum, state) => sum + shareAt(found, state, time), 0)).toBeCloseTo(1, 12)
      }),
    ))
  test('have the resampled error of a share, the same for the same seed', () => {
    const many = Array.from({ length: 200 }, (_, at) => stay(at, 0, 0, 5, at % 4 === 0 ? 1 : undefined))
    const asked = { at: [5], resamples: 500, seed: 9 }
    const [[free, moved]] = bootstrapOccupation(many, [1, 0], asked) as [[number, number]]
    expect(moved / Math.sqrt((0.25 * 0.75) / 200)).toBeCloseTo(1, 0)
    expect(free).toBeCloseTo(moved, 12)
    expect(bootstrapOccupation(many, [1, 0], asked)[0]).toEqual([free, moved])
  })
})
