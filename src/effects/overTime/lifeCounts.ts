import type { Counted } from '../../disclosure/releasedCell.ts'
import { countedAt, together } from '../../statistics/countedCells.ts'
import type { KeyedTabulation } from '../../statistics/tabulate.ts'
import { causes, lastDay, livesPerLength } from './lifeDimension.ts'
import { daysSeen, lastMonth } from './wholeDays.ts'

/** Those who had not ended by the day `from` and are seen through the day `to`: how many, how many of them ended by then of what, how many did not. */
export interface IntervalCounts {
  atRisk: Counted
  /** In the order of `causes`. */
  events: Counted[]
  free: Counted
}

/** Everybody who is seen equally long: for how many days, how many never ended in them, and by cause how many had ended by each day. */
interface Length {
  days: number
  free: Counted
  ended: { counts: Uint32Array; keys: Uint32Array }[]
}

/** The counts of any days after the start. */
export interface LifeCounts {
  /** The counts of the days after `from` (−1: from the start) up to and with `to`. Who is not seen through all of them is in none. */
  between: (from: number, to: number) => IntervalCounts
}

/**
 * Counts of any days, from one pass over the facts by `lifeDimension(until)`. Each person is in one place of it, so those of some days are the same whichever days are
 * asked for beside them, and so are their keys.
 */
export function lifeCounts(counted: KeyedTabulation, until: number): LifeCounts {
  const lengths = Array.from({ length: lastMonth }, (_, at) => lengthOf(counted, at + 1, until))
  return {
    between: (from, to) => {
      const seen = lengths.filter(({ days }) => days >= to)
      const events = causes.map((_, cause) => together(seen.map((length) => endedIn(length, cause, from, to))))
      const later = seen.flatMap((length) => causes.map((_, cause) => endedIn(length, cause, to, lastDay)))
      const free = together([...seen.map((length) => length.free), ...later])
      return { atRisk: together([...events, free]), events, free }
    },
  }
}

function lengthOf(counted: KeyedTabulation, months: number, until: number): Length {
  const first = months * livesPerLength
  const ended = causes.map((_, cause) => {
    const [counts, keys] = [new Uint32Array(lastDay + 1), new Uint32Array(lastDay + 1)]
    let [count, key] = [0, 0]
    for (let day = 0; day <= lastDay; day++) {
      const cell = first + 1 + day * causes.length + cause
      counts[day] = count += counted.counts[cell]!
      keys[day] = key = (key + counted.keys[cell]!) >>> 0
    }
    return { counts, keys }
  })
  return { days: daysSeen(until - months, until), free: countedAt(counted, first), ended }
}

/** Those who ended of a cause after the day `from` and by the day `to`. */
function endedIn({ ended }: Length, cause: number, from: number, to: number): Counted {
  const { counts, keys } = ended[cause]!
  const [before, beforeKey] = from < 0 ? [0, 0] : [counts[from]!, keys[from]!]
  return { count: counts[to]! - before, key: (keys[to]! - beforeKey) >>> 0 }
}
