import type { Cells } from '../tables/cells.ts'
import type { Sums } from '../tables/rows.ts'
import { AttackModel } from './attackModel.ts'
import { carryBounds, type Bounds } from './bounds.ts'
import { contract, type Contraction } from './contraction.ts'
import { noDeadline, type Deadline } from './deadline.ts'
import type { Scenario } from './scenario.ts'
import type { Solver } from './solver.ts'

/** What an attacker can say of a cell: its count lies from `low` to `high` (Infinity when there is no upper end). */
export interface Interval {
  cell: number
  low: number
  high: number
}

const epsilon = 1e-6
/** Entries of a tableau of our own that is pivoted to the optimum again and again. Above it HiGHS is faster by far: the tableau fills. */
const mostEntries = 30_000
/** Open ends from which on, and reached ends down to which, a programme for many at once costs less than one for each. */
const together = { open: 5, reached: 3 }

/** What is asked of: which cells are hidden, and what the attacker assumes of them. */
export interface Hidden {
  cells: Cells
  sums: Sums
  /** One flag per cell. */
  suppressed: Uint8Array
  scenario: Scenario
}

/**
 * The feasible interval of each of these cells, both ends by linear programming. Cells that move in proportion are taken as one, and bounds carried from sum
 * to sum say how far an end can be at most: where a table that was found for other cells reaches that far, the end needs no programme of its own (as in
 * Gleixner et al. 2017 on tightening bounds). Throws `OutOfTime` after the deadline.
 */
export function feasibleIntervals(solver: Solver, hidden: Hidden, asked: Iterable<number>, deadline = noDeadline): Interval[] {
  const search = new Search(solver, hidden, deadline)
  const all = [...asked]
  try {
    search.findEnds(all)
    return all.map((cell) => search.interval(cell))
  } finally {
    search.dispose()
  }
}

class Search {
  readonly #cells: Cells
  readonly #groups: Contraction
  /** How far each group can go at most. */
  readonly #most: Bounds
  /** How far each group is known to go. */
  readonly #seen: Bounds
  readonly #model: AttackModel

  constructor(solver: Solver, { cells, sums, suppressed, scenario }: Hidden, deadline: Deadline) {
    this.#cells = cells
    const bounds = {
      low: scenario.down.map((room, cell) => (suppressed[cell] === 0 ? 0 : -room)),
      high: scenario.up.map((room, cell) => (suppressed[cell] === 0 ? 0 : room)),
    }
    carryBounds(sums, bounds, deadline)
    this.#groups = contract(sums, suppressed, bounds, deadline)
    this.#most = this.#groups.bounds
    const size = this.#most.low.length
    this.#seen = { low: new Float64Array(size), high: new Float64Array(size) }
    const rooms = { down: this.#most.low.map((by) => -by), up: this.#most.high.slice() }
    this.#model = new AttackModel({ solver, sums: this.#groups.sums, deadline }, new Uint8Array(size).fill(1), rooms, true, mostEntries)
  }

  /** Both ends of the groups of these cells. */
  findEnds(cells: readonly number[]): void {
    const asked = new Set(cells.map((cell) => this.#groups.groupOf[cell]!).filter((group) => group >= 0))
    for (const [component, own] of Map.groupBy(asked, (group) => this.#model.componentOf[group]!)) {
      if (component < 0) continue
      for (const sign of [1, -1] as const) this.#findTogether(component, own, sign)
      for (const sign of [-1, 1] as const) this.#findEach(component, own, sign)
    }
  }

  interval(cell: number): Interval {
    const [count, group, factor] = [this.#cells.count[cell]!, this.#groups.groupOf[cell]!, this.#groups.factorOf[cell]!]
    if (group < 0) return { cell, low: count, high: count }
    const ends = [factor * this.#seen.low[group]!, factor * this.#seen.high[group]!]
    return { cell, low: count + Math.min(...ends), high: count + Math.max(...ends) }
  }

  #end({ low, high }: Bounds, group: number, sign: 1 | -1): number {
    return sign > 0 ? high[group]! : -low[group]!
  }

  #isOpen(group: number, sign: 1 | -1): boolean {
    return this.#end(this.#seen, group, sign) < this.#end(this.#most, group, sign) - epsilon
  }

  /** Pushes all open ends of a component at once, as long as several get to where they can at most. */
  #findTogether(component: number, own: readonly number[], sign: 1 | -1): void {
    let open = own.filter((group) => this.#isOpen(group, sign))
    for (let reached = Infinity; open.length >= together.open && reached >= together.reached;) {
      this.#push(component, open, sign)
      const left = open.filter((group) => this.#isOpen(group, sign))
      reached = open.length - left.length
      open = left
    }
  }

  /** The open ends one by one: next is always the group that the last table has taken nearest to what is known of it, so that few pivots lead there. */
  #findEach(component: number, own: readonly number[], sign: 1 | -1): void {
    const { columnOf } = this.#model
    let open = own.filter((group) => this.#isOpen(group, sign))
    while (open.length > 0) {
      const { z } = this.#model.polytope(component)
      const missing = (group: number): number => this.#end(this.#seen, group, sign) - sign * z[columnOf[group]!]!
      const next = open.reduce((best, group) => (missing(group) < missing(best) - epsilon ? group : best))
      const end = this.#push(component, [next], sign)
      // What the whole says is the end, also where it goes on from a table that was there.
      const side = sign > 0 ? 'high' : 'low'
      this.#most[side][next] = this.#seen[side][next] = sign * end + 0
      open = open.filter((group) => this.#isOpen(group, sign))
    }
  }

  /** Moves the groups as far as they can go together. All that they meet is remembered. Gives the sum of the ways they went. */
  #push(component: number, groups: readonly number[], sign: 1 | -1): number {
    const functional = { index: groups.map((group) => this.#model.columnOf[group]!), value: groups.map(() => 1) }
    const target = groups.length === 1 ? this.#end(this.#most, groups[0]!, sign) : Infinity
    const reached = this.#model.maximise(component, functional, sign, target)
    const { z } = this.#model.polytope(component)
    this.#model.components[component]!.cells.forEach((group, column) => {
      this.#seen.high[group] = Math.max(this.#seen.high[group]!, z[column]!)
      this.#seen.low[group] = Math.min(this.#seen.low[group]!, z[column]!)
    })
    return reached
  }

  dispose(): void {
    this.#model.dispose()
  }
}
