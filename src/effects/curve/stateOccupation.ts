import { seededRandom } from '../../probability/seededRandom.ts'
import type { StepCurve } from './aalenJohansen.ts'
import { lastNotAfter } from './durations.ts'
import { leastResamples } from './restrictedMean.ts'

/** A person's stay in a state: from (not counted) to (counted), and the state then entered; undefined when only last seen there. */
export interface Stay {
  person: number
  state: number
  from: number
  to: number
  next?: number | undefined
}

/** The share in each state over time, numbered as in the stays. */
export interface Occupation {
  times: Float64Array
  states: StepCurve[]
}

/**
 * State occupation over several states: from where all begin, at each time the shares move by d_gh/Y_g for each change g → h, Y_g those in g
 * just before (from < s ≤ to). States that nobody leaves need no stays. Holds also when what happens next depends on the past.
 * S. Datta and G. A. Satten, Statist. Probab. Lett. 55 (2001) 403–411. Throws `RangeError` for stays that end before they begin.
 * @param begin the shares at the start, one per state
 */
export function stateOccupation(stays: readonly Stay[], begin: readonly number[]): Occupation {
  const wrong = stays.find(({ from, to, state, next = 0 }) => !(from >= 0 && to >= from && state in begin && next in begin))
  if (wrong) throw new RangeError(`no stay: ${JSON.stringify(wrong)}`)
  const times = Float64Array.from(new Set(stays.flatMap(({ from, to }) => [from, to]))).sort()
  const places = new Map([...times].map((time, at) => [time, at]))
  const size = begin.length
  const change = Array.from({ length: size }, () => new Float64Array(times.length + 1))
  const moves = new Map<number, Float64Array>()
  for (const { state, from, to, next } of stays) {
    if (from === to) continue
    const [begins, ends] = [places.get(from)!, places.get(to)!]
    // At risk from the time after `from` up to and at `to`.
    change[state]![begins + 1]!++
    if (ends + 1 < times.length) change[state]![ends + 1]!--
    if (next === undefined || next === state) continue
    const own = moves.get(ends) ?? new Float64Array(size * size)
    own[state * size + next]!++
    moves.set(ends, own)
  }
  return { times, states: walked(times, begin, change, moves) }
}

function walked(times: Float64Array, begin: readonly number[], change: Float64Array[], moves: Map<number, Float64Array>): StepCurve[] {
  const size = begin.length
  let shares = [...begin]
  const risk = begin.map(() => 0)
  const values = begin.map(() => new Float64Array(times.length))
  for (let at = 0; at < times.length; at++) {
    for (let g = 0; g < size; g++) risk[g]! += change[g]![at]!
    const own = moves.get(at)
    if (own) {
      const after = [...shares]
      for (let g = 0; g < size; g++) {
        for (let h = 0; h < size; h++) {
          const moved = own[g * size + h]! > 0 ? (shares[g]! * own[g * size + h]!) / risk[g]! : 0
          after[g]! -= moved
          after[h]! += moved
        }
      }
      shares = after
    }
    for (let g = 0; g < size; g++) values[g]![at] = shares[g]!
  }
  return values.map((value, g) => ({ times, value, variance: new Float64Array(times.length).fill(Number.NaN), before: begin[g]! }))
}

/** The share in a state at a time. */
export function shareAt({ times, states }: Occupation, state: number, time: number): number {
  const at = lastNotAfter(times, time)
  return at < 0 ? states[state]!.before : states[state]!.value[at]!
}

/** Standard errors of all shares at some times, by resampling persons with their stays, seeded; one row per time. Throws `RangeError` below 500 resamples. */
export function bootstrapOccupation(
  stays: readonly Stay[],
  begin: readonly number[],
  { at, resamples, seed }: { at: readonly number[]; resamples: number; seed: number },
): number[][] {
  if (resamples < leastResamples) throw new RangeError(`${resamples} resamples are too few: ${leastResamples} at least`)
  const persons = [...Map.groupBy(stays, ({ person }) => person).values()]
  const random = seededRandom(seed)
  const sums = at.map(() => begin.map(() => ({ sum: 0, squares: 0 })))
  for (let round = 0; round < resamples; round++) {
    const drawn = persons.flatMap(() => persons[Math.floor(random() * persons.length)]!)
    const found = stateOccupation(drawn, begin)
    at.forEach((time, row) =>
      sums[row]!.forEach((kept, state) => {
        const share = shareAt(found, state, time)
        kept.sum += share
        kept.squares += share * share
      }),
    )
  }
  const deviation = ({ sum, squares }: { sum: number; squares: number }): number =>
    Math.sqrt(Math.max(0, (squares - (sum * sum) / resamples) / (resamples - 1)))
  return sums.map((row) => row.map(deviation))
}
