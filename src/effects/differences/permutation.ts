import { seededRandom } from '../../probability/seededRandom.ts'
import { overallEstimate } from './staggered.ts'
import type { StaggeredPanel } from './staggeredPanel.ts'

/** With fewer started places than this, standard errors are not to be trusted and the start is moved about instead. */
export const fewestClusters = 10
const mostExact = 5000

/**
 * How often the overall effect is at least as large when the starts are dealt to other places: over every way to deal them, or over seeded draws
 * when there are more than 5,000 (the one that happened counted among them). R. A. Fisher, The Design of Experiments (1935).
 */
export function permutationP(panel: StaggeredPanel, { draws = 1999, seed = 1 } = {}): { p: number; ways: number; exact: boolean } {
  const seen = Math.abs(overallEstimate(panel))
  const asLarge = (start: readonly (number | undefined)[]): boolean => Math.abs(overallEstimate({ ...panel, start })) >= seen * (1 - 1e-12)
  const every = dealings(panel.start)
  if (every) return { p: every.filter(asLarge).length / every.length, ways: every.length, exact: true }
  const random = seededRandom(seed)
  let reached = 1
  for (let draw = 0; draw < draws; draw++) if (asLarge(shuffled(panel.start, random))) reached++
  return { p: reached / (draws + 1), ways: draws + 1, exact: false }
}

/** Every distinct way to deal the starts to the places, or undefined when they are too many. */
function dealings(start: readonly (number | undefined)[]): (number | undefined)[][] | undefined {
  const counts = new Map<number | undefined, number>()
  for (const one of start) counts.set(one, (counts.get(one) ?? 0) + 1)
  let ways = 1
  let left = start.length
  for (const count of counts.values()) {
    for (let at = 1; at <= count; at++) ways = (ways * (left - count + at)) / at
    left -= count
  }
  if (ways > mostExact + 0.5) return undefined
  const found: (number | undefined)[][] = []
  const deal = (dealt: (number | undefined)[]): void => {
    if (dealt.length === start.length) {
      found.push([...dealt])
      return
    }
    for (const [one, count] of counts) {
      if (count === 0) continue
      counts.set(one, count - 1)
      deal([...dealt, one])
      counts.set(one, count)
    }
  }
  deal([])
  return found
}

function shuffled<T>(values: readonly T[], random: () => number): T[] {
  const dealt = [...values]
  for (let at = dealt.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1))
    ;[dealt[at], dealt[other]] = [dealt[other]!, dealt[at]!]
  }
  return dealt
}
