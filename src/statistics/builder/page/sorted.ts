import type { Tabulated } from '../../domain.ts'
import { drawnValue } from '../../page/lines.ts'

/** The name of a column in an order: the place of the column, or `total`; of a further measure with the measure's place before. */
export function sortKey(measure: number, column: number | 'total'): string {
  return measure === 0 ? String(column) : `${measure}.${column}`
}

/**
 * The order of the rows of tables that stand side by side: as they are (`''`), by name, or by the shown values of a column, large first. What is hidden
 * has no place among the numbers, nor has a count among shares: such rows come last, in the order that they have.
 * @param sort `''`, `label`, or a `sortKey`
 */
export function rowOrder(tables: readonly Tabulated[], sort: string): number[] {
  const [first] = tables
  const order = [...(first?.figures.keys() ?? [])]
  if (sort === '') return order
  if (sort === 'label') {
    const names = first?.rows?.codes.map(({ label }) => label) ?? []
    return order.sort((a, b) => new Intl.Collator('sv').compare(names[a]!, names[b]!))
  }
  const [column, measure = '0'] = sort.split('.').reverse()
  const table = tables[Number(measure)] ?? first!
  const weights = order.map((row) => {
    const figure = column === 'total' && table.rowTotals.length > 0 ? table.rowTotals[row] : table.figures[row]![Number(column) || 0]
    return figure && drawnValue(figure, table.measure.unit)
  })
  return order.sort((a, b) => (weights[b] ?? -1) - (weights[a] ?? -1) || a - b)
}
