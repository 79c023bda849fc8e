// On the embedded database alone
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { denseFacts } from '../../../test/denseFacts.ts'
import { askedOf } from '../../../test/askedFacts.ts'
import { silence } from '../../../test/noise.ts'
import { ExitReason } from '../../participations/codes.ts'
import { seededRandom } from '../../probability/seededRandom.ts'
import { columnOf } from '../../statistics/column.ts'
import { countedCells } from '../../statistics/countedCells.ts'
import type { Facts } from '../../statistics/facts.ts'
import { outcomeDimension } from '../../statistics/outcome.ts'
import { monthNumber } from '../../values/month.ts'
import { aalenJohansen, valueAt, type Incidence } from '../curve/aalenJohansen.ts'
import { riskTable } from '../curve/durations.ts'
import { lifeCounts, type LifeCounts } from './lifeCounts.ts'
import { causes, lastDay, lifeDimension } from './lifeDimension.ts'
import { overTimeOf } from './overTime.ts'
import { daysSeen, lastDayWithin, lastMonth, monthsSeen } from './wholeDays.ts'

const until = monthNumber('2025-12')
const period = { from: '2022-01', to: '2025-12' }
const cohort = { conditions: [], population: 'entries', period, count: 'participations' } as const
const countsOf = (facts: Facts, last = until): LifeCounts =>
  lifeCounts(countedCells(facts, { ...cohort, axes: [lifeDimension(last)] }), last)

describe('months after a start', () => {
  test('end on whole days', () => expect([0, 1, 3, 6, 12, 18, 24].map(lastDayWithin)).toEqual([-1, 30, 91, 182, 365, 547, 730]))
  test('are seen to the last day that everybody of the month of the start can be seen for', () => {
    // Who began on 31 January is seen for 28 days by the end of February.
    expect(daysSeen(monthNumber('2025-01'), monthNumber('2025-02'))).toBe(28)
    expect(daysSeen(monthNumber('2024-12'), until)).toBe(365)
    expect(daysSeen(monthNumber('2023-02'), monthNumber('2024-02'))).toBe(366)
    expect(daysSeen(monthNumber('2025-12'), until)).toBe(0)
    expect(daysSeen(monthNumber('2026-03'), until)).toBe(0)
  })
  test('of a year and of two are seen when so many calendar months are, whatever leap days', () =>
    fc.assert(
      fc.property(fc.integer({ min: 12 * 1990, max: 12 * 2110 }), (start) => {
        for (const months of [12, 24]) {
          expect(daysSeen(start, start + months)).toBeGreaterThanOrEqual(lastDayWithin(months))
          expect(daysSeen(start, start + months - 1)).toBeLessThan(lastDayWithin(months))
        }
      }),
    ))
})

describe('what is seen of a participation', () => {
  test('is in one place of the counts, whatever the days', () => {
    const counts = countsOf(denseFacts(4000, 1))
    for (const [from, to] of [
      [-1, 0],
      [-1, 30],
      [182, 365],
      [364, 365],
      [365, 730],
    ] as const) {
      const { atRisk, events, free } = counts.between(from, to)
      expect(events.reduce((sum, { count }) => sum + count, free.count)).toBe(atRisk.count)
    }
  })
  test('of two spans beside each other is that of the whole, keys and all, where everybody is seen through both', () => {
    const counts = countsOf(seenThrough(denseFacts(4000, 1)))
    const [first, second, whole] = [counts.between(-1, 100), counts.between(100, 365), counts.between(-1, 365)]
    expect(whole.events.map(({ count }) => count)).toEqual(first.events.map(({ count }, at) => count + second.events[at]!.count))
    expect(whole.events.map(({ key }) => key)).toEqual(first.events.map(({ key }, at) => (key + second.events[at]!.key) >>> 0))
    expect(whole.free).toEqual(second.free)
  })
  test('is no exit when it came after the last day that all of the month are seen for', () => {
    const facts = seenThrough(denseFacts(50, 1))
    facts.columns.entryMonth.fill(monthNumber('2024-12'))
    facts.columns.daysToExit.fill(366)
    expect(countsOf(facts).between(-1, 365)).toMatchObject({ atRisk: { count: 50 }, free: { count: 50 } })
    facts.columns.daysToExit.fill(365)
    expect(countsOf(denseCopy(facts)).between(-1, 365).free.count).toBe(0)
    expect(countsOf(denseCopy(facts)).between(-1, 366).atRisk.count).toBe(0)
  })
})

