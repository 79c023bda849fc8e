import { expect, test } from 'vitest'
import type { Drawdown, Grant } from '../grants/domain.ts'
import { commitmentsOf } from './commitments.ts'

const grant = (given: Partial<Grant> = {}) =>
  ({
    interventionId: 'a',
    state: 'agreed',
    from: '2026-01-01',
    to: '2026-12-31',
    leftOre: 1000,
    openOre: 50,
    drawdowns: [],
    ...given,
  }) as unknown as Grant
const of = (given: Partial<Grant>, through: string | null = '2026-06-30', year = 2026, thisYear = 2026) =>
  commitmentsOf([grant(given)], { year, thisYear, through }).get('a')

test('what is left and what is on its way is committed, and of a closed grant where all is booked nothing', () => {
  expect(of({})).toBe(1050)
  expect(of({ state: 'closed' })).toBeUndefined()
})
/** Drawdowns that were paid on these days; those on their way have none. */
const paid = (...days: (string | undefined)[]) =>
  days.map((dated, at) => {
    const steps = [{ act: 'send', dated: '2026-01-01' }, ...(dated ? [{ act: 'pay', dated }] : [])]
    return { amountOre: 10 ** at, state: dated ? 'paid' : 'sent', steps }
  }) as unknown as Drawdown[]
test('what is paid after the last day of the books is in the forecast all the same, though nothing of it is left or open', () => {
  expect(of({ drawdowns: paid('2026-06-30', '2026-07-01', '2026-12-31', '2027-01-01', undefined) })).toBe(1050 + 10 + 100)
  expect(of({ drawdowns: paid('2026-01-01') }, null)).toBe(1050 + 1)
})
test('of a closed grant only what is paid after the last day of the books is committed', () => {
  expect(of({ state: 'closed', drawdowns: paid('2026-06-30', '2026-07-01') })).toBe(10)
  expect(of({ state: 'closed', drawdowns: paid('2026-06-30') })).toBeUndefined()
})
test('a payment moves money from what is left to what is paid: the forecast stands', () => {
  const before = of({ leftOre: 0, openOre: 100, drawdowns: paid(undefined) })
  expect(of({ leftOre: 0, openOre: 99, drawdowns: paid('2026-09-01') })).toBe(before)
})
test('a grant over two years is committed by the days that are left of it', () => {
  // 184 days of 2026 and 365 of 2027 are left.
  expect(of({ to: '2027-12-31' })).toBe(Math.round((1000 * 184) / 549) + 50)
  expect(of({ from: '2026-07-01', to: '2027-06-30' }, null)).toBe(Math.round((1000 * 184) / 365) + 50)
})
test('what is left of days that are over is due all the same', () => expect(of({ to: '2026-05-31' })).toBe(1050))
test('of a grant that was taken back nothing is committed', () =>
  expect(of({ state: 'withdrawn', leftOre: 0, openOre: 0 })).toBeUndefined())
test('what is on its way today is of this year’s forecast, or of the year that its grant begins, never of one that has passed nor of two', () => {
  const over = { from: '2025-01-01', to: '2027-12-31', leftOre: 0 }
  expect([2025, 2026, 2027].map((year) => of(over, null, year))).toEqual([0, 50, 0])
  expect(of({ from: '2027-01-01', to: '2027-12-31', leftOre: 0 }, null, 2027)).toBe(50)
})
test('of a year that has passed nothing is due that was not drawn in it, but what was paid in it', () => {
  expect(of({ drawdowns: paid('2026-12-01', '2027-01-15') }, '2026-11-30', 2026, 2027)).toBe(1000 + 1)
  expect(of({}, '2026-12-31', 2026, 2027)).toBe(0)
})
test('a grant of another year is no commitment of this one', () => {
  expect(of({ from: '2027-01-01', to: '2027-12-31' })).toBeUndefined()
  expect(of({}, null, 2027)).toBeUndefined()
})
test('grants of one intervention add up', () =>
  expect(commitmentsOf([grant(), grant({ leftOre: 10, openOre: 0 })], { year: 2026, thisYear: 2026, through: null }).get('a')).toBe(1060))
