/**
 * A quantile of rising values, `share` 0 … 1: linear between the neighbours of (n−1)·share (definition 7 of R. J. Hyndman and Y. Fan, Amer.
 * Statist. 50 (1996) 361–365, the default of R). Throws `RangeError` when there is no value.
 */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  if (sorted.length === 0) throw new RangeError('No quantile of nothing')
  const position = (sorted.length - 1) * share
  const below = Math.floor(position)
  const low = sorted[below]!
  return low + (position - below) * ((sorted[below + 1] ?? low) - low)
}
