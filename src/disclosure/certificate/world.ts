/** Another table with the same published figures: how much its cells differ from the true ones, for the attacker of a scenario. */
export interface World {
  scenario: number
  cells: Int32Array
  shift: Float64Array
}

/**
 * The proof that a pattern protects: for each requirement, worlds of whole counts that an attacker cannot tell from the true one. Secret, since they
 * are computed around the truth: it stays with the data; only its size and that it was verified are told.
 */
export interface Certificate {
  worlds: readonly World[]
  /** By requirement: numbers of the worlds that take its functional up and down, -1 when none is needed. */
  proofs: readonly { high: number; low: number }[]
}
