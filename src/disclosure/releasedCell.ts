import { valueOf } from './cell.ts'
import type { Cell } from './cell.ts'
import { approximateCell, reservedCell, shownCell, suppressedCell } from './makeCell.ts'
import { perturb } from './noise/cellKey.ts'
import type { Noise } from './noise/noise.ts'

/** A true count, and the sum of the keys of what was counted, modulo 2^32. */
export interface Counted {
  count: number
  key: number
}

/** How a cell stands in a publication: as it was released, or planned and not yet released. */
export type PublishedForm = { kind: 'shown'; value: number } | { kind: 'suppressed' } | { kind: 'reserved' }

/**
 * The cell of a free question. What is published, or will be, stands as it does there, always; all else has noise. So no cell is ever seen both
 * exact and with noise.
 */
export function releasedCell({ count, key }: Counted, { table }: Noise, published?: PublishedForm): Cell {
  if (!published) return approximateCell(perturb(table, count, key))
  if (published.kind === 'shown') return shownCell(published.value)
  return published.kind === 'suppressed' ? suppressedCell() : reservedCell()
}

/**
 * The cell of a whole without one of its parts, such as those of whom an outcome is known. Exact when both are exact, hidden when one is;
 * else with noise of its own, since the difference of two approximate counts could be twice as far away.
 */
export function restCell(rest: Counted, whole: Cell, part: Cell, noise: Noise): Cell {
  return exactRest(whole, part) ?? releasedCell(rest, noise)
}

/** The cell of a whole without one of its parts, worked out from what is shown: hidden when one of them is; `undefined` when one has noise. */
export function exactRest(whole: Cell, part: Cell): Cell | undefined {
  for (const cell of [whole, part]) if (valueOf(cell) === undefined) return cell
  return whole.kind === 'shown' && part.kind === 'shown' ? shownCell(whole.value - part.value) : undefined
}
