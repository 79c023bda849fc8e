import { isShown } from './cell.ts'
import type { Cell } from './cell.ts'
import { determinedCounts } from './determined.ts'
import type { Sum } from './determined.ts'
import type { ProtectedTable, ProtectionPolicy, Standing } from './protect.ts'
import { withheldInside, withSharedTotals } from './sharedTotals.ts'
import type { KnownTotals } from './sharedTotals.ts'

/** Names of the counts of a table of more than one row and column. */
export interface CountNames {
  /**
   * The name of a count by its row and column; `all` for the totals, `rest` for the subtotal of columns. The same name in two
   * tables is the same count, or one that an attacker would take for it.
   */
  nameOf: (row: number | 'all', column: number | 'all' | 'rest') => string
  /** A fact may be in several columns, so they do not sum to the row's total. */
  hasMultiColumns?: boolean
}

/**
 * The tables that stand in one answer. Each is protected by itself; one that together with those before it would let a hidden
 * count be worked out by sums and equal counts, or leave few of a sum, is withheld inside. Exact linear arithmetic only: it says
 * nothing of bounds.
 */
export class LinkedTables {
  readonly #shown = new Map<string, number>()
  readonly #hidden = new Set<string>()
  readonly #threshold: number
  #sums: readonly Sum[]

  /** @param sums that hold between counts of different tables */
  constructor({ threshold }: ProtectionPolicy, sums: readonly Sum[] = []) {
    this.#threshold = threshold
    this.#sums = sums
  }

  /** How the counts of a table stand in earlier ones. */
  standing({ nameOf }: CountNames): Standing {
    return (row, column) => {
      const name = nameOf(row, column)
      if (this.#shown.has(name)) return 'shown'
      return this.#hidden.has(name) ? 'hidden' : undefined
    }
  }

  /** The table as it may stand beside the earlier ones, with the totals that they show. The order says which goes before which. */
  add(table: ProtectedTable, names: CountNames, known: KnownTotals = table): ProtectedTable {
    const agreed = withSharedTotals(table, known)
    if (this.#accept(agreed, names)) return agreed
    const withheld = withheldInside(table, known)
    // What is withheld must not follow from later tables either, unless it stands openly elsewhere.
    this.#accept(withheld, names, true)
    return withheld
  }

  /** Remembers a table unless it gives something hidden away; of a withheld one, what is not shown elsewhere. */
  #accept(table: ProtectedTable, names: CountNames, isWithheld = false): boolean {
    const cells = namedCells(table, names)
    const shown = new Map(this.#shown)
    for (const [name, cell] of cells) if (isShown(cell)) shown.set(name, cell.value)
    const own = cells.flatMap(([name, cell]) => (isShown(cell) || (isWithheld && shown.has(name)) ? [] : [name]))
    const hidden = new Set([...this.#hidden, ...own])
    const sums = [...this.#sums, ...sumsOf(table, names)]
    if ([...hidden].some((name) => shown.has(name)) || determinedCounts(sums, shown, hidden).length > 0) return false
    if (!isWithheld && sums.some((sum) => this.#leavesFew(sum, shown, hidden))) return false
    for (const [name, value] of shown) this.#shown.set(name, value)
    for (const name of hidden) this.#hidden.add(name)
    this.#sums = sums
    return true
  }

  /** Whether the hidden parts of a shown total are few together. */
  #leavesFew({ total, parts }: Sum, shown: ReadonlyMap<string, number>, hidden: ReadonlySet<string>): boolean {
    const whole = shown.get(total)
    if (whole === undefined || !parts.every((part) => shown.has(part) || hidden.has(part))) return false
    const left = parts.reduce((rest, part) => rest - (shown.get(part) ?? 0), whole)
    return left > 0 && left < this.#threshold
  }
}

function namedCells(table: ProtectedTable, { nameOf }: CountNames): [string, Cell][] {
  const { rows, columns, cells, rowTotals, columnTotals, grandTotal, subtotals, grandSubtotal } = table
  return [
    ...rows.flatMap((_, row) => columns.map((__, column): [string, Cell] => [nameOf(row, column), cells[row]![column]!])),
    ...rows.map((_, row): [string, Cell] => [nameOf(row, 'all'), rowTotals[row]!]),
    ...columns.map((_, column): [string, Cell] => [nameOf('all', column), columnTotals[column]!]),
    [nameOf('all', 'all'), grandTotal],
    ...(subtotals ?? []).map((cell, row): [string, Cell] => [nameOf(row, 'rest'), cell]),
    ...(grandSubtotal ? [[nameOf('all', 'rest'), grandSubtotal] as [string, Cell]] : []),
  ]
}

/** The sums of a table: rows to their totals, columns to theirs; with a subtotal, the first column and the rest make the row's total. */
function sumsOf(table: ProtectedTable, { nameOf, hasMultiColumns = false }: CountNames): Sum[] {
  const lines = [...table.rows.keys(), 'all' as const]
  const columns = [...table.columns.keys()]
  const hasRest = table.subtotals !== undefined
  const along = hasMultiColumns
    ? []
    : lines.map((row) => ({ total: nameOf(row, 'all'), parts: columns.map((column) => nameOf(row, column)) }))
  const rest = hasRest
    ? lines.map((row) => ({ total: nameOf(row, 'rest'), parts: columns.slice(1).map((column) => nameOf(row, column)) }))
    : []
  const ends = [...columns, 'all' as const, ...(hasRest ? (['rest'] as const) : [])]
  const down = ends.map((column) => ({
    total: nameOf('all', column),
    parts: [...table.rows.keys()].map((row) => nameOf(row, column)),
  }))
  return [...along, ...rest, ...down]
}
