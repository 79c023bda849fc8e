/** A linear function of the columns of a component. */
export interface Functional {
  index: ArrayLike<number>
  value: ArrayLike<number>
}

/** Multipliers of sums, by number of the sum. */
export interface Multipliers {
  rows: ArrayLike<number>
  value: Float64Array
}

/** What can be asked of the tables that an attacker holds possible within a component, as differences z from the true one. */
export interface Maximiser {
  /** The table reached by the last `maximise`. */
  readonly z: Float64Array
  /**
   * Moves `z` until `sign` × the functional is at least `target` or cannot grow. Gives sign × the functional: Infinity when it is unbounded
   * and the target infinite, NaN when it had to give up.
   */
  maximise(functional: Functional, sign: 1 | -1, target: number): number
  /**
   * After a `maximise` that fell short: y such that sign × functional − y·M is at most 0 on columns at their lower bound and so on (the
   * optimal dual solution), which proves it.
   */
  multipliers(functional: Functional, sign: 1 | -1): Multipliers
  /** Back to the truth, z = 0. */
  reset(): void
  dispose(): void
}

/** The same, also while bounds change. */
export interface Polytope extends Maximiser {
  readonly lower: Float64Array
  readonly upper: Float64Array
  setBounds(column: number, lower: number, upper: number): void
  /** Whether one column is a multiple of another in every table, so that knowing one is knowing both (false when that is not seen at once). */
  follows(column: number, from: number): boolean
}

/** The functional at `z`. */
export function valueAt({ index, value }: Functional, z: Float64Array): number {
  let sum = 0
  for (let at = 0; at < index.length; at++) sum += value[at]! * z[index[at]!]!
  return sum
}
