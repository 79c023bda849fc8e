// On the embedded database alone
import { expect, test } from 'vitest'
import { translator } from '../../values/catalogue.ts'
import { reportingMessages } from './messages.ts'
import { reportingLink } from './reportingLink.ts'
import { matrixCsv } from './matrixCsv.ts'
import type { PeriodStatus } from './domain.ts'

const period: PeriodStatus = {
  ...{ year: 2024, month: 12, ends: '2024-12-31', due: '2025-02-15', state: 'running', records: false },
  ...{ headCounts: { part: 0, whole: 0 }, money: { part: 1, whole: 2 } },
  ...{ lastRegistered: null, approvedOn: null, reopened: false, daysLate: 0, step: 0 },
}

test('the matrix as CSV has no association that a spreadsheet program would run, and quotes what divides its cells', () => {
  const rowOf = (name: string) => ({
    association: { id: '00000000-0000-4000-8000-000000000000', slug: 'x', name },
    ...{ rhythm: 'tertial' as const, periods: [period] },
  })
  const rows = ['=1+1', 'Norr; Söder'].map(rowOf)
  const file = matrixCsv(
    { year: 2024, today: '2025-01-01', demo: false, rows },
    { t: translator({ ...reportingLink, ...reportingMessages }, 'sv'), locale: 'sv' },
  )
  const lines = new TextDecoder().decode(file.bytes as Uint8Array).split('\r\n')
  expect(lines.slice(-3).map((line) => line.split(';2024')[0])).toEqual([
    expect.stringMatching(/^'=1\+1;/),
    expect.stringMatching(/^"Norr; Söder";/),
    '',
  ])
})
