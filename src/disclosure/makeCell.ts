import type { Cell, CellForm } from './cell.ts'

// The makers of cells. Nothing outside this folder may import this file (the import test says so).

/** A cell with a value that disclosure control lets through. */
export const shownCell = (value: number): Cell => make({ kind: 'shown', value })
/** A cell hidden by disclosure control, small itself or hidden to protect others: the same on purpose. */
export const suppressedCell = (): Cell => make({ kind: 'suppressed' })

function make(form: CellForm): Cell {
  return Object.freeze(form) as Cell
}
