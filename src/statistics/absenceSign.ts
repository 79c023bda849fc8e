import { valueOf } from '../disclosure/cell.ts'
import type { Cell } from '../disclosure/cell.ts'

/**
 * The sign of a cell without a number, as Statistics Sweden writes them: protected `..`, missing `...`, not asked `....`, not applicable `.` (also where a
 * year's table has no such cell); `undefined` for a number.
 */
export function absenceSign(cell: Cell | undefined): string | undefined {
  if (cell === undefined || cell.kind === 'notApplicable') return '.'
  if (valueOf(cell) !== undefined) return undefined
  return { missing: '...', notAsked: '....' }[cell.kind as string] ?? '..'
}
