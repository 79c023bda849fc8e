import { isApproximate, valueOf } from './cell.ts'
import type { Cell } from './cell.ts'
import { suppressedCell } from './makeCell.ts'

/**
 * Whether a row tells that all of its group have one and the same of what the codes are about: a single cell is not nought. Judged by what would be
 * shown, so that hiding tells nothing else; since noughts stay noughts, every row that truly has one single is among them.
 */
export function isLone(row: readonly Cell[]): boolean {
  let more = 0
  for (const cell of row) {
    const value = valueOf(cell)
    if (value === undefined) return false
    if (value > 0) more++
  }
  return more === 1
}

/** The cell without its number when its row may not be seen. What is published stands as it is: there the exact engine has had its say. */
export function hideWhere(isHidden: boolean, cell: Cell): Cell {
  return isHidden && isApproximate(cell) ? suppressedCell() : cell
}
