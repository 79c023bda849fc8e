import type { Sparse, Sums } from '../tables/rows.ts'
import { noDeadline } from './deadline.ts'

/** Sums looked at again, for each sum there is; each time something was gained, so it mostly ends long before. */
const mostRounds = 30

/** How far each cell can lie below (`low`, at most 0) and above (`high`) its true count. */
export interface Bounds {
  low: Float64Array
  high: Float64Array
}

/**
 * Narrows bounds by carrying them from sum to sum (interval propagation) until nothing changes. No table that keeps all sums and the bounds that were given
 * reaches farther than those that are left; it may well reach less far. Throws `OutOfTime` after the deadline.
 */
export function carryBounds({ rows, columns }: Sums, { low, high }: Bounds, deadline = noDeadline): void {
  const size = rows.start.length - 1
  const isWaiting = new Uint8Array(size).fill(1)
  const waiting = Array.from(isWaiting.keys())
  for (let next = 0; next < waiting.length && next < mostRounds * size; next++) {
    deadline.check()
    const row = waiting[next]!
    isWaiting[row] = 0
    for (const cell of narrow(rows.index, rows.sign, rows.start[row]!, rows.start[row + 1]!, low, high)) {
      for (let at = columns.start[cell]!; at < columns.start[cell + 1]!; at++) {
        const other = columns.index[at]!
        if (other === row || isWaiting[other] === 1) continue
        isWaiting[other] = 1
        waiting.push(other)
      }
    }
  }
}

/** Narrows the bounds of the cells of one sum by those of the others. Gives the cells that were narrowed. */
function narrow(
  index: Int32Array,
  sign: Sparse['sign'],
  start: number,
  end: number,
  low: Float64Array,
  high: Float64Array,
): readonly number[] {
  // Finite parts and numbers of infinite ones, of sign · z over the sum.
  let [least, most, endlessDown, endlessUp] = [0, 0, 0, 0]
  for (let at = start; at < end; at++) {
    const cell = index[at]!
    const isPlus = sign[at]! > 0
    const from = isPlus ? low[cell]! : -high[cell]!
    const to = isPlus ? high[cell]! : -low[cell]!
    if (from === -Infinity) endlessDown++
    else least += from
    if (to === Infinity) endlessUp++
    else most += to
  }
  if (endlessDown > 1 && endlessUp > 1) return none
  let changed: number[] | undefined
  for (let at = start; at < end; at++) {
    const cell = index[at]!
    const isPlus = sign[at]! > 0
    const from = isPlus ? low[cell]! : -high[cell]!
    const to = isPlus ? high[cell]! : -low[cell]!
    const [isEndlessDown, isEndlessUp] = [from === -Infinity, to === Infinity]
    const isEndlessBeside = { down: endlessDown > (isEndlessDown ? 1 : 0), up: endlessUp > (isEndlessUp ? 1 : 0) }
    const othersLeast = isEndlessBeside.down ? -Infinity : least - (isEndlessDown ? 0 : from)
    const othersMost = isEndlessBeside.up ? Infinity : most - (isEndlessUp ? 0 : to)
    if (-othersMost <= from && -othersLeast >= to) continue
    const newFrom = Math.max(from, -othersMost)
    const newTo = Math.min(to, -othersLeast)
    // Nought is always possible; adding 0 makes −0 nought.
    low[cell] = (isPlus ? newFrom : -newTo) + 0
    high[cell] = (isPlus ? newTo : -newFrom) + 0
    if (changed) changed.push(cell)
    else changed = [cell]
    least += (newFrom === -Infinity ? 0 : newFrom) - (isEndlessDown ? 0 : from)
    most += (newTo === Infinity ? 0 : newTo) - (isEndlessUp ? 0 : to)
    if (isEndlessDown && newFrom > -Infinity) endlessDown--
    if (isEndlessUp && newTo < Infinity) endlessUp--
  }
  return changed ?? none
}

const none: readonly number[] = []
