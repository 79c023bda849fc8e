import type { Cells } from '../tables/cells.ts'
import type { Sums } from '../tables/rows.ts'
import { AttackModel, type Attack } from './attackModel.ts'
import { carryBounds, type Bounds } from './bounds.ts'
import { noDeadline, type Deadline } from './deadline.ts'
import { Neighbourhood } from './neighbourhood.ts'
import type { Scenario } from './scenario.ts'
import type { Solver } from './solver.ts'

/** What an attacker can say of a cell: its count lies from `low` to `high` (Infinity when there is no upper end). */
export interface Interval {
  cell: number
  low: number
  high: number
}

const epsilon = 1e-6
/** Suppressed cells around a cell among which its ends are looked for first. */
const nearbySizes = [40, 120]
/** Cells of a component from which on that is quicker than to ask the whole of it. */
const largeComponent = 1000
/** Entries of a tableau of our own that is pivoted to the optimum again and again. Measured on 2,332 counts: a quarter of the time with HiGHS above it. */
const mostEntries = 300_000

/** What is asked of: which cells are hidden, and what the attacker assumes of them. */
export interface Hidden {
  cells: Cells
  sums: Sums
  /** One flag per cell. */
  suppressed: Uint8Array
  scenario: Scenario
}

/**
 * The feasible interval of each of these cells, both ends by linear programming. Bounds carried from sum to sum say how far an end can be at most; where a
 * table among a few cells near by, or one found for another cell, reaches that far, no programme of all cells is needed.
 * Throws `OutOfTime` after the deadline.
 */
export function feasibleIntervals(solver: Solver, hidden: Hidden, asked: Iterable<number>, deadline = noDeadline): Interval[] {
  const search = new Search(solver, hidden, deadline)
  const all = [...asked]
  try {
    for (const size of nearbySizes) for (const cell of all) search.lookNear(cell, size)
    return all.map((cell) => search.interval(cell))
  } finally {
    search.dispose()
  }
}

class Search {
  readonly #hidden: Hidden
  readonly #most: Bounds
  /** How far each cell is known to go. */
  readonly #seen: Bounds
  readonly #near: Neighbourhood
  readonly #whole: AttackModel
  readonly #deadline: Deadline

  constructor(solver: Solver, hidden: Hidden, deadline: Deadline) {
    const { sums, suppressed, scenario, cells } = hidden
    this.#hidden = hidden
    this.#deadline = deadline
    this.#most = {
      low: scenario.down.map((room, cell) => (suppressed[cell] === 0 ? 0 : -room)),
      high: scenario.up.map((room, cell) => (suppressed[cell] === 0 ? 0 : room)),
    }
    carryBounds(sums, this.#most, deadline)
    this.#seen = { low: new Float64Array(cells.size), high: new Float64Array(cells.size) }
    this.#near = new Neighbourhood({ solver, sums, deadline }, scenario)
    this.#whole = new AttackModel({ solver, sums, deadline }, suppressed, scenario, true, mostEntries)
  }

  #isDone(cell: number, sign: 1 | -1): boolean {
    return sign > 0 ? this.#seen.high[cell]! >= this.#most.high[cell]! - epsilon : this.#seen.low[cell]! <= this.#most.low[cell]! + epsilon
  }

  lookNear(cell: number, size: number): void {
    const component = this.#whole.componentOf[cell]!
    if (component < 0 || this.#whole.components[component]!.cells.length < largeComponent) return
    if (this.#isDone(cell, 1) && this.#isDone(cell, -1)) return
    this.#deadline.check()
    this.#near.centre(this.#hidden.suppressed, [cell], size)
    for (const sign of [1, -1] as const) if (!this.#isDone(cell, sign)) this.#reach(this.#near, cell, sign)
  }

  interval(cell: number): Interval {
    const count = this.#hidden.cells.count[cell]!
    const end = (sign: 1 | -1): number => {
      const known = (): number => (sign > 0 ? this.#seen.high[cell]! : this.#seen.low[cell]!)
      // What the whole says is the end, also where it goes on from a table that was there.
      return this.#isDone(cell, sign) ? known() : this.#reach(this.#whole, cell, sign)
    }
    return { cell, low: count + end(-1), high: count + end(1) }
  }

  /** The farthest within a model. All that it visits is remembered. */
  #reach(model: Attack, cell: number, sign: 1 | -1): number {
    const component = model.componentOf[cell]!
    if (component < 0) return 0
    const target = sign > 0 ? this.#most.high[cell]! : -this.#most.low[cell]!
    const functional = { index: [model.columnOf[cell]!], value: [1] }
    const isWhole = model === this.#whole
    if (!isWhole) model.polytope(component).reset()
    const reached = isWhole ? model.maximise(component, functional, sign, target) : model.tryMaximise(component, functional, sign, target)
    if (Number.isNaN(reached)) return 0
    const { z } = model.polytope(component)
    model.components[component]!.cells.forEach((other, column) => this.#see(other, z[column]!))
    this.#see(cell, sign * reached)
    return sign * reached
  }

  #see(cell: number, by: number): void {
    if (by > this.#seen.high[cell]!) this.#seen.high[cell] = by
    if (by < this.#seen.low[cell]!) this.#seen.low[cell] = by
  }

  dispose(): void {
    this.#whole.dispose()
  }
}
