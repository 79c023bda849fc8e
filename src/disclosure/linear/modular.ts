/** Two primes below 2^26: products of residues are exact in a double. */
export const primes = [67_108_859, 67_108_837] as const

/** a · b mod p for residues below 2^26. */
export function multiply(a: number, b: number, p: number): number {
  const product = a * b
  return product - Math.floor(product / p) * p
}

/** The residue whose product with `a` is 1, by Euclid's algorithm. `a` must not be 0 mod p. */
export function invert(a: number, p: number): number {
  let [r, next, x, nextX] = [p, a, 0, 1]
  while (next !== 0) {
    const quotient = Math.floor(r / next)
    ;[r, next] = [next, r - quotient * next]
    ;[x, nextX] = [nextX, x - quotient * nextX]
  }
  return x < 0 ? x + p : x
}
