/** How many of each group the model gives about the same chance to have started. */
export interface OverlapBin {
  /** Chances, 0 … 1. */
  from: number
  to: number
  treated: number
  controls: number
}

export interface Overlap {
  bins: OverlapBin[]
  /** Those who started whom the model gives a chance that no comparison person has. */
  alone: number
}

const most = 12

/**
 * Both groups by their chance to have started, in parts of equal width of its log-odds: where both are, they can be compared. `probability`
 * and `treated` (1 or 0) by person.
 */
export function overlapOf(probability: ArrayLike<number>, treated: ArrayLike<number>): Overlap {
  const score = Array.from(probability, (one) => {
    const within = Math.min(1 - 1e-9, Math.max(1e-9, one))
    return Math.log(within / (1 - within))
  })
  const low = score.reduce((least, one) => Math.min(least, one), Number.POSITIVE_INFINITY)
  const high = score.reduce((largest, one) => Math.max(largest, one), Number.NEGATIVE_INFINITY)
  const width = (high - low) / most || 1
  const chance = (at: number): number => 1 / (1 + Math.exp(-(low + at * width)))
  const bins = Array.from({ length: most }, (_, at) => ({ from: chance(at), to: chance(at + 1), treated: 0, controls: 0 }))
  let [least, largest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const [at, one] of score.entries()) {
    const bin = bins[Math.min(most - 1, Math.floor((one - low) / width))]!
    bin[treated[at] === 1 ? 'treated' : 'controls']++
    if (treated[at] === 1) continue
    least = Math.min(least, one)
    largest = Math.max(largest, one)
  }
  return { bins, alone: score.filter((one, at) => treated[at] === 1 && (one < least || one > largest)).length }
}
