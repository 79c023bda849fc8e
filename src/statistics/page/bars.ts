import { valueOf } from '../../disclosure/cell.ts'
import { inLines } from '../../ui/textLines.ts'
import type { Cell } from '../../disclosure/cell.ts'
import type { FigureTable } from '../domain.ts'

/** A bar with its words, placed from the top. */
export interface Bar {
  code: string
  /** The label in lines that fit the width; the number is written after the last. */
  lines: string[]
  cell: Cell
  n: number | undefined
  y: number
}

const letterWidth = 7.4
const lineHeight = 18
const barHeight = 24

/**
 * How long a bar is, 0 … 1, on one scale for all the tables that stand side by side: by the share of the whole where every whole may be
 * shown, since two places differ in size, else by the number.
 */
export function lengthIn(tables: readonly FigureTable[]): (table: FigureTable, n: number) => number {
  const isByShare = tables.every(({ total }) => (valueOf(total) ?? 0) > 0)
  const measured = (table: FigureTable, n: number): number => (isByShare ? n / valueOf(table.total)! : n)
  const largest = Math.max(0, ...tables.flatMap((table) => table.rowTotals.map((cell) => measured(table, valueOf(cell) ?? 0))))
  return (table, n) => (largest === 0 ? 0 : measured(table, n) / largest)
}

/** The rows of a table that are not nought, as bars in a picture of a width in pixels; hidden ones are among them. */
export function barsOf(table: FigureTable, width: number, numberLength: number): { bars: Bar[]; height: number } {
  const most = Math.max(12, Math.floor(width / letterWidth))
  const bars: Bar[] = []
  let y = 0
  for (const [at, { code, label }] of table.rows.entries()) {
    const cell = table.rowTotals[at]!
    const n = valueOf(cell)
    if (n === 0) continue
    const lines = inLines(label, most, numberLength)
    bars.push({ code, lines, cell, n, y })
    y += lines.length * lineHeight + barHeight
  }
  return { bars, height: Math.max(1, y) }
}
