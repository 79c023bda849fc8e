const tiny = 1e-300

/**
 * b₀ + a₁/(b₁ + a₂/(b₂ + …)) by Lentz's method as modified by Thompson and Barnett (J. Comput. Phys. 64 (1986) 490–509).
 * Throws when it does not settle, which is a fault of ours.
 */
export function continuedFraction(b0: number, term: (at: number) => { a: number; b: number }): number {
  let value = b0 === 0 ? tiny : b0
  let [c, d] = [value, 0]
  for (let at = 1; at < 200_000; at++) {
    const { a, b } = term(at)
    d = b + a * d
    if (d === 0) d = tiny
    c = b + a / c
    if (c === 0) c = tiny
    d = 1 / d
    const change = c * d
    value *= change
    if (Math.abs(change - 1) < 1e-16) return value
  }
  throw new Error(`a continued fraction from ${b0} did not settle`)
}
