import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isShown, type Cell } from './cell.ts'
import { withoutCloseCounts } from './closeCounts.ts'
import { shownCell, suppressedCell } from './makeCell.ts'

const policy = { threshold: 5 }
const cellOf = (value: number | null): Cell => (value === null ? suppressedCell() : shownCell(value))
const totals = (women: number | null, men: number | null, all: number | null) => ({
  rowTotals: [cellOf(women), cellOf(men)],
  grandTotal: cellOf(all),
})
const shown = (persons: ReturnType<typeof totals>, participations: ReturnType<typeof totals>): boolean => {
  const { rowTotals, grandTotal } = withoutCloseCounts(persons, participations, policy as never)
  return [...rowTotals, grandTotal].some(isShown)
}

test('persons stand when nobody came twice', () => expect(shown(totals(10, 20, 30), totals(10, 20, 30))).toBe(true))
test('persons stand when many came twice', () => expect(shown(totals(10, 20, 30), totals(17, 25, 42))).toBe(true))
test('persons are hidden when few came twice', () => expect(shown(totals(10, 20, 30), totals(11, 20, 31))).toBe(false))
test('also when the few follow by subtraction', () => expect(shown(totals(10, null, 30), totals(16, 22, 38))).toBe(false))
test('whatever the numbers, no difference of 1–4 is left to be seen', () => {
  const group = fc.tuple(fc.nat({ max: 40 }), fc.nat({ max: 12 }))
  fc.assert(
    fc.property(group, group, ([women, againWomen], [men, againMen]) => {
      const persons = totals(women, men, women + men)
      const participations = totals(women + againWomen, men + againMen, women + againWomen + men + againMen)
      if (!shown(persons, participations)) return
      for (const difference of [againWomen, againMen, againWomen + againMen]) expect(difference === 0 || difference >= 5).toBe(true)
    }),
  )
})
