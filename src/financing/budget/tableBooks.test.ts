import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Cell, RawSheet } from '../../spreadsheet/cell.ts'
import { Books } from './books.ts'
import { compareRows } from './compare.ts'
import { placeBooks } from './place.ts'
import { readTableBooks } from './tableBooks.ts'

const sheet = (rows: Cell[][], more: Partial<RawSheet> = {}): RawSheet => ({
  ...{ name: 'Blad1', hidden: false, date1904: false, rows: rows.map((cells, at) => ({ row: at + 1, cells })) },
  ...more,
})
const heading = ['Konto', 'Kontonamn', 'Datum', 'Projekt', 'Belopp']
const read = (...rows: Cell[][]) => readTableBooks([sheet([['Huvudbok 2026'], [], heading, ...rows])])
const faults = (...rows: Cell[][]) => {
  const found = read(...rows)
  return 'faults' in found ? found.faults : []
}
const booksOf = (...rows: Cell[][]) => {
  const found = read(...rows)
  if ('faults' in found) throw new Error(JSON.stringify(found.faults))
  return found.books
}

describe('a table of booked amounts', () => {
  test('is read below its titles, with days, projects and amounts as people and spreadsheets write them', () => {
    const books = booksOf(
      ['5010', 'Hyra', { date: '2026-01-31' }, 'P1', 1200.5],
      ['7010', 'Lön', '2026-02-28', null, '−1 000,25'],
      ['Summa', null, null, null, 200.25],
    )
    expect(Books.parse(books)).toMatchObject({
      ...{ year: 2026, sieType: 'table', through: '2026-02-28' },
      accounts: [{ account: '5010', name: 'Hyra' }, { account: '7010' }],
      objects: [{ dimension: '6', object: 'P1' }],
      rows: [
        { account: '5010', dated: '2026-01-31', objects: [['6', 'P1']], amountOre: 120_050 },
        { amountOre: -100_025, objects: [] },
      ],
    })
  })
  test('may have debit and credit, months or a year instead', () => {
    const months = readTableBooks([
      sheet([
        ['Konto', 'Period', 'Debet', 'Kredit'],
        [5010, 202603, 10, null],
        [3010, '2026-04', null, 30],
      ]),
    ])
    expect(months).toMatchObject({
      books: {
        through: '2026-04-30',
        rows: [
          { month: '202603', amountOre: 1000 },
          { month: '202604', amountOre: -3000 },
        ],
      },
    })
    const year = readTableBooks([
      sheet([
        ['Konto', 'År', 'Utfall'],
        ['5010', '2026', 5],
      ]),
    ])
    expect(year).toMatchObject({ books: { year: 2026, through: null, rows: [{ month: null, dated: null, amountOre: 500 }] } })
  })
  test('leaves out the balance sheet, but not accounts of VAT', () => {
    const rows: Cell[][] = [
      heading,
      ['1930', 'Bank', '2026-01-01', null, 5],
      ['1687', 'Moms', '2026-01-01', null, 2],
      ['5010', '', '2026-01-01', null, 3],
    ]
    expect(readTableBooks([sheet(rows)], (account) => account === '1687')).toMatchObject({
      books: { rows: [{ account: '1687' }, { account: '5010' }] },
    })
  })
  test('is told by row what cannot be read, and nothing is guessed', () => {
    expect(
      faults(
        ['50A0', '', '2026-01-01', null, 1],
        ['5010', '', '2026-01-01', null, 'mycket'],
        ['5010', '', 'i våras', null, 1],
        ['5010', '', null, null, 1],
      ),
    ).toEqual([
      { key: 'badAccount', args: { row: 4, given: '50A0' } },
      { key: 'badAmount', args: { row: 5, given: 'mycket' } },
      { key: 'badDay', args: { row: 6, given: 'i våras' } },
      { key: 'badDay', args: { row: 7, given: '' } },
    ])
    expect(faults(['5010', '', '2026-01-01', null, 1], ['5010', '', '2025-12-31', null, 1])).toMatchObject([{ key: 'manyYears' }])
    expect(faults(['1930', '', '2026-01-01', null, 1])).toMatchObject([{ key: 'noRows' }])
    expect(readTableBooks([sheet([['Konto', 'Namn']])])).toMatchObject({ faults: [{ key: 'noHeadings' }] })
  })
  test('with a formula that gives an error is not read: it would count as nothing', () => {
    const rows: Cell[][] = [heading, ['5010', '', '2026-01-01', null, null]]
    expect(readTableBooks([sheet(rows, { errorCells: new Set(['2 4']) })])).toEqual({ faults: [{ key: 'errorCell', args: { row: 2 } }] })
  })
  test('counts every row once, whatever it lacks, and is the same again in another order', () => {
    const key = {
      dimension: '6',
      restIsAdministration: true,
      accounts: [{ from: 5000, to: 5999, kind: 'premises' as const }],
      objects: [{ object: 'P1', means: 'administration' as const }],
    }
    const row = fc.tuple(fc.integer({ min: -99_999, max: 99_999 }), fc.constantFrom('P1', null), fc.constantFrom('2026', '2026'))
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 20 }), (all) => {
        const table = (rows: typeof all) => {
          const found = readTableBooks([
            sheet([['Konto', 'År', 'Projekt', 'Belopp'], ...rows.map(([ore, project, year]) => ['5010', year, project, ore / 100])]),
          ])
          return 'books' in found ? found.books.rows : []
        }
        const rows = table(all)
        const sum = all.reduce((total, [ore]) => total + ore, 0)
        expect(placeBooks(rows, key).administration.get('premises')).toBe(sum)
        expect(compareRows(rows, table(all.toReversed())).isSame).toBe(true)
        expect(compareRows([], rows).accounts).toEqual(sum === 0 ? [] : [{ account: '5010', beforeOre: 0, afterOre: sum }])
      }),
    )
  })
})
