import { expect, test } from 'vitest'
import type { Cell, RawSheet } from '../../spreadsheet/cell.ts'
import { readSheet, type SheetReading } from './readSheet.ts'
import { sheetHeadings } from './sheetHeadings.ts'

const run = { startDate: '2019-03-01', endDate: '2025-06-30', esf: false }
const interventions = [
  { id: 'a', name: 'Steget vidare', countingMode: 'volume', ...run },
  { id: 'b', name: 'Bron', countingMode: 'identified', ...run },
  { id: 'c', name: 'Navet', countingMode: 'volume', ...run },
  { id: 'd', name: 'navet ', countingMode: 'volume', ...run },
]
const context = { interventions, historic: [], thisYear: 2026 }
const sheetOf = (...rows: Cell[][]): RawSheet => ({
  ...{ name: 'Blad1', hidden: false, date1904: false },
  rows: rows.map((cells, at) => ({ row: at + 1, cells })),
})
function read(headings: readonly string[], ...rows: Cell[][]): SheetReading {
  const reading = readSheet([sheetOf([...headings], ...rows)], context)
  if (reading.kind === 'none') throw new Error('No template found')
  return reading
}
const counts = (...rows: Cell[][]) => read(sheetHeadings.headCounts, ...rows)
const money = (...rows: Cell[][]) => read(sheetHeadings.money, ...rows)
const historic = (...rows: Cell[][]) => read(sheetHeadings.historic, ...rows)
const problems = (reading: SheetReading) => reading.problems.map(({ row, column, key }) => `${row} ${column}: ${key}`)
const values = (reading: SheetReading) => reading.rows.map((one) => one.value)

test('counts are read', () =>
  expect(values(counts(['Steget vidare', 2024, 12, 9]))).toEqual([{ interventionId: 'a', year: 2024, women: 12, men: 9 }]))
test('names are known again whatever their case and spaces', () => expect(values(counts(['  steget  VIDARE', 2024, 1, 0]))).toHaveLength(1))
test('numbers written as text are read', () =>
  expect(values(counts(['Steget vidare', '2024', '1 200', '3']))[0]).toMatchObject({ women: 1200 }))
test('an unknown intervention is named', () => expect(problems(counts(['Stegt', 2024, 1, 2]))).toEqual(['2 A Insats: unknownIntervention']))
test('two interventions of one name cannot be told apart', () =>
  expect(problems(counts(['Navet', 2024, 1, 2]))).toEqual(['2 A Insats: severalInterventions']))
test('an intervention counted from registrations gets no counts', () =>
  expect(problems(counts(['Bron', 2024, 1, 2]))).toEqual(['2 A Insats: countedFromRows']))
test('a half number is no count', () => expect(problems(counts(['Steget vidare', 2024, 1.5, 2]))).toEqual(['2 C Kvinnor: wholeNumber']))
test('a negative number is no count', () => expect(problems(counts(['Steget vidare', 2024, 1, -2]))).toEqual(['2 D Män: wholeNumber']))
test('one sex alone is not enough; zero is', () => {
  expect(problems(counts(['Steget vidare', 2024, 1, null]))).toEqual(['2 D Män: bothSexes'])
  expect(problems(counts(['Steget vidare', 2024, 1, 0]))).toEqual([])
})
test('a year outside the act is a mistake', () => expect(problems(counts(['Steget vidare', 24, 1, 2]))).toEqual(['2 B År: year']))
test('the same intervention and year twice', () =>
  expect(problems(counts(['Steget vidare', 2024, 1, 2], ['Steget vidare', 2024, 1, 3]))).toEqual(['3 A Insats: repeated']))
test('the good rows are kept beside the bad', () => {
  const reading = counts(['Steget vidare', 2024, 1, 2], ['Stegt', 2024, 1, 2])
  expect([reading.rows.length, reading.problems.length]).toEqual([1, 1])
})
test('every problem of a row is told at once, with what was found', () =>
  expect(counts(['Stegt', 'i fjol', 'x', 2]).problems.map((one) => one.found)).toEqual(['Stegt', 'i fjol', 'x']))
test('rows without figures are left alone', () =>
  expect(counts(['Steget vidare', 2024])).toMatchObject({ rows: [], problems: [], empty: 1 }))

test('kronor become öre', () =>
  expect(values(money(['Bron', 2024, 10, '1 250 000 kr', null]))).toEqual([
    { interventionId: 'b', year: 2024, plannedParticipants: 10, budgetOre: 125_000_000, actualOre: null },
  ]))
