import { valueOf } from '../../disclosure/cell.ts'
import type { ReachedPoint } from '../domain.ts'
import { assumedShare } from '../missing/bounds.ts'

/** The one that is moved where it can be: design of the outcomes, U1. */
const primary = 12

/**
 * What the share of all, 0 … 1, would be had those not reached done `ratio` times as well as those reached: at 12 months, or at the last point where it can
 * be said. `undefined` where no point has a share of those reached (20 of them, 60 of 100), or all are reached as far as is shown.
 */
export function ifUnreachedDid(points: readonly ReachedPoint[], ratio: number): { months: number; share: number } | undefined {
  const told = points.filter(({ reached }) => reached !== null)
  const point = told.find(({ months }) => months === primary) ?? told.at(-1)
  if (!point) return undefined
  const [x, observed, n] = [point.x, point.known, point.n].map((cell) => valueOf(cell)!) as [number, number, number]
  return n > observed ? { months: point.months, share: assumedShare({ x, observed, missing: n - observed }, ratio)! } : undefined
}
