/**
 * What must remain possible: a linear function of cells (mostly one primary cell) that the attacker of `scenario` must hold possible at
 * least `up` above and `down` below its true value, and within a range at least `slide` wide.
 */
export interface Requirement {
  scenario: number
  cells: Int32Array
  factors: Float64Array
  up: number
  down: number
  slide: number
}
