import type { Cell, CellForm } from './cell.ts'

// The makers of cells. Nothing outside this folder may import this file (the import test says so).

/** A cell with an exact value that disclosure control lets through. */
export const shownCell = (value: number): Cell => make({ kind: 'shown', value })
/** A cell with a value that has noise. */
export const approximateCell = (value: number): Cell => make({ kind: 'approximate', value })
/** A cell hidden by disclosure control, small itself or hidden to protect others: the same on purpose. */
export const suppressedCell = (): Cell => make({ kind: 'suppressed' })
/** A cell of a publication that is planned and not yet released. */
export const reservedCell = (): Cell => make({ kind: 'reserved' })

function make(form: CellForm): Cell {
  return Object.freeze(form) as Cell
}
