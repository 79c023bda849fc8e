import { expect, test } from 'vitest'
import { cellFaults, cellsOf, changesOf, grouped, parseWhole, placeOfFault, sumOf, type YearCells } from './yearDraft.ts'

const intervention = { id: 'i', name: 'Steget', countingMode: 'volume', esf: false, ownerId: 'o', ownerName: 'Provkommun' }
const headCount = { interventionId: 'i', year: 2024, women: 4, men: 3 }
const money = { interventionId: 'i', year: 2024, plannedParticipants: 10, budgetOre: 125_000_050, actualOre: null }
const row = { intervention, headCount, money }
const shown = cellsOf(row)
const typed = (changed: Partial<YearCells>): YearCells => ({ ...shown, ...changed })

test.each([
  ['1 250 000', 1_250_000],
  ['1\u00a0250', 1250],
  ['500 kr', 500],
  ['0', 0],
])('%s is read as %d', (text, value) => expect(parseWhole(text)).toBe(value))
test.each(['', '-3', '1,5', '1.5', '1e3', 'tolv'])('%s is no whole number', (text) => expect(parseWhole(text)).toBeUndefined())
test('what is shown can be typed back', () => expect(parseWhole(grouped(1_234_567))).toBe(1_234_567))

test('öre are shown as whole kronor', () => expect(shown.budget).toBe('1\u00a0250\u00a0001'))
test('a row nobody has changed has nothing to record', () =>
  expect(changesOf(row, shown, 2024)).toEqual({ headCount: undefined, money: undefined }))
test('only the columns that differ are recorded: the others stand as they are by now, to the öre', () => {
  const place = { interventionId: 'i', year: 2024 }
  expect(changesOf(row, typed({ planned: '12' }), 2024).money).toEqual({ ...place, plannedParticipants: 12 })
  expect(changesOf(row, typed({ budget: '7', actual: '0' }), 2024).money).toEqual({ ...place, budgetOre: 7_00, actualOre: 0 })
})
test('an emptied amount is recorded as none', () => expect(changesOf(row, typed({ budget: '' }), 2024).money?.budgetOre).toBeNull())
test('counts are recorded apart from money', () =>
  expect(changesOf(row, typed({ men: '5' }), 2024)).toEqual({ headCount: { ...headCount, men: 5 }, money: undefined }))
test('an intervention counted from registrations never gets counts', () => {
  const identified = { ...row, headCount: null, intervention: { ...intervention, countingMode: 'identified' } }
  expect(changesOf(identified, { ...cellsOf(identified), women: '1', men: '1' }, 2024).headCount).toBeUndefined()
})

test('each wrong cell is told', () =>
  expect(cellFaults(typed({ planned: 'x', budget: '1,5', women: '100 001' }), shown)).toEqual({
    planned: 'interventions.wholeNumber',
    budget: 'interventions.wholeKronor',
    women: 'interventions.tooMuch',
  }))
test('women without men, or counts taken away, need a zero', () => {
  const none = typed({ women: '', men: '' })
  expect(cellFaults(typed({ men: '' }), none)).toEqual({ men: 'interventions.writeZero' })
  expect(cellFaults(none, shown)).toEqual({ women: 'interventions.writeZero', men: 'interventions.writeZero' })
  expect(cellFaults(none, none)).toEqual({})
})
test('a column sums what is there, and is silent about nothing', () => {
  expect(sumOf([shown, typed({ women: '' }), typed({ women: '6' })], 'women')).toBe(10)
  expect(sumOf([shown], 'actual')).toBeUndefined()
})
test('a server fault is placed at its cell', () => {
  expect(placeOfFault('body.rows.3.budgetOre', 'planned')).toEqual({ sent: 3, column: 'budget' })
  expect(placeOfFault('body.rows.1', 'women')).toEqual({ sent: 1, column: 'women' })
  expect(placeOfFault('params.associationId', 'women')).toBeUndefined()
})
test('thousands are set apart as in the language, and read back', () => {
  expect([grouped(769000), grouped(769000, 'en')]).toEqual(['769\u00a0000', '769,000'])
  expect([parseWhole('769,000', 'en'), parseWhole('769,000'), parseWhole('7,69', 'en')]).toEqual([769000, undefined, undefined])
})
test('nobody is counted in a year that has not come, but it may be planned', () => {
  const typed = { planned: '10', women: '4', men: '3', budget: '', actual: '' }
  const none = { planned: '', women: '', men: '', budget: '', actual: '' }
  expect(cellFaults(typed, none, { isFuture: true })).toEqual({
    women: 'interventions.futureYear',
    men: 'interventions.futureYear',
  })
})
