/** Holm's adjusted p-values, in the order given: the i-th smallest times (m−i+1), never less than the one before. S. Holm, Scand. J. Statist. 6 (1979) 65–70. */
export function holm(p: readonly number[]): number[] {
  const adjusted: number[] = new Array<number>(p.length)
  let most = 0
  rising(p).forEach((at, rank) => {
    most = Math.min(1, Math.max(most, p[at]! * (p.length - rank)))
    adjusted[at] = most
  })
  return adjusted
}

/** Benjamini and Hochberg's adjusted p-values, in the order given. J. R. Statist. Soc. B 57 (1995) 289–300. */
export function benjaminiHochberg(p: readonly number[]): number[] {
  const adjusted: number[] = new Array<number>(p.length)
  let least = 1
  rising(p)
    .reverse()
    .forEach((at, fromLast) => {
      least = Math.min(least, (p[at]! * p.length) / (p.length - fromLast))
      adjusted[at] = least
    })
  return adjusted
}

const rising = (p: readonly number[]): number[] => [...p.keys()].sort((a, b) => p[a]! - p[b]!)
