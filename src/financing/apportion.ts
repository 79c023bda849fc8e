/** Decimals that a weight is read to: a hundredth of a hundredth of a per cent, and more than any published support measure has. */
const decimals = 1_000_000

/** A weight as an exact whole number, in millionths. Throws for what is no number from 0 up. */
export function exactWeight(weight: number): bigint {
  if (!(weight >= 0 && weight < Infinity)) throw new RangeError(`${weight} is no weight`)
  return BigInt(Math.round(weight * decimals))
}

/**
 * Splits whole kronor (or öre) by weights, exactly: everyone gets the whole part of its share, and what is left goes one by one to the
 * largest remainders (Hare–Niemeyer). Alike remainders are taken in the order of the names, so the order of the list does not matter.
 * All weights zero: nobody gets anything.
 * @param total a whole number from 0 up
 * @param weights by name, whole numbers of any size
 */
export function apportion(total: number, weights: ReadonlyMap<string, bigint>): Map<string, number> {
  const whole = [...weights.values()].reduce((sum, weight) => sum + weight, 0n)
  if (whole === 0n) return new Map([...weights.keys()].map((name) => [name, 0]))
  const parts = [...weights].map(([name, weight]) => {
    const product = BigInt(total) * weight
    return { name, amount: product / whole, remainder: product % whole }
  })
  const left = BigInt(total) - parts.reduce((sum, { amount }) => sum + amount, 0n)
  const first = [...parts].sort((a, b) => compare(b.remainder, a.remainder) || compare(a.name, b.name))
  for (const part of first.slice(0, Number(left))) part.amount += 1n
  return new Map(parts.map(({ name, amount }) => [name, Number(amount)]))
}

/** Order by what a value is, the same on every machine. */
export function compare<T extends string | number | bigint>(a: T, b: T): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
