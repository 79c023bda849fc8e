import { personsNeeded } from '../intervals/twoShares.ts'
import { personsNeededForMeans } from '../intervals/means.ts'

/** How many persons each group needs to see a difference, four times of five. */
export interface PowerRow {
  /** In the unit of the outcome; shares 0 … 1. */
  difference: number
  perGroup: number
}

export interface Power {
  /** What the others reach without starting: a share, or a mean. */
  base: number
  rows: PowerRow[]
  /** The smallest difference that groups as large as these can see; `null` when there is none. */
  detectable: number | null
}

const steps = [0.05, 0.1, 0.15, 0.2, 0.3]

/**
 * Persons needed to see more who reach something, by how many of 100, from the share who do anyway. `smaller` is how many persons the smaller
 * group is worth. A base of nought or all says nothing of differences and is held within 1 and 99 of 100.
 */
export function powerOfShares(reachedAnyway: number, smaller: number): Power {
  const base = Math.min(0.99, Math.max(0.01, reachedAnyway))
  const rows = steps
    .filter((step) => base + step < 1)
    .map((difference) => ({ difference, perGroup: Math.ceil(personsNeeded(base, base + difference)) }))
  return { base, rows, detectable: smallest((difference) => personsNeeded(base, base + difference), smaller, 1 - base) }
}

/** The same for amounts, by round differences about a tenth to a half of the standard deviation `sd`. */
export function powerOfMeans({ mean, sd }: { mean: number; sd: number }, smaller: number): Power {
  if (!(sd > 0)) return { base: mean, rows: [], detectable: null }
  const round = (value: number): number => Number(value.toPrecision(1))
  const rows = [...new Set([0.1, 0.2, 0.3, 0.5].map((part) => round(part * sd)))].map((difference) => ({
    difference,
    perGroup: Math.ceil(personsNeededForMeans(sd, difference)),
  }))
  return { base: mean, rows, detectable: smallest((difference) => personsNeededForMeans(sd, difference), smaller, 100 * sd) }
}

function smallest(needed: (difference: number) => number, persons: number, most: number): number | null {
  if (needed(most) > persons) return null
  let [low, high] = [0, most]
  for (let round = 0; round < 60; round++) {
    const middle = (low + high) / 2
    if (needed(middle) <= persons) high = middle
    else low = middle
  }
  return high
}
