import type { Cells } from '../tables/cells.ts'
import type { Sums } from '../tables/rows.ts'
import { ContractedModel, type Parts } from './contractedModel.ts'
import type { Bounds } from './bounds.ts'
import { valueAt, type Functional } from './polytope.ts'
import type { Contraction } from './contraction.ts'
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
/** Ends that are open, and that the last one has reached, from which on a programme for many at once costs less than one for each (measured). */
const together = 20

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

/** A group that lies in one component, by the columns of that. */
interface Asked {
  group: number
  form: Functional
}

class Search {
  readonly #cells: Cells
  readonly #groups: Contraction
  /** How far each group can go at most. */
  readonly #most: Bounds
  /** How far each group is known to go. */
  readonly #seen: Bounds
  /** How far each group goes in the table that was found last for its component. */
  readonly #last: Float64Array
  readonly #model: ContractedModel
  /** Each group asked about, by the columns of components. */
  readonly #forms = new Map<number, Parts>()

  constructor(solver: Solver, { cells, sums, suppressed, scenario }: Hidden, asked: readonly number[], deadline: Deadline) {
    this.#cells = cells
    this.#model = new ContractedModel({ solver, sums, deadline }, suppressed, scenario)
    this.#groups = this.#model.groups
    this.#most = this.#groups.bounds
    const size = this.#most.low.length
    this.#seen = { low: new Float64Array(size), high: new Float64Array(size) }
    this.#last = new Float64Array(size)
    for (const cell of asked) {
      const group = this.#groups.groupOf[cell]!
      if (group >= 0 && !this.#forms.has(group)) this.#forms.set(group, this.#model.partsOf([group], [1]))
    }
  }

  /** Both ends of all groups asked about. */
  findEnds(): void {
    const whole = [...this.#forms].filter(([, parts]) => parts.size === 1)
    for (const [component, those] of Map.groupBy(whole, ([, parts]) => [...parts.keys()][0]!)) {
      const own = those.map(([group, parts]) => ({ group, form: parts.get(component)! }))
      for (const sign of [1, -1] as const) this.#findTogether(component, own, sign)
      for (const sign of [-1, 1] as const) this.#findEach(component, own, sign)
    }
    for (const [group, parts] of this.#forms) if (parts.size > 1) this.#findByParts(group, parts)
  }

  /** Parts in several components move each for itself. */
  #findByParts(group: number, parts: Parts): void {
    for (const sign of [1, -1] as const) {
      let end = 0
      for (const [component, part] of parts) end += this.#model.reach.maximise(component, part, sign, Infinity)
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

  #open(asked: readonly Asked[], sign: 1 | -1): Asked[] {
    return asked.filter(({ group }) => this.#end(this.#seen, group, sign) < this.#end(this.#most, group, sign) - epsilon)
  }

  /** Pushes all open ends of a component at once, as long as several get to where they can at most. */
  #findTogether(component: number, own: readonly Asked[], sign: 1 | -1): void {
    let open = this.#open(own, sign)
    for (let reached = Infinity; open.length >= together && reached >= together;) {
      this.#push(component, own, open, sign)
      const left = this.#open(open, sign)
      reached = open.length - left.length
      open = left
    }
  }

  /** The open ends one by one. */
  #findEach(component: number, own: readonly Asked[], sign: 1 | -1): void {
    for (let open = this.#open(own, sign); open.length > 0; open = this.#open(open, sign)) {
      const next = this.#nearest(open, sign)
      const end = this.#push(component, own, [next], sign)
      // What the whole says is the end, also where it goes on from a table that was there.
      const side = sign > 0 ? 'high' : 'low'
      this.#most[side][next.group] = this.#seen[side][next.group] = sign * end + 0
    }
  }

  /** The group that the last table has taken nearest to what is known of it, so that few pivots lead there. */
  #nearest(open: readonly Asked[], sign: 1 | -1): Asked {
    let best = open[0]!
    let least = Infinity
    for (const asked of open) {
      const missing = this.#end(this.#seen, asked.group, sign) - sign * this.#last[asked.group]!
      if (missing >= least - epsilon) continue
      best = asked
      least = missing
    }
    return best
  }

  /** Moves some groups as far as they can go together. All that those of the component meet is remembered. Gives the sum of the ways they went. */
  #push(component: number, own: readonly Asked[], asked: readonly Asked[], sign: 1 | -1): number {
    const [first, ...others] = asked
    const target = others.length === 0 ? this.#end(this.#most, first!.group, sign) : Infinity
    const functional = others.length === 0 ? first!.form : this.#sumOf(asked, sign)
    const reached = this.#model.reach.maximise(component, functional, sign, target)
    const z = this.#model.reach.z(component)
    const { low, high } = this.#seen
    for (const { group, form } of own) {
      const value = valueAt(form, z)
      this.#last[group] = value
      if (value > high[group]!) high[group] = value
      if (value < low[group]!) low[group] = value
    }
    return reached
  }

  /** Each group counts for the less the farther it may still go: so more of them get there. */
  #sumOf(asked: readonly Asked[], sign: 1 | -1): Functional {
    const sum = new Map<number, number>()
    for (const { group, form } of asked) {
      const missing = this.#end(this.#most, group, sign) - this.#end(this.#seen, group, sign)
      const weight = missing === Infinity ? 1 : 1 / missing
      for (let at = 0; at < form.index.length; at++) sum.set(form.index[at]!, (sum.get(form.index[at]!) ?? 0) + weight * form.value[at]!)
    }
    return { index: [...sum.keys()], value: [...sum.values()] }
  }

  dispose(): void {
    this.#model.dispose()
  }
}
