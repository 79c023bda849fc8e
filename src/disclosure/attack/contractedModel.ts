import { contract, type Contraction } from './contraction.ts'
import { noDeadline } from './deadline.ts'
import { snap } from './factor.ts'
import { valueAt, type Functional } from './polytope.ts'
import { ReachModel } from './reachModel.ts'
import { reduce, type Reduction } from './reduction.ts'
import type { Scenario } from './scenario.ts'
import type { Attacking } from './solver.ts'

/** What a linear function of cells is within each component: none in those that do not move it. */
export type Parts = Map<number, Functional>

/** Cells, and by how much each differs from the truth. */
export interface Shifts {
  cells: Int32Array
  shift: Float64Array
}

/**
 * How far functions of suppressed cells can go, asked of as few columns as say it: cells that move in proportion are taken as one, and those whose bounds
 * can never be met first are left out. Throws `OutOfTime` after the deadline.
 */
export class ContractedModel {
  readonly groups: Contraction
  /** Of the columns that are left. */
  readonly reach: ReachModel
  readonly #reduction: Reduction
  /** By component, of each cell that moves with it: how much for each column. */
  readonly #cells: [cell: number, form: Functional][][] = []

  constructor({ solver, sums, deadline = noDeadline }: Attacking, suppressed: Uint8Array, scenario: Scenario) {
    const bounds = {
      low: scenario.down.map((room, cell) => (suppressed[cell] === 0 ? 0 : -room)),
      high: scenario.up.map((room, cell) => (suppressed[cell] === 0 ? 0 : room)),
    }
    this.groups = contract(sums, suppressed, bounds, deadline)
    const { bounds: narrow, given } = this.groups
    this.#reduction = reduce(this.groups.sums, { given, narrow }, deadline)
    const { low, high } = this.#reduction.bounds
    const rooms = { down: low.map((by) => -by), up: high }
    this.reach = new ReachModel({ solver, sums: this.#reduction.sums, deadline }, this.#reduction.isLeft, rooms)
  }

  /** A linear function of groups, by component. */
  partsOf(groups: ArrayLike<number>, factors: ArrayLike<number>): Parts {
    const parts = new Map<number, Map<number, number>>()
    for (let at = 0; at < groups.length; at++) {
      for (const [column, by] of this.#reduction.forms(groups[at]!)) {
        const component = this.reach.componentOf[column]!
        if (component < 0) continue
        const part = parts.get(component) ?? new Map<number, number>()
        const own = this.reach.columnOf[column]!
        part.set(own, (part.get(own) ?? 0) + by * factors[at]!)
        parts.set(component, part)
      }
    }
    return new Map([...parts].map(([component, part]) => [component, { index: [...part.keys()], value: [...part.values()] }]))
  }

  /** A linear function of cells, by component. */
  partsOfCells(cells: Iterable<number>, factors: ArrayLike<number>): Parts {
    const { groupOf, factorOf } = this.groups
    const moving = [...cells].flatMap((cell, at) => (groupOf[cell]! < 0 ? [] : [[groupOf[cell]!, factors[at]! * factorOf[cell]!] as const]))
    return this.partsOf(
      moving.map(([group]) => group),
      moving.map(([, factor]) => factor),
    )
  }

  /** The cells that the tables reached last within these components move. */
  shiftsOf(components: Iterable<number>): Shifts {
    if (this.#cells.length === 0) this.#spread()
    const moved = new Map<number, number>()
    for (const component of components) {
      const z = this.reach.z(component)
      for (const [cell, form] of this.#cells[component]!) {
        const by = snap((moved.get(cell) ?? 0) + valueAt(form, z))
        if (by === 0) moved.delete(cell)
        else moved.set(cell, by)
      }
    }
    return { cells: Int32Array.from(moved.keys()), shift: Float64Array.from(moved.values()) }
  }

  #spread(): void {
    const { groupOf, factorOf } = this.groups
    this.#cells.push(...this.reach.components.map(() => []))
    groupOf.forEach((group, cell) => {
      if (group < 0) return
      for (const [component, form] of this.partsOf([group], [factorOf[cell]!])) this.#cells[component]!.push([cell, form])
    })
  }

  dispose(): void {
    this.reach.dispose()
  }
}