test('a total that is the stored one as the template shows it is left as it is, öre and all; any other is read', () => {
  const stored = [{ interventionId: 'b', year: 2024, plannedParticipants: 10, budgetOre: 400_50, actualOre: 99_49 }]
  const again = (...row: Cell[]) =>
    readSheet([sheetOf([...sheetHeadings.money], ['Bron', ...row])], { ...context, money: stored }) as SheetReading
  const place = { interventionId: 'b', plannedParticipants: 11 }
  expect(values(again(2024, 11, 401, '99 kr'))).toEqual([{ ...place, year: 2024 }])
  expect(values(again(2024, 11, 400, null))).toEqual([{ ...place, year: 2024, budgetOre: 400_00, actualOre: null }])
  expect(values(again(2023, 11, 401, 99))).toEqual([{ ...place, year: 2023, budgetOre: 401_00, actualOre: 99_00 }])
})
test('amounts with öre are not whole kronor', () =>
  expect(problems(money(['Bron', 2024, 10, 99.5, 0]))).toEqual(['2 D Budget kr: wholeKronor']))

test('an older figure needs no intervention and no sexes', () =>
  expect(values(historic([2017, null, 'Deltagare', null, null, 42, 'ÅR 2017']))).toEqual([
    { year: 2017, interventionName: null, measure: 'participants', women: null, men: null, total: 42, source: 'ÅR 2017' },
  ]))
test('a missing total is the sum of the sexes', () =>
  expect(values(historic([2017, 'Gamla', 'avslut', 3, 4, null, 'ÅR 2017']))[0]).toMatchObject({ total: 7, measure: 'exits' }))
test('a wrong sum is shown', () => expect(problems(historic([2017, null, 'Deltagare', 3, 4, 8, 'ÅR 2017']))).toEqual(['2 F Totalt: sum']))
test('a personnummer in a text is a problem that does not repeat it', () => {
  const reading = historic([2017, 'Anna 850312-2395', 'Deltagare', null, null, 42, 'Akt 850312\u00a02395'])
  expect(reading.problems.map(({ column, key, found }) => `${column}: ${key} ${found}`)).toEqual([
    'B Insats: personnummer ••••',
    'G Källa: personnummer ••••',
  ])
  expect(reading.rows).toEqual([])
})
test('an older figure needs a known measure and a source', () =>
  expect(problems(historic([2017, null, 'Nöjda', null, null, 42, null]))).toEqual(['2 C Mått: measure', '2 G Källa: source']))
test('a figure that is already there is not recorded again', () => {
  const known = {
    year: 2017,
    interventionName: null,
    measure: 'participants',
    women: null,
    men: null,
    total: 42,
    source: 'ÅR 2017',
  } as const
  const sheet = sheetOf([...sheetHeadings.historic], [2017, null, 'Deltagare', null, null, 42, 'ÅR 2017'])
  expect(readSheet([sheet], { ...context, historic: [known] })).toMatchObject({ rows: [], problems: [], known: 1 })
})

test('headings are found below titles and in any order', () => {
  const sheet = sheetOf(['Vårt år'], ['Män', 'Kvinnor', 'År', 'Insats', 'Egen kolumn'], [9, 12, 2024, 'Steget vidare', 'x'])
  expect(readSheet([sheet], context)).toMatchObject({ kind: 'headCounts', rows: [{ row: 3, value: { women: 12, men: 9 } }] })
})
test('a missing column is named', () =>
  expect(readSheet([sheetOf(['Insats', 'År', 'Kvinnor'], ['Bron', 2024, 3])], context)).toEqual({ kind: 'none', missing: ['Män'] }))
test('a sheet that is no template at all', () =>
  expect(readSheet([sheetOf(['Hej'], ['Bron'])], context)).toEqual({ kind: 'none', missing: [] }))
test.each([2018, 2026])('nobody is counted in %i, when the intervention did not run', (year) =>
  expect(problems(counts(['Steget vidare', year, 1, 2]))).toEqual(['2 B År: notThatYear']),
)
test('a year that has not come has neither counts nor older figures', () => {
  expect(problems(counts(['Steget vidare', 2030, 1, 2]))).toEqual(['2 B År: futureYear'])
  expect(problems(historic([2030, '', 'Deltagare', null, null, 40, 'ÅR 2030']))).toEqual(['2 A År: futureYear'])
})
test('an amount with a dozen noughts is a slip', () =>
  expect(problems(money(['Bron', 2024, 10, 10_000_000_001, 1]))).toEqual(['2 D Budget kr: tooMuch']))
test('more women than the total are too many, though men are not known', () =>
  expect(problems(historic([2019, '', 'Deltagare', 60, null, 50, 'ÅR 2019']))).toEqual(['2 D Kvinnor: moreThanTotal']))
