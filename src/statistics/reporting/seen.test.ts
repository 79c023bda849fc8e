import { describe, expect, test } from 'vitest'
import { noise, noiseThatShows, silence } from '../../../test/noise.ts'
import { periodsOf } from '../../interventions/periods/rhythm.ts'
import { mondayOf } from './registeredStore.ts'
import { isSeen, lastSeenMonth } from './seen.ts'

test.each([
  ['2026-11-22', '2026-11-16'],
  ['2026-11-23', '2026-11-23'],
  ['2027-01-01', '2026-12-28'],
])('the week of %s began on %s', (day, monday) => expect(mondayOf(day)).toBe(monday))

describe('what is seen', () => {
  test('is not nought, and nought never is', () => {
    const keys = Array.from({ length: 500 }, (_, at) => (at * 8_589_935 + 17) >>> 0)
    expect(keys.some((key) => isSeen({ count: 0, key }, noise))).toBe(false)
    expect(keys.every((key) => isSeen({ count: 8, key }, noise))).toBe(true)
  })
  test('is for one person mostly not, and sometimes: neither yes nor no is certain', () => {
    const seen = Array.from({ length: 2000 }, (_, at) => isSeen({ count: 1, key: (at * 2_147_483 + 5) >>> 0 }, noise))
    expect(seen.filter(Boolean).length / seen.length).toBeCloseTo(0.2, 1)
  })
})

describe('the last month with registrations', () => {
  const [first] = periodsOf(2025, { rhythm: 'tertial', interimDays: 30, annualDays: 46 })
  const inMonth = (month: number) => (_association: string, _lastMonth: number, registered: number) => ({
    ...{ count: registered === month ? 9 : 0, key: 3 },
  })
  const last = (month: number, shown = silence) => lastSeenMonth(inMonth(month), 'a', first!, { noise: shown, thisMonth: 2025 * 12 + 7 })
  test('is found from January of the year to this month', () => {
    expect(last(2025 * 12)).toBe('2025-01')
    expect(last(2025 * 12 + 7)).toBe('2025-08')
    expect(last(2024 * 12 + 11)).toBeNull()
  })
  test('follows from what is shown alone', () => {
    const all = noiseThatShows(() => 5)
    expect(last(2025 * 12, all)).toBe(last(2025 * 12 + 3, all))
  })
})
