import { valueOf, type Cell } from '../../disclosure/cell.ts'
import { leastBase, partOf } from '../../disclosure/share.ts'
import type { SingleDimension } from '../../statistics/dimension.ts'
import type { Asked } from '../../statistics/question.ts'
import { releasedCells } from '../../statistics/releasedCells.ts'
import type { Counting } from '../../statistics/releasedTable.ts'
import type { MonthPoint } from '../domain.ts'

interface PointAsked {
  months: number
  dimension: SingleDimension
  /** Those who are counted, where they have a cell already. */
  whole: Cell | undefined
}

/**
 * The cells of a month, `undefined` where they may not be seen: then it would tell that all of a group have the same.
 * `few` below 20: a part of so few says more of chance than of anything else.
 */
export function pointOf(
  { releasing }: Asked,
  counting: Counting,
  { months, dimension, whole }: PointAsked,
): MonthPoint | 'few' | undefined {
  const n = whole ?? releasedCells(releasing, { ...counting, axes: [] })[0]!
  if ((valueOf(n) ?? 0) < leastBase) return 'few'
  const cells = releasedCells(releasing, { ...counting, axes: [dimension] }).map((cell) => partOf(cell, n))
  return cells.every((cell) => valueOf(cell) !== undefined) ? { months, n, cells } : undefined
}
