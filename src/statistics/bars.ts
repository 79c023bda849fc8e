import { valueOf } from '../disclosure/cell.ts'
import type { Cell } from '../disclosure/cell.ts'
import type { FigureTable } from './domain.ts'

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

/** Words in lines of at most so many letters, the last with room for the number. */
export function inLines(text: string, most: number, room: number): string[] {
  const lines: string[] = ['']
  for (const word of text.split(' ')) {
    const longer = [lines.at(-1)!, word].filter(Boolean).join(' ')
    if (longer.length <= most || lines.at(-1) === '') lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines.at(-1)!.length + room > most ? [...lines, ''] : lines
}
