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
