import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { findIdentity } from './identity.ts'
import { matchColumns } from './match.ts'
import { holdsPersons } from './personRows.ts'

const today = '2026-06-30'

function holds(headings: string[], ...rows: (string | number)[][]): boolean {
  const table = rows.map((cells, at) => ({ row: at + 2, cells }))
  const identity = findIdentity(headings, table, today).columns
  return holdsPersons(matchColumns(headings, table, { today, municipalities: [], interventions: [], identity }), identity)
}

test('a list of participants holds persons', () => expect(holds(['Start', 'Född', 'Kön'], ['2024-03-01', 1985, 'K'])).toBe(true))
test('a list of names holds persons', () => expect(holds(['Namn', 'Grupp'], ['Anna Testström', 'A'])).toBe(true))
test('head-counts do not', () => expect(holds(['Insats', 'År', 'Kvinnor', 'Män'], ['Steget vidare', 2024, 12, 9])).toBe(false))
test('money does not', () =>
  expect(holds(['År', 'Budget', 'Utfall', 'Kommentar'], [2024, 1_200_000, 1_150_000, 'Lägre hyra än väntat'])).toBe(false))

test('nothing here needs more than a browser’s worker has', () => {
  const folder = new URL('.', import.meta.url)
  const files = readdirSync(folder).filter((name) => !name.endsWith('.test.ts'))
  const bound = files.filter((name) => /from 'node:|process\.|document\.|window\.|Buffer/.test(readFileSync(new URL(name, folder), 'utf8')))
  expect(bound).toEqual([])
})
