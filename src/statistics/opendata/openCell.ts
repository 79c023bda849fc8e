import { valueOf, type Cell } from '../../disclosure/cell.ts'
import { absenceSign } from '../absenceSign.ts'

/** An amount of public bodies, which tells of no person and so has nothing to protect; null where nothing is entered. */
export interface Amount {
  kind: 'amount'
  ore: number | null
}

/** What stands in an open table: a protected count, or an amount. */
export type OpenCell = Cell | Amount

/** The number of a cell; `undefined` where it has none. */
export function numberIn(cell: OpenCell): number | undefined {
  return cell.kind === 'amount' ? (cell.ore ?? undefined) : valueOf(cell)
}

/** The sign of a cell without a number, as `absenceSign` has them; an amount that is not entered is missing. */
export function signOf(cell: OpenCell | undefined): string | undefined {
  if (cell?.kind !== 'amount') return absenceSign(cell)
  return cell.ore === null ? '...' : undefined
}
