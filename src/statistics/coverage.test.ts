import { describe, expect, test } from 'vitest'
import { coverageChain, partOf, yearsOf } from './coverage.ts'

const years = [
  { year: 2019, followable: 999, anonymous: 0, volume: 0 },
  { year: 2020, followable: 17454, anonymous: 5000, volume: 2413 },
  { year: 2021, followable: 100, anonymous: 50, volume: 50 },
]
const associations = { reporting: 60, all: 72 }
const status = { known: 80, followed: 100 }

describe('coverage', () => {
  test('is followable of all counted, as published for 2020', () => {
    const { followable } = coverageChain({ from: '2020-01', to: '2020-12' }, years, associations, status)
    expect(followable).toMatchObject({ part: 17454, whole: 24867 })
    expect(followable.share).toBeCloseTo(0.702, 3)
  })
  test('of a part of a year is that of the whole year, and says so', () => {
    const chain = coverageChain({ from: '2020-03', to: '2021-02' }, years, associations, status)
    expect(chain).toMatchObject({ years: [2020, 2021], isWholeYears: false, followable: { part: 17554, whole: 25067 } })
  })
  test('stands beside who reports and whose status is known', () => {
    const chain = coverageChain({ from: '2021-01', to: '2021-12' }, years, associations, status)
    expect(chain).toMatchObject({
      associations: { part: 60, whole: 72 },
      knownStatus: { share: 0.8 },
      isWholeYears: true,
    })
  })
  test('of nobody has no share', () => expect(partOf(0, 0).share).toBeUndefined())
  test('refuses a part larger than the whole', () => expect(() => partOf(2, 1)).toThrow('2 is no part of 1'))
  test('touches every year between', () =>
    expect(yearsOf({ from: '2019-12', to: '2021-01' })).toEqual([2019, 2020, 2021]))
})
