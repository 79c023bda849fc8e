import { expect, test } from 'vitest'
import { periodFaults } from './domain.ts'

test.each([
  [2025, 12, '2026-12-05', true],
  [2026, 11, '2026-12-01', true],
  [2026, 12, '2026-12-31', false],
  [2026, 12, '2027-01-01', true],
  [2027, 1, '2026-12-31', false],
])('%i-%i may be published on %s: %s', (year, month, today, may) => {
  expect(periodFaults({ year, month }, today).map(({ where, key }) => [where, key])).toEqual(
    may ? [] : [['body.month', 'publication.notEnded']],
  )
})
