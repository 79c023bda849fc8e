// On the embedded database alone
import { describe, expect, test } from 'vitest'
import { askedOf, placeOf } from '../../../test/askedFacts.ts'
import { denseFacts } from '../../../test/denseFacts.ts'
import { silence } from '../../../test/noise.ts'
import { valueOf } from '../../disclosure/cell.ts'
import { MonthState } from '../../participations/codes.ts'
import { placeOf as monthPlace } from '../../participations/monthStates.ts'
import type { Facts } from '../../statistics/facts.ts'
import { monthNumber } from '../../values/month.ts'
import { overTimeOf } from './overTime.ts'

const period = { from: '2023-01', to: '2023-12' }
const until = monthNumber('2025-12')
const shownOf = (facts: Facts, options: Parameters<typeof askedOf>[2] = {}, last = until) =>
  overTimeOf(askedOf({ ...facts, seenUntil: last }, period, options), last).byMonth

/** Everybody is in one state from the start and in another from a month on. */
function changed(size: number, from: number, state: (row: number, month: number) => number): Facts {
  const facts = denseFacts(size, 5)
  for (let row = 0; row < facts.size; row++)
    for (let month = from; month <= 24; month++) {
      const { column, shift } = monthPlace(month)
      facts.columns[column][row] = ((facts.columns[column][row]! & ~(15 << shift)) | (state(row, month) << shift)) >>> 0
    }
  return facts
}
const [none, work] = [0, MonthState.index('ordinaryWork') + 1]
const sick = MonthState.index('sickness') + 1

describe('the state month by month', () => {
  test('is counted of all who have come to the month, what is not known included', () => {
    const { points, states } = shownOf(denseFacts(3000, 6), { by: silence })
    expect(points.map(({ months }) => months)).toEqual(Array.from({ length: 25 }, (_, month) => month))
    for (const { n, cells } of points) {
      expect(cells).toHaveLength(states.length)
      expect(cells.reduce((sum, cell) => sum + valueOf(cell)!, 0)).toBe(valueOf(n))
    }
  })
  test('has months as far apart as the number that began allows', () => {
    const apart = (size: number): number[] => shownOf(denseFacts(size, 6)).points.map(({ months }) => months)
    expect(apart(900).slice(0, 3)).toEqual([0, 3, 6])
    expect(apart(300)).toEqual([0, 6, 12, 18, 24])
  })
  test('is of fewer in months that not all have come to, and ends below twenty', () => {
    const { points } = shownOf(denseFacts(3000, 6), { by: silence }, monthNumber('2024-06'))
    const counts = points.map(({ n }) => valueOf(n)!)
    expect(counts.slice(0, 7)).toEqual(Array<number>(7).fill(counts[0]!))
    expect(counts.at(-1)).toBeLessThan(counts[0]!)
    expect(points.at(-1)!.months).toBeLessThanOrEqual(17)
    expect(shownOf(denseFacts(18, 2)).points).toEqual([])
  })
  test.each(['nation', 'association-0', 'association-2'])('has no count from 1 to 4 in it, at %s', (name) => {
    const place = name === 'nation' ? {} : { place: placeOf('association', name) }
    for (const size of [400, 900, 2500]) {
      const { points, stay } = shownOf(denseFacts(size, size), place)
      for (const { n, cells } of [...points, ...stay.points])
        for (const cell of [n, ...cells]) {
          expect([1, 2, 3, 4]).not.toContain(valueOf(cell))
          expect(valueOf(cell)!).toBeLessThanOrEqual(valueOf(n)!)
        }
    }
  })
  test('is not shown of a month in which all lived of the same', () => {
    const { points } = shownOf(changed(3000, 5, () => sick))
    expect(points.map(({ months }) => months)).toEqual([0, 1, 2, 3, 4])
  })
})

describe('months on average', () => {
  test('are known where everybody is followed', () => {
    const half = (row: number, month: number): number => (month >= 12 && row % 2 === 0 ? work : sick)
    const { within } = shownOf(changed(4000, 0, half), { by: silence })
    // All lived of sickness benefit until then, so those months are not shown; nor is the mean.
    expect(within).toBe(null)
    const quarter = (row: number): number => (row % 4 < 3 ? sick : work)
    const mixed = (row: number, month: number): number => (month >= 12 ? half(row, month) : quarter(row))
    const shown = shownOf(changed(4000, 0, mixed), { by: silence }).within!
    expect(shown.months).toBe(24)
    const [, inWork, ordinary, subsidised, studies] = shown.rows
    expect(inWork!.least).toBe(inWork!.most)
    expect(inWork!.least).toBeCloseTo(0.25 * 11.5 + 0.5 * 12.5, 0)
    expect(ordinary!.least).toBe(inWork!.least)
    expect([subsidised!.most, studies!.most]).toEqual([0, 0])
  })
  test('are all that they can be for those of whom nobody knows', () => {
    const told = (row: number): number => [work, sick, none, none][row % 4]!
    const facts = changed(4000, 0, told)
    facts.columns.daysToExit.fill(10)
    const [, inWork] = shownOf(facts, { by: silence }).within!.rows
    expect([inWork!.least, inWork!.most]).toEqual([expect.closeTo(6, 0), expect.closeTo(18, 0)])
    expect(inWork!.lower).toBeLessThan(inWork!.least)
    expect(inWork!.upper).toBeGreaterThan(inWork!.most)
    expect(inWork!.text).toMatch(/^minst \d+,\d och högst \d+,\d månader/)
  })
  test('are told to the longest of the fixed horizons that is shown', () =>
    expect(shownOf(denseFacts(3000, 6), {}, monthNumber('2024-12')).within!.months).toBe(12))
})

describe('staying in work', () => {
  const stays = (row: number, month: number): number => {
    if (month < 6 || row % 3 === 0) return sick
    return row % 3 === 1 || month < 10 ? work : sick
  }
  test('is of those who got work, three to twelve months later', () => {
    const { stay } = shownOf(changed(4000, 0, stays), { by: silence })
    expect(stay.points.map(({ months }) => months)).toEqual([3, 6, 9, 12].filter((months) => months > 3))
    for (const { cells } of stay.points) {
      const [still, left, unknown] = cells.map((cell) => valueOf(cell)!)
      expect(still! / (still! + left!)).toBeCloseTo(0.5, 1)
      expect(unknown).toBe(0)
    }
    expect(stay.within).toBe(null)
  })
  test('is shown of nobody where all of them fared the same', () => {
    const { stay } = shownOf(changed(4000, 0, (row, month) => (month >= 6 && row % 2 === 0 ? work : sick)))
    expect(stay.points).toEqual([])
    expect(stay.sentence).toContain('För få')
  })
  test('is shown of nobody where all of a group got work', () =>
    expect(shownOf(changed(4000, 0, (_, month) => (month >= 6 && month < 9 ? work : sick))).stay.points).toEqual([]))
  test('has months on average, between those known and those not', () => {
    const { within } = shownOf(denseFacts(6000, 6)).stay
    expect(within!.least).toBeLessThan(within!.most)
    expect(within!.most).toBeLessThanOrEqual(12)
  })
})

test('the same question has the same answer', () => expect(shownOf(denseFacts(900, 4))).toEqual(shownOf(denseFacts(900, 4))))
