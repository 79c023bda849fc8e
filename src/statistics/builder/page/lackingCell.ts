import { valueOf } from '../../../disclosure/cell.ts'
import type { Cell } from '../../../disclosure/cell.ts'
import type { Figure } from '../../domain.ts'

/** The cell without a number that leaves a share without one; nothing where there are only too few for it. */
export function lackingCell({ value, n }: Figure): Cell | undefined {
  return [value, n].find((cell) => cell !== null && valueOf(cell) === undefined) ?? undefined
}
