import { expect, test } from 'vitest'
import { monthNumber } from '../values/month.ts'
import { defaultPeriod } from './placeStore.ts'

test.each([
  ['data to the end of the year before', '2021-03', '2025-12', '2026-12-05T12:00:00Z', 2025],
  ['the year is not whole in its last month, though there are data of that', '2021-03', '2026-12', '2026-12-05T12:00:00Z', 2025],
  ['nor in its last hour in Stockholm', '2021-03', '2026-12', '2026-12-31T22:59:00Z', 2025],
  ['it is when the next has begun there', '2021-03', '2026-12', '2026-12-31T23:01:00Z', 2026],
  ['data do not reach its end', '2021-03', '2026-11', '2027-02-01T12:00:00Z', 2025],
  ['no year is whole: the first there is', '2026-03', '2026-12', '2026-12-05T12:00:00Z', 2026],
])('%s', (_, first, last, now, year) => {
  const span = { first: monthNumber(first), last: monthNumber(last) }
  expect(defaultPeriod(span, new Date(now))).toEqual({ from: `${year}-01`, to: `${year}-12` })
})
