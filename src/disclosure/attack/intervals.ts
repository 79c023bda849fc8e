import type { Cells } from '../tables/cells.ts'
import type { Sums } from '../tables/rows.ts'
import { AttackModel, type Attack } from './attackModel.ts'
import { carryBounds, type Bounds } from './bounds.ts'
import { noDeadline, type Deadline } from './deadline.ts'
import { Neighbourhood } from './neighbourhood.ts'
import { contract, type Contraction } from './contraction.ts'
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
const mostEntries = 30_000

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
    const moving = search.groupsOf(all)
    for (const size of nearbySizes) for (const one of moving) search.lookNear(one, size)
    return all.map((cell) => search.interval(cell))
  } finally {
    search.dispose()
  }
}

class Search {
  readonly #hidden: Hidden
  readonly #groups: Contraction
  readonly #most: Bounds
  /** How far each group is known to go. */
  readonly #seen: Bounds
  readonly #all: Uint8Array
  readonly #near: Neighbourhood
  readonly #whole: AttackModel
  readonly #deadline: Deadline

  constructor(solver: Solver, hidden: Hidden, deadline: Deadline) {
    const { sums, suppressed, scenario } = hidden
    this.#hidden = hidden
    this.#deadline = deadline
    const most = {
      low: scenario.down.map((room, cell) => (suppressed[cell] === 0 ? 0 : -room)),
      high: scenario.up.map((room, cell) => (suppressed[cell] === 0 ? 0 : room)),
    }
    carryBounds(sums, most, deadline)
    this.#groups = contract(sums, suppressed, most, deadline)
    this.#most = this.#groups.bounds
    const size = this.#most.low.length
    const own = { down: this.#most.low.map((by) => -by), up: this.#most.high }
    const attacking = { solver, sums: this.#groups.sums, deadline }
    this.#all = new Uint8Array(size).fill(1)
    this.#seen = { low: new Float64Array(size), high: new Float64Array(size) }
    this.#near = new Neighbourhood(attacking, own)
    this.#whole = new AttackModel(attacking, this.#all, own, true, mostEntries)
  }

  /** The groups that these cells move with. */
  groupsOf(cells: readonly number[]): Set<number> {
    return new Set(cells.map((cell) => this.#groups.groupOf[cell]!).filter((one) => one >= 0))
  }

  #isDone(cell: number, sign: 1 | -1): boolean {
    return sign > 0 ? this.#seen.high[cell]! >= this.#most.high[cell]! - epsilon : this.#seen.low[cell]! <= this.#most.low[cell]! + epsilon
  }

  lookNear(cell: number, size: number): void {
    const component = this.#whole.componentOf[cell]!
    if (component < 0 || this.#whole.components[component]!.cells.length < largeComponent) return
    if (this.#isDone(cell, 1) && this.#isDone(cell, -1)) return
    this.#deadline.check()
    this.#near.centre(this.#all, [cell], size)
    for (const sign of [1, -1] as const) if (!this.#isDone(cell, sign)) this.#reach(this.#near, cell, sign)
  }

  interval(cell: number): Interval {
    const count = this.#hidden.cells.count[cell]!
    const group = this.#groups.groupOf[cell]!
    if (group < 0) return { cell, low: count, high: count }
    const end = (sign: 1 | -1): number => {
      const known = (): number => (sign > 0 ? this.#seen.high[group]! : this.#seen.low[group]!)
      // What the whole says is the end, also where it goes on from a table that was there.
      const far = this.#isDone(group, sign) ? known() : this.#reach(this.#whole, group, sign)
      if (sign > 0) this.#most.high[group] = far
      else this.#most.low[group] = far
      return far
    }
    const factor = this.#groups.factorOf[cell]!
    const [low, high] = [factor * end(factor > 0 ? -1 : 1), factor * end(factor > 0 ? 1 : -1)]
    return { cell, low: count + low, high: count + high }
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
