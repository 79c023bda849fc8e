// On the embedded database alone
import { describe, expect, test } from 'vitest'
import { hasReference, outside, readReference, referenceRows } from '../../../test/reference.ts'
import { answeredMean, isReliableChange, progression } from './progression.ts'

describe('progression', () => {
  test('of persons who all go up by two a month is two, without uncertainty', () => {
    const rows = [0, 1, 2].flatMap((person) => [0, 1, 2].map((time) => ({ person, time, value: 1 + 2 * time })))
    const { estimate, se, persons } = progression(rows)
    expect([estimate, persons]).toEqual([expect.closeTo(2, 12), 3])
    expect(se).toBeCloseTo(0, 10)
  })
  test('one person alone has none', () =>
    expect(() =>
      progression([
        { person: 0, time: 0, value: 1 },
        { person: 0, time: 1, value: 2 },
      ]),
    ).toThrow(RangeError))
  test('four of five items are enough, three are not', () => {
    expect(answeredMean([1, 2, 3, 4, undefined])).toBe(2.5)
    expect(answeredMean([1, 2, 3, undefined, undefined])).toBeUndefined()
    expect(answeredMean([])).toBeUndefined()
  })
  test('a change must be more than 2.77 errors of measurement', () =>
    expect([2.7, 2.8].map((one) => isReliableChange(1, 1 + one, 1))).toEqual([false, true]))
})

interface Sleep {
  units: { longitudinal_sleepstudy: { ols: { Days: number }; se_cluster_CR1: { Days: number } } }
}

describe.skipIf(!hasReference('effects'))(outside('effects', 'the sleep study as R has it'), () => {
  test('slope and its clustered error', () => {
    const of = readReference<Sleep>('effects', 'reference.json').units.longitudinal_sleepstudy
    const rows = referenceRows('effects', 'sleepstudy.csv').map(({ Subject, Days, Reaction }) => ({
      person: Number(Subject),
      time: Number(Days),
      value: Number(Reaction),
    }))
    const { estimate, se } = progression(rows)
    expect(Math.abs(estimate / of.ols.Days - 1)).toBeLessThan(1e-9)
    expect(Math.abs(se / of.se_cluster_CR1.Days - 1)).toBeLessThan(1e-9)
  })
})
