import type { Cells } from '../tables/cells.ts'
import type { Sums } from '../tables/rows.ts'
import { ReachModel } from './reachModel.ts'
import type { Bounds } from './bounds.ts'
import { valueAt, type Functional } from './polytope.ts'
import { reduce, type Reduction } from './reduction.ts'
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
/** Open ends from which on, and reached ends down to which, a programme for many at once costs less than one for each. */
const together = { open: 5, reached: 8 }

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
  const all = [...asked]
  const search = new Search(solver, hidden, all, deadline)
  try {
    search.findEnds()
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
  readonly #model: ReachModel
  /** Each group asked about, by the columns of components. */
  readonly #forms = new Map<number, Map<number, Functional>>()

  constructor(solver: Solver, { cells, sums, suppressed, scenario }: Hidden, asked: readonly number[], deadline: Deadline) {
    this.#cells = cells
    const bounds = {
      low: scenario.down.map((room, cell) => (suppressed[cell] === 0 ? 0 : -room)),
      high: scenario.up.map((room, cell) => (suppressed[cell] === 0 ? 0 : room)),
    }
    this.#groups = contract(sums, suppressed, bounds, deadline)
    this.#most = this.#groups.bounds
    const size = this.#most.low.length
    this.#seen = { low: new Float64Array(size), high: new Float64Array(size) }
    const rooms = { down: this.#most.low.map((by) => -by), up: this.#most.high.slice() }
    const reduced = reduce(this.#groups.sums, { given: this.#groups.given, narrow: this.#most }, deadline)
    this.#model = new ReachModel({ solver, sums: reduced.sums, deadline }, reduced.isLeft, rooms)
    for (const cell of asked) this.#addForm(this.#groups.groupOf[cell]!, reduced)
  }

  #addForm(group: number, { forms }: Reduction): void {
    if (group < 0 || this.#forms.has(group)) return
    const parts = new Map<number, { index: number[]; value: number[] }>()
    for (const [column, by] of forms(group)) {
      const component = this.#model.componentOf[column]!
      const part = parts.get(component) ?? { index: [], value: [] }
      part.index.push(this.#model.columnOf[column]!)
      part.value.push(by)
      parts.set(component, part)
    }
    parts.delete(-1)
    this.#forms.set(group, parts)
  }

  /** Both ends of all groups asked about. */
  findEnds(): void {
    const whole = [...this.#forms.keys()].filter((group) => this.#forms.get(group)!.size === 1)
    for (const [component, own] of Map.groupBy(whole, (group) => [...this.#forms.get(group)!.keys()][0]!)) {
      for (const sign of [1, -1] as const) this.#findTogether(component, own, sign)
      for (const sign of [-1, 1] as const) this.#findEach(component, own, sign)
    }
    for (const [group, parts] of this.#forms) if (parts.size > 1) this.#findByParts(group, parts)
  }

  /** Parts in several components move each for itself. */
  #findByParts(group: number, parts: ReadonlyMap<number, Functional>): void {
    for (const sign of [1, -1] as const) {
      let end = 0
      for (const [component, part] of parts) end += this.#model.maximise(component, part, sign, Infinity)
      this.#seen[sign > 0 ? 'high' : 'low'][group] = sign * end + 0
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
      this.#push(component, own, open, sign)
      const left = open.filter((group) => this.#isOpen(group, sign))
      reached = open.length - left.length
      open = left
    }
  }

  /** The open ends one by one: next is always the group that the last table has taken nearest to what is known of it, so that few pivots lead there. */
  #findEach(component: number, own: readonly number[], sign: 1 | -1): void {
    let open = own.filter((group) => this.#isOpen(group, sign))
    while (open.length > 0) {
      const z = this.#model.z(component)
      const missing = Float64Array.from(
        open,
        (group) => this.#end(this.#seen, group, sign) - sign * valueAt(this.#form(group, component), z),
      )
      const next = open[missing.reduce((best, by, at) => (by < missing[best]! - epsilon ? at : best), 0)]!
      const end = this.#push(component, own, [next], sign)
      // What the whole says is the end, also where it goes on from a table that was there.
      const side = sign > 0 ? 'high' : 'low'
      this.#most[side][next] = this.#seen[side][next] = sign * end + 0
      open = open.filter((group) => this.#isOpen(group, sign))
    }
  }

  #form(group: number, component: number): Functional {
    return this.#forms.get(group)!.get(component)!
  }

  /** Moves some groups as far as they can go together. All that those of the component meet is remembered. Gives the sum of the ways they went. */
  #push(component: number, own: readonly number[], groups: readonly number[], sign: 1 | -1): number {
    const target = groups.length === 1 ? this.#end(this.#most, groups[0]!, sign) : Infinity
    const reached = this.#model.maximise(component, this.#sumOf(component, groups, sign), sign, target)
    const z = this.#model.z(component)
    for (const group of own) {
      const value = valueAt(this.#form(group, component), z)
      this.#seen.high[group] = Math.max(this.#seen.high[group]!, value)
      this.#seen.low[group] = Math.min(this.#seen.low[group]!, value)
    }
    return reached
  }

  /** Each group counts for the less the farther it may still go: so more of them get there. */
  #sumOf(component: number, groups: readonly number[], sign: 1 | -1): Functional {
    if (groups.length === 1) return this.#form(groups[0]!, component)
    const sum = new Map<number, number>()
    for (const group of groups) {
      const { index, value } = this.#form(group, component)
      const missing = this.#end(this.#most, group, sign) - this.#end(this.#seen, group, sign)
      const weight = missing === Infinity ? 1 : 1 / missing
      for (let at = 0; at < index.length; at++) sum.set(index[at]!, (sum.get(index[at]!) ?? 0) + weight * value[at]!)
    }
    return { index: [...sum.keys()], value: [...sum.values()] }
  }

  dispose(): void {
    this.#model.dispose()
  }
}
