import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Cell } from '../../spreadsheet/cell.ts'
import { CostType, Financier } from '../codes.ts'
import type { InterventionYear } from '../domain.ts'
import { readSheet, type SheetReading } from './readSheet.ts'
import { sheetHeadings } from './sheetHeadings.ts'

const run = { startDate: '2019-03-01', endDate: null, countingMode: 'identified' }
const interventions = [
  { id: 'a', name: 'Steget', esf: false, ...run },
  { id: 'b', name: 'Bron', esf: true, ...run },
]
function read(headings: readonly string[], rows: readonly Cell[][], money: readonly InterventionYear[] = []): SheetReading {
  const sheet = {
    name: 'Blad1',
    hidden: false,
    date1904: false,
    rows: [[...headings], ...rows].map((cells, at) => ({ row: at + 1, cells })),
  }
  const reading = readSheet([sheet], { interventions, historic: [], thisYear: 2026, money })
  if (reading.kind === 'none') throw new Error(`No template found: ${reading.missing.join(', ')}`)
  return reading
}
const actuals = (...rows: Cell[][]) => read(sheetHeadings.actuals, rows)
const values = ({ rows }: SheetReading) => rows.map(({ value }) => value)
const problems = (reading: SheetReading) => reading.problems.map(({ row, column, key }) => `${row} ${column}: ${key}`)

describe('a table of actuals', () => {
  test('keeps the öre of an amount that is the recorded one as the template shows it', () => {
    const stored = {
      ...{ interventionId: 'a', year: 2025, plannedParticipants: null, budgetOre: null, actualOre: 500_75 },
      costs: [
        { type: 'staff' as const, budgetOre: null, actualOre: 400_50 },
        { type: 'premises' as const, budgetOre: null, actualOre: 100_25 },
      ],
      financing: [{ party: 'region' as const, amountOre: 49_60 }],
    }
    const rows = [
      ['Steget', 2025, 'Personal', null, 401],
      ['Steget', 2025, 'Lokaler', null, 101],
      ['Steget', 2025, 'Övrigt', 'Region', 50],
    ]
    expect(values(read(sheetHeadings.actuals, rows, [stored]))[0]).toMatchObject({
      actuals: [
        { type: 'staff', actualOre: 400_50 },
        { type: 'premises', actualOre: 101_00 },
      ],
      financing: [{ party: 'region', amountOre: 49_60 }],
    })
  })
  test('has the own money by cost type and that of others by who pays, one record for each intervention and year', () => {
    const reading = actuals(
      ['Steget', 2025, 'Personal', null, 900_000],
      ['Steget', 2025, 'hyra', '', '100 000 kr'],
      ['Steget', 2025, 'Personal', 'Region', 50_000],
      ['Steget', 2025, 'Övrigt', 'Region', 5_000],
      ['Bron', 2025, 'Personal', 'Europeiska socialfonden (ESF+)', 70_000],
    )
    expect(reading).toMatchObject({ kind: 'actuals', problems: [] })
    expect(values(reading)).toEqual([
      {
        ...{ interventionId: 'a', year: 2025, financing: [{ party: 'region', amountOre: 5_500_000 }] },
        actuals: [
          { type: 'staff', actualOre: 90_000_000 },
          { type: 'premises', actualOre: 10_000_000 },
        ],
      },
      { interventionId: 'b', year: 2025, financing: [{ party: 'esf', amountOre: 7_000_000 }] },
    ])
  })

  test('may have months, which add up; a month of another year is told', () => {
    const by = (...rows: Cell[][]) => read([...sheetHeadings.actuals, 'Månad'], rows)
    expect(values(by(['Steget', 2025, 'Personal', null, 10, '2025-01'], ['Steget', 2025, 'Personal', null, 20, 2]))).toEqual([
      { interventionId: 'a', year: 2025, actuals: [{ type: 'staff', actualOre: 3000 }] },
    ])
    expect(problems(by(['Steget', 2025, 'Personal', null, 10, '2024-01'], ['Bron', 2025, 'Personal', null, 10, 13]))).toEqual([
      '2 F Månad: month',
      '3 F Månad: month',
    ])
  })

  test('tells by row what is unknown, guesses nothing, and saves no part of a year with a row to mend', () => {
    const reading = actuals(
      ['Steget', 2025, 'Personal', null, 900_000],
      ['Steget', 2025, 'Personel', null, 1],
      ['Bron', 2025, 'Lokaler', 'Kommunen', 1],
      ['Bron', 2024, 'Lokaler', null, 7],
      ['Steget', 2024, 'Lokaler', 'ESF+', 1],
      ['Okänd', 2025, 'Lokaler', null, 1],
    )
    expect(problems(reading)).toEqual([
      '3 C Kostnadsslag: costType',
      '4 D Finansiär: financier',
      '6 D Finansiär: financier',
      '7 A Insats: unknownIntervention',
    ])
    expect(values(reading)).toEqual([{ interventionId: 'b', year: 2024, actuals: [{ type: 'premises', actualOre: 700 }] }])
  })

  test('refuses money of the Social Fund elsewhere than in its interventions, and the same line twice', () => {
    expect(problems(actuals(['Steget', 2025, 'Personal', Financier.label('esf', 'sv'), 1]))).toEqual(['2 D Finansiär: esfOnly'])
    expect(problems(actuals(['Bron', 2025, 'Personal', null, 1], ['Bron', 2025, 'Löner', null, 2]))).toEqual([
      '3 C Kostnadsslag: repeatedAmount',
    ])
  })

  test('leaves lines without an amount alone', () =>
    expect(actuals(['Steget', 2025, 'Personal', null, null])).toMatchObject({ rows: [], problems: [], empty: 1 }))

  test('loses and doubles no krona, in whatever order its rows are', () => {
    const row = fc.tuple(
      fc.constantFrom(...CostType.codes),
      fc.constantFrom(null, 'Region'),
      fc.integer({ min: 0, max: 1e6 }),
      fc.integer({ min: 1, max: 12 }),
    )
    const unique = fc.uniqueArray(row, {
      selector: ([type, party, , month]) => `${type.code} ${party} ${month}`,
      minLength: 1,
      maxLength: 20,
    })
    fc.assert(
      fc.property(unique, (rows) => {
        const cells = rows.map(([type, party, kronor, month]): Cell[] => ['Steget', 2025, type.label.sv, party, kronor, month])
        const [value] = values(read([...sheetHeadings.actuals, 'Månad'], cells)) as {
          actuals?: { actualOre: number }[]
          financing?: { amountOre: number }[]
        }[]
        const sums = [value!.actuals?.map((one) => one.actualOre) ?? [], value!.financing?.map((one) => one.amountOre) ?? []].map((all) =>
          all.reduce((sum, one) => sum + one, 0),
        )
        const wanted = [null, 'Region'].map((party) => rows.filter((one) => one[1] === party).reduce((sum, one) => sum + one[2] * 100, 0))
        expect(sums).toEqual(wanted)
      }),
    )
  })
})
