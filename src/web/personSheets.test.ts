import { expect, test } from 'vitest'
import type { Cell } from '../spreadsheet/cell.ts'
import { sheetHeadings } from '../interventions/sheets/sheetHeadings.ts'
import { sheetsHoldPersons } from './personSheets.ts'

const known = [{ name: 'Anna Testström' }, { name: 'Steget' }]
const sheet = (hidden: boolean, ...rows: Cell[][]) => ({
  ...{ name: 'Blad', hidden, date1904: false },
  rows: rows.map((cells, at) => ({ row: at + 1, cells })),
})
const holds = (...sheets: ReturnType<typeof sheet>[]): boolean => sheetsHoldPersons(sheets, known, '2026-06-30')
const counts = sheet(false, [...sheetHeadings.headCounts], ['Steget', 2024, 12, 9], ['Anna Testström', 2024, 3, 4])

test('counts of interventions are let through, also when an intervention is called like a person', () => expect(holds(counts)).toBe(false))
test('money is let through', () =>
  expect(holds(sheet(false, [...sheetHeadings.money], ['Steget', 2024, 20, 1_250_000, 1_190_000]))).toBe(false))
test('older figures are let through, source and all', () =>
  expect(
    holds(
      sheet(
        false,
        [...sheetHeadings.historic],
        [2017, null, 'Deltagare', 30, 12, 42, 'Årsredovisning 2017, sidan 14, tabell 3, enligt SUS'],
      ),
    ),
  ).toBe(false))
test('a list of participants is not', () =>
  expect(holds(sheet(false, ['Insats', 'Start', 'Född', 'Kön'], ['Steget', '2024-03-01', 1985, 'K']))).toBe(true))
test('a personnummer in a template is not', () =>
  expect(holds(sheet(false, [...sheetHeadings.headCounts, 'Personnr'], ['Steget', 2024, 1, 0, '19811218-9876']))).toBe(true))
test('a list on a hidden sheet beside the counts is not', () =>
  expect(holds(counts, sheet(true, ['Namn', 'Start', 'Född'], ['Kalle Provgren', '2024-03-01', 1985]))).toBe(true))
