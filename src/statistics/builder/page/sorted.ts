import { valueOf } from '../../../disclosure/cell.ts'
import type { Figure, Tabulated } from '../../domain.ts'

/** What a figure is sorted by: its share where it has one, else its number; nothing for what is not shown, which comes last. */
export function weightOf({ share, value }: Figure): number | undefined {
  return share?.share ?? valueOf(value)
}

/**
 * The order of the rows of a table: as they are (`''`), by name, or by the shown values of a column, large first. What is hidden has no place among the
 * numbers: hidden rows come last, in the order that they have.
 * @param sort `''`, `label`, `total`, or the place of a column
 */
export function rowOrder(table: Tabulated, sort: string): number[] {
  const order = [...table.figures.keys()]
  if (sort === '') return order
  if (sort === 'label') {
    const names = table.rows?.codes.map(({ label }) => label) ?? []
    return order.sort((a, b) => new Intl.Collator('sv').compare(names[a]!, names[b]!))
  }
  const weights = order.map((row) => {
    const figure = sort === 'total' && table.rowTotals.length > 0 ? table.rowTotals[row] : table.figures[row]![Number(sort) || 0]
    return figure && weightOf(figure)
  })
  return order.sort((a, b) => (weights[b] ?? -1) - (weights[a] ?? -1) || a - b)
}
