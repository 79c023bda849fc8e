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

/**
 * How many were at risk and what happened at each time: one counting pass over whole days, or over sorted distinct times when they are not
 * whole. Throws `RangeError` for negative times, exits before entries and causes that are not whole numbers from 0.
 * @param only the persons to count, as places in the columns; absent: all
 */
export function riskTable({ exit, entry, cause }: Durations, only?: ArrayLike<number>): RiskTable {
  const n = only ? only.length : exit.length
  const place = (at: number): number => (only ? only[at]! : at)
  const scale = timeScale(exit, entry, n, place)
  const causes = distinctCauses(cause, n, place)
  const slot = new Int32Array((causes.at(-1) ?? 0) + 1).fill(-1)
  causes.forEach((code, k) => (slot[code] = k))
  const leaving = new Float64Array(scale.size + 1)
  const entering = new Float64Array(scale.size + 1)
  const events = causes.map(() => new Float64Array(scale.size))
  let neverAtRisk = 0
  for (let at = 0; at < n; at++) {
    const person = place(at)
    const out = scale.of(exit[person]!)
    if (entry) {
      const from = scale.of(entry[person]!)
      if (from >= out) {
        neverAtRisk++
        continue
      }
      entering[from]!++
    }
    leaving[out]!++
    if (cause[person] !== 0) events[slot[cause[person]!]!]![out]!++
  }
  return { n, neverAtRisk, causes, ...kept(scale.times, entering, leaving, events, entry ? 0 : n) }
}

/** Keeps the times at which anything happened or anybody left or came. */
function kept(times: Float64Array, entering: Float64Array, leaving: Float64Array, events: Float64Array[], start: number) {
  let size = 0
  for (let at = 0; at < times.length; at++) if (leaving[at]! > 0 || entering[at]! > 0) size++
  const shown = { times: new Float64Array(size), atRisk: new Float64Array(size), events: events.map(() => new Float64Array(size)) }
  let [risk, to] = [start, 0]
  for (let at = 0; at < times.length; at++) {
    if (leaving[at] === 0 && entering[at] === 0) continue
    shown.times[to] = times[at]!
    shown.atRisk[to] = risk
    for (let k = 0; k < events.length; k++) shown.events[k]![to] = events[k]![at]!
    risk += entering[at]! - leaving[at]!
    to++
  }
  return shown
}

interface TimeScale {
  size: number
  times: Float64Array
  of(time: number): number
}

function timeScale(exit: ArrayLike<number>, entry: ArrayLike<number> | undefined, n: number, place: (at: number) => number): TimeScale {
  let [last, whole] = [0, true]
  for (let at = 0; at < n; at++) {
    const person = place(at)
    const [to, from] = [exit[person]!, entry ? entry[person]! : 0]
    if (!(from >= 0 && to >= from && to < Number.POSITIVE_INFINITY)) throw new RangeError(`from ${from} to ${to} is no time of observation`)
    if (to > last) last = to
    whole &&= Number.isInteger(to) && Number.isInteger(from)
  }
  if (whole && last < mostDays) return { size: last + 1, times: Float64Array.from({ length: last + 1 }, (_, at) => at), of: (time) => time }
  return sortedScale(exit, entry, n, place)
}

function sortedScale(exit: ArrayLike<number>, entry: ArrayLike<number> | undefined, n: number, place: (at: number) => number): TimeScale {
  const all = new Float64Array(entry ? 2 * n : n)
  for (let at = 0; at < n; at++) {
    all[at] = exit[place(at)]!
    if (entry) all[n + at] = entry[place(at)]!
  }
  all.sort()
  const times = all.filter((time, at) => at === 0 || time !== all[at - 1])
  return { size: times.length, times, of: (time) => lastNotAfter(times, time) }
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

function distinctCauses(cause: ArrayLike<number>, n: number, place: (at: number) => number): number[] {
  const seen = new Uint8Array(256)
  for (let at = 0; at < n; at++) {
    const code = cause[place(at)]!
    if (!Number.isInteger(code) || code < 0 || code > 255) throw new RangeError(`${code} is no cause: 0 … 255 are`)
    seen[code] = 1
  }
  return Array.from(seen, (is, code) => (is ? code : 0)).filter((code) => code > 0)
}
