/** Observed times of persons, one place per person in every column. Times in whole days, or any other unit that is the same throughout. */
export interface Durations {
  /** When each person was last seen, or had the event. */
  exit: ArrayLike<number>
  /** When each person came under observation; absent: all from the start. A person is at risk at s when entry < s ≤ exit. */
  entry?: ArrayLike<number> | undefined
  /** 0 for who was only last seen then (censored), 1, 2, … for what happened. */
  cause: ArrayLike<number>
}

/** Counts at every distinct time, rising. `events[k]` belongs to `causes[k]`. */
export interface RiskTable {
  n: number
  /** Persons who were never at risk: seen for no time at all after a delayed entry. */
  neverAtRisk: number
  causes: number[]
  times: Float64Array
  atRisk: Float64Array
  events: Float64Array[]
}

/** Above this a table of days would be mostly empty: distinct times are sorted instead. */
const mostDays = 4_000_000
const mostCauses = 255

/**
 * How many were at risk and what happened at each time: one counting pass over whole days, or over sorted distinct times when they are not
 * whole. Throws `RangeError` for negative times, exits before entries and causes that are not whole numbers from 0 to 255.
 * @param only the persons to count, as places in the columns; absent: all
 */
export function riskTable(durations: Durations, only?: ArrayLike<number>): RiskTable {
  const columns = takenOut(durations, only)
  const n = columns.exit.length
  const { last, isWhole, causes } = checked(columns)
  const times = isWhole && last < mostDays ? undefined : distinctTimes(columns)
  const days = times ? placed(columns, times) : columns
  const size = times ? times.length : last + 1
  const { counts, entering, neverAtRisk } = counted(days, size, causes)
  return { n, neverAtRisk, causes, ...kept(times, size, { counts, entering, start: columns.entry ? 0 : n, causes: causes.length }) }
}

interface Columns {
  exit: Float64Array
  entry: Float64Array | undefined
  cause: Float64Array
}

/** The columns of those asked for, all of one kind so that the loops over a million persons stay fast. */
function takenOut({ exit, entry, cause }: Durations, only: ArrayLike<number> | undefined): Columns {
  const taken = (values: ArrayLike<number>): Float64Array => {
    if (!only) return values instanceof Float64Array ? values : Float64Array.from(values)
    const chosen = new Float64Array(only.length)
    for (let at = 0; at < chosen.length; at++) chosen[at] = values[only[at]!]!
    return chosen
  }
  return { exit: taken(exit), entry: entry && taken(entry), cause: taken(cause) }
}

function checked({ exit, entry, cause }: Columns): { last: number; isWhole: boolean; causes: number[] } {
  let [last, isWhole] = [0, true]
  const seen = new Uint8Array(mostCauses + 1)
  for (let at = 0; at < exit.length; at++) {
    const [to, code] = [exit[at]!, cause[at]!]
    if (!(to >= 0 && to < Number.POSITIVE_INFINITY)) throw new RangeError(`${to} is no time`)
    if (!(code >= 0 && code <= mostCauses) || code !== Math.floor(code)) throw new RangeError(`${code} is no cause: 0 … ${mostCauses} are`)
    if (to > last) last = to
    if (to !== Math.floor(to)) isWhole = false
    seen[code] = 1
  }
  for (let at = 0; entry && at < entry.length; at++) {
    const [from, to] = [entry[at]!, exit[at]!]
    if (!(from >= 0 && to >= from)) throw new RangeError(`from ${from} to ${to} is no time of observation`)
    if (from !== Math.floor(from)) isWhole = false
  }
  return { last, isWhole, causes: Array.from(seen, (is, code) => (is ? code : 0)).filter((code) => code > 0) }
}

function distinctTimes({ exit, entry }: Columns): Float64Array {
  const all = new Float64Array(entry ? 2 * exit.length : exit.length)
  all.set(exit)
  if (entry) all.set(entry, exit.length)
  all.sort()
  return all.filter((time, at) => at === 0 || time !== all[at - 1])
}

const placed = ({ exit, entry, cause }: Columns, times: Float64Array): Columns => ({
  exit: exit.map((time) => lastNotAfter(times, time)),
  entry: entry?.map((time) => lastNotAfter(times, time)),
  cause,
})

interface Counted {
  /** Who left at each time: a row for those only last seen, then a row per cause. */
  counts: Int32Array
  /** Who came under observation at each time; undefined when all were there from the start. */
  entering: Int32Array | undefined
  neverAtRisk: number
}

function counted({ exit, entry, cause }: Columns, size: number, causes: readonly number[]): Counted {
  const counts = new Int32Array(size * (causes.length + 1))
  const row = new Int32Array(mostCauses + 1)
  causes.forEach((code, k) => (row[code] = (k + 1) * size))
  if (!entry) {
    for (let at = 0; at < exit.length; at++) counts[row[cause[at]!]! + exit[at]!]!++
    return { counts, entering: undefined, neverAtRisk: 0 }
  }
  const entering = new Int32Array(size)
  let neverAtRisk = 0
  for (let at = 0; at < exit.length; at++) {
    if (entry[at] === exit[at]) {
      neverAtRisk++
      continue
    }
    entering[entry[at]!]!++
    counts[row[cause[at]!]! + exit[at]!]!++
  }
  return { counts, entering, neverAtRisk }
}

/** Keeps the times at which anything happened or anybody left or came. */
function kept(
  times: Float64Array | undefined,
  size: number,
  { counts, entering, start, causes }: Pick<Counted, 'counts' | 'entering'> & { start: number; causes: number },
): Pick<RiskTable, 'times' | 'atRisk' | 'events'> {
  const leaving = counts.slice(0, size)
  for (let k = 1; k <= causes; k++) for (let at = 0; at < size; at++) leaving[at]! += counts[k * size + at]!
  const shown: number[] = []
  for (let at = 0; at < size; at++) if (leaving[at]! > 0 || (entering && entering[at]! > 0)) shown.push(at)
  const atRisk = new Float64Array(shown.length)
  let risk = start
  shown.forEach((at, to) => {
    atRisk[to] = risk
    risk += (entering ? entering[at]! : 0) - leaving[at]!
  })
  const events = Array.from({ length: causes }, (_, k) => Float64Array.from(shown, (at) => counts[(k + 1) * size + at]!))
  return { times: Float64Array.from(shown, (at) => (times ? times[at]! : at)), atRisk, events }
}

/** The place of the last of the rising times that is not after `time`; −1 when all are after. */
export function lastNotAfter(times: ArrayLike<number>, time: number): number {
  let [low, high] = [-1, times.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (times[middle]! <= time) low = middle
    else high = middle - 1
  }
  return low
}
