/** Somebody who is to have a share: `weight` times the level, but no less than `least` and no more than `most`. */
export interface Vessel {
  weight: number
  least: number
  most: number
}

/** What a vessel holds at a level. */
export function heldAt({ weight, least, most }: Vessel, level: number): number {
  return Math.min(most, Math.max(least, level * weight))
}

/**
 * The level at which the vessels together hold `total`: the unbounded are scaled alike, the others stand at their bounds. It is where repeated
 * scaling of the unbounded part ends, found in one go, so the order of the vessels does not matter.
 * The level is 0 when the least bounds alone are above the total, and where the last one is full when all of them cannot hold it.
 */
export function levelHolding(total: number, vessels: readonly Vessel[]): number {
  const full = (level: number): number => vessels.reduce((sum, one) => sum + heldAt(one, level), 0)
  const bends = vessels
    .filter(({ weight }) => weight > 0)
    .flatMap(({ weight, least, most }) => [least / weight, most / weight])
    .filter((level) => level < Infinity)
    .sort((a, b) => a - b)
  if (full(0) >= total) return 0
  // Between two bends the sum is a straight line, so the bend below the answer is enough.
  let [low, high] = [0, bends.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (full(bends[middle]!) < total) low = middle + 1
    else high = middle
  }
  const below = low === 0 ? 0 : bends[low - 1]!
  // Compared as the bends were made, or a rounding of the division would lose the one that bends here.
  const rising = vessels.filter(({ weight, least, most }) => weight > 0 && least / weight <= below && below < most / weight)
  const slope = rising.reduce((sum, { weight }) => sum + weight, 0)
  return slope > 0 ? below + (total - full(below)) / slope : below
}
