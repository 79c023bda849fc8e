import type { Problem } from './problem.ts'

/** Sums looked at again, for each sum there is; each time something was gained, so it mostly ends long before. */
const mostRounds = 30

/** How far each cell can lie below (`low`, at most 0) and above (`high`) its true count at the very most. */
export interface Farthest {
  low: Float64Array
  high: Float64Array
}

/**
 * Bounds on what the attacker of a scenario could hold possible if everything were hidden that may be, by carrying bounds from sum to sum (interval
 * propagation). No pattern reaches farther. A bound of nought shows at once what linear programmes would take long to show: that the tables themselves
 * (2 = 1 + 1, the noughts beside it shown) give a cell away.
 */
export function farthest({ scenarios, fixed, sums: { rows, columns }, deadline }: Problem, scenario: number): Farthest {
  const { down, up } = scenarios[scenario]!
  const low = down.map((room, cell) => (fixed[cell]! < 0 ? 0 : -room))
  const high = up.map((room, cell) => (fixed[cell]! < 0 ? 0 : room))
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
        if (other !== row && !isWaiting[other]) isWaiting[other] = waiting.push(other) && 1
      }
    }
  }
  return { low, high }
}

/** Narrows the bounds of the cells of one sum by those of the others. Gives the cells that were narrowed. */
function narrow(index: Int32Array, sign: Int8Array, start: number, end: number, low: Float64Array, high: Float64Array): number[] {
  // Finite parts and numbers of infinite ones, of sign · z over the sum.
  let [least, most, endlessDown, endlessUp] = [0, 0, 0, 0]
  for (let at = start; at < end; at++) {
    const cell = index[at]!
    const [from, to] = sign[at]! > 0 ? [low[cell]!, high[cell]!] : [-high[cell]!, -low[cell]!]
    if (from === -Infinity) endlessDown++
    else least += from
    if (to === Infinity) endlessUp++
    else most += to
  }
  const changed: number[] = []
  if (endlessDown > 1 && endlessUp > 1) return changed
  for (let at = start; at < end; at++) {
    const cell = index[at]!
    const isPlus = sign[at]! > 0
    const [from, to] = isPlus ? [low[cell]!, high[cell]!] : [-high[cell]!, -low[cell]!]
    const others = {
      least: endlessDown - (from === -Infinity ? 1 : 0) > 0 ? -Infinity : least - (from === -Infinity ? 0 : from),
      most: endlessUp - (to === Infinity ? 1 : 0) > 0 ? Infinity : most - (to === Infinity ? 0 : to),
    }
    const [newFrom, newTo] = [Math.max(from, -others.most), Math.min(to, -others.least)]
    if (newFrom <= from && newTo >= to) continue
    // Nought is always possible; adding 0 makes −0 nought.
    if (isPlus) [low[cell], high[cell]] = [newFrom + 0, newTo + 0]
    else [low[cell], high[cell]] = [-newTo + 0, -newFrom + 0]
    changed.push(cell)
    least += (newFrom === -Infinity ? 0 : newFrom) - (from === -Infinity ? 0 : from)
    most += (newTo === Infinity ? 0 : newTo) - (to === Infinity ? 0 : to)
    if (from === -Infinity && newFrom > -Infinity) endlessDown--
    if (to === Infinity && newTo < Infinity) endlessUp--
  }
  return changed
}
