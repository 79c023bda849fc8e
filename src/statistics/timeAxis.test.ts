import { describe, expect, test } from 'vitest'
import { statisticsMessages } from './messages.ts'
import { translator } from '../values/catalogue.ts'
import { measures } from './measure.ts'
import { breaksOf } from './seriesBreaks.ts'
import { partsOf, timeRows } from './timeAxis.ts'

const writing = { locale: 'sv', t: translator(statisticsMessages, 'sv') } as const
const codes = (from: string, to: string, unit: 'year' | 'month') =>
  timeRows(partsOf({ from, to }, unit), unit).codes.map(({ code }) => code)

describe('the parts of a period', () => {
  test('are its years', () => expect(codes('2022-01', '2024-12', 'year')).toEqual(['2022', '2023', '2024']))
  test('are as much of the first and last year as it has', () =>
    expect(codes('2022-03', '2024-02', 'year')).toEqual(['2022-03..2022-12', '2023', '2024-01..2024-02']))
  test('are its months, over a new year', () =>
    expect(codes('2023-11', '2024-02', 'month')).toEqual(['2023-11', '2023-12', '2024-01', '2024-02']))
})

describe('breaks in a series', () => {
  const at = (measure: keyof typeof measures, from: string, to: string) =>
    breaksOf(measures[measure], { from, to }, writing).map((one) => one.at)
  test('of participants are at the totals that may differ in definition', () =>
    expect(at('participations', '2015-01', '2022-12')).toEqual(['2018-01', '2020-01']))
  test('outside the period are not told, nor one where it begins', () => expect(at('participations', '2018-01', '2019-12')).toEqual([]))
  test('are not of shares', () => expect(at('to-work-or-study', '2015-01', '2022-12')).toEqual([]))
  test('are where another measure takes over', () => {
    const old = { ...measures.exits, replacedBy: 'participations' }
    expect(breaksOf(old, { from: '2025-01', to: '2026-12' }, writing)).toEqual([
      { at: measures.participations.since, reason: 'måttet ersätts av Deltaganden' },
    ])
  })
})