describe('the curve of whole days', () => {
  test.each([1, 3, 6])(
    'in steps of %i months is the engine’s by single days at 365 and 730 when nobody is censored inside a step',
    (length) => {
      const facts = seenThrough(denseFacts(20_000, 3))
      const [stepped, byDay] = [steppedCurve(countsOf(facts), length), aalenJohansen(riskTable(durationsOf(facts)))]
      expect(byDay.table.times.length).toBeGreaterThan(500)
      for (const day of [365, 730])
        causes.forEach((_, cause) => {
          const [mine, engines] = [stepped, byDay].map((one) => valueAt(one.causes[cause]!.curve, day).estimate)
          expect(engines).toBeGreaterThan(0)
          expect(mine).toBeCloseTo(engines!, 12)
        })
    },
  )
  test('is what the page shows, as far as it rounds', () => {
    const facts = seenThrough(denseFacts(20_000, 3))
    const byDay = aalenJohansen(riskTable(durationsOf(facts)))
    const { horizons } = overTimeOf(askedOf(facts, period, { by: silence }), until)
    expect(horizons.map(({ day }) => day)).toEqual([182, 365, 730])
    for (const { day, values } of horizons.slice(1))
      values!.forEach(({ share, lower }, cause) => {
        const own = valueAt(byDay.causes[cause]!.curve, day)
        expect(share).toBeCloseTo(own.estimate, 3)
        expect(lower).toBeCloseTo(own.lower!, 2)
      })
  })
  test('is near the engine’s when many are censored inside steps: those leave with the step before, whatever became of them', () => {
    const facts = drawn(denseFacts(60_000, 5), (random) => until - Math.floor(random() * 30))
    const [stepped, byDay] = [steppedCurve(countsOf(facts), 1), aalenJohansen(riskTable(durationsOf(facts)))]
    for (const day of [365, 730])
      causes.forEach((_, cause) => {
        const [mine, engines] = [stepped, byDay].map((one) => valueAt(one.causes[cause]!.curve, day).estimate)
        expect(Math.abs(mine! - engines!)).toBeLessThan(0.01)
      })
  })
})

/** Lives drawn day by day, each from a start drawn anew. */
function drawn(facts: Facts, startOf: (random: () => number) => number): Facts {
  const random = seededRandom(17)
  const { entryMonth, daysToExit } = facts.columns
  for (let row = 0; row < facts.size; row++) {
    entryMonth[row] = startOf(random)
    daysToExit[row] = random() < 0.8 ? Math.floor(random() * 900) : -1
  }
  return facts
}

/** Half are seen for exactly a year, half for two: nobody leaves inside a step. */
const seenThrough = (facts: Facts): Facts => drawn(facts, (random) => monthNumber(random() < 0.5 ? '2024-12' : '2023-12'))

/** The same facts with nothing kept of what was derived from them. */
const denseCopy = (facts: Facts): Facts => ({ ...facts })

/** Aalen and Johansen’s of exact counts in steps of whole months. */
function steppedCurve(counts: LifeCounts, length: number): Incidence {
  const ends = Array.from({ length: lastMonth / length }, (_, at) => (at + 1) * length)
  const steps = ends.map((to) => counts.between(lastDayWithin(to - length), lastDayWithin(to)))
  return aalenJohansen({
    ...{ n: steps[0]!.atRisk.count, neverAtRisk: 0, causes: [1, 2, 3], times: Float64Array.from(ends, lastDayWithin) },
    atRisk: Float64Array.from(steps, ({ atRisk }) => atRisk.count),
    events: causes.map((_, cause) => Float64Array.from(steps, ({ events }) => events[cause]!.count)),
  })
}

/** The same persons as a researcher's file would have them: days to the exit, or to the last day seen. */
function durationsOf(facts: Facts): { exit: number[]; cause: number[] } {
  const { entryMonth, daysToExit, exitReason } = facts.columns
  const toWork = columnOf(facts, outcomeDimension('toWorkOrStudy').column)
  const [exit, cause]: [number[], number[]] = [[], []]
  for (let row = 0; row < facts.size; row++) {
    const seen = Math.min(lastDay, daysSeen(entryMonth[row]!, until))
    if (monthsSeen(entryMonth[row]!, until) === 0) continue
    const isEnded = daysToExit[row]! >= 0 && daysToExit[row]! <= seen
    exit.push(isEnded ? daysToExit[row]! : seen)
    const other = exitReason[row] === ExitReason.index('rightSupport') ? 2 : 3
    const ended = toWork[row] === 1 ? 1 : other
    cause.push(isEnded ? ended : 0)
  }
  return { exit, cause }
}
