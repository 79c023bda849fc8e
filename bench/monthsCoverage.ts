import { meanBounds, type BoundedShare } from '../src/effects/curve/meanBounds.ts'
import { seededRandom } from '../src/probability/seededRandom.ts'
import type { Covered } from './covered.ts'

/** Month by month: who does not work begins, who works stops. */
const [begins, stops, last] = [0.05, 0.04, 24]
/** As the pages show groups of fewer than 300. */
const step = 6

/** Mean months in work of 24, from the chances alone. */
const truth = (() => {
  const shares = [0]
  for (let month = 1; month <= last; month++) shares.push(shares.at(-1)! * (1 - stops) + (1 - shares.at(-1)!) * begins)
  return shares.reduce((sum, share, at) => sum + share * (at === 0 || at === last ? 0.5 : 1), 0)
})()

/**
 * How often the interval of months in work or studies within 24 months holds the truth: where all are reached, and where one in four is lost at some month. Of half-years, as groups of
 * this size are shown; those of 15 are never shown.
 */
export function monthsCoverage(n: number, rounds: number): Covered[] {
  return [0, 0.25].map((lost) => {
    const random = seededRandom(400 + n + 1000 * lost)
    let held = 0
    for (let at = 0; at < rounds; at++) {
      const { lower, upper } = meanBounds(sharesOf(n, lost, random))!
      if (lower <= truth && truth <= upper) held++
    }
    return { name: `months in work, ${lost === 0 ? 'all reached' : 'one in four lost'}`, n, held: held / rounds }
  })
}

function sharesOf(n: number, lost: number, random: () => number): BoundedShare[] {
  const points = Array.from({ length: last / step + 1 }, (_, at) => ({ time: at * step, seen: 0, unknown: 0 }))
  for (let person = 0; person < n; person++) {
    const knownTo = random() < lost ? Math.floor(random() * last) : last
    let isIn = false
    for (let month = 0; month <= last; month++) {
      if (month > 0) isIn = isIn ? random() >= stops : random() < begins
      if (month % step > 0) continue
      const point = points[month / step]!
      if (month > knownTo) point.unknown++
      else if (isIn) point.seen++
    }
  }
  const share = (x: number) => ({ share: x / n, variance: ((x / n) * (1 - x / n)) / n })
  return points.map(({ time, seen, unknown }) => ({ time, seen: share(seen), most: share(seen + unknown) }))
}
