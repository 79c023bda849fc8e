import type { Sums } from '../tables/rows.ts'
import { findComponents, locate, type Component } from './components.ts'
import { noDeadline, type Deadline } from './deadline.ts'
import { Factor } from './factor.ts'
import { NullSpace } from './nullSpace.ts'
import type { Functional, Maximiser } from './polytope.ts'
import type { Scenario } from './scenario.ts'
import type { Columns } from './simplex/luFactor.ts'
import { SteepestEdge } from './simplex/steepestEdge.ts'
import type { Attacking, Solver } from './solver.ts'
import { SolverPolytope } from './solverPolytope.ts'

/** Entries, or free columns, of the largest tableau that is pivoted to the optimum again and again: larger ones fill. */
const largest = { entries: 30_000, free: 64 }

/** What an attacker can hold possible of suppressed cells, component by component, when nothing is asked but how far functions can go. */
export class ReachModel {
  readonly components: readonly Component[]
  /** For each cell its component (-1: published or determined) and its column within that. */
  readonly componentOf: Int32Array
  readonly columnOf: Int32Array
  readonly #solver: Solver
  readonly #sums: Sums
  readonly #scenario: Scenario
  readonly #deadline: Deadline
  readonly #maximisers: (Maximiser | undefined)[] = []

  constructor({ solver, sums, deadline = noDeadline }: Attacking, suppressed: Uint8Array, scenario: Scenario) {
    this.#solver = solver
    this.#sums = sums
    this.#scenario = scenario
    this.#deadline = deadline
    this.components = findComponents(sums, suppressed, true)
    ;({ componentOf: this.componentOf, columnOf: this.columnOf } = locate(this.components, suppressed.length))
  }

  /** The table reached last within a component, at first the true one. */
  z(component: number): Float64Array {
    return this.#maximiser(component).z
  }

  /**
   * `Maximiser.maximise` within a component; where our own methods give up, HiGHS takes the component over. Throws when that gives up as well: nothing is
   * known then, and nothing may be released.
   */
  maximise(component: number, functional: Functional, sign: 1 | -1, target: number): number {
    const reached = this.#maximiser(component).maximise(functional, sign, target)
    if (!Number.isNaN(reached)) return reached
    this.#maximiser(component).dispose()
    const polytope = this.#solved(component)
    this.#maximisers[component] = polytope
    const again = polytope.maximise(functional, sign)
    if (Number.isNaN(again)) throw new Error('The linear programme of an attack could not be solved')
    return again
  }

  /** Back to the truth within a component. */
  reset(component: number): void {
    this.#maximiser(component).reset()
  }

  dispose(): void {
    for (const maximiser of this.#maximisers) maximiser?.dispose()
  }

  #maximiser(component: number): Maximiser {
    return (this.#maximisers[component] ??= this.#make(component))
  }

  #make(component: number): Maximiser {
    const factor = new Factor(this.components[component]!, this.#sums.rows, this.columnOf, this.#deadline)
    const free = factor.pivotOf.length - factor.pivots.length
    const { lower, upper } = this.#bounds(component)
    if (free <= largest.free || free * factor.pivots.length <= largest.entries) return new NullSpace(factor, lower, upper, this.#deadline)
    try {
      return new SteepestEdge(
        { ...this.#columns(component, factor.rows), rows: factor.rows },
        Int32Array.from(factor.pivots),
        lower,
        upper,
        this.#deadline,
      )
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      return this.#solved(component)
    }
  }

  #solved(component: number): SolverPolytope {
    const setting = { solver: this.#solver, sums: this.#sums, deadline: this.#deadline }
    const { lower, upper } = this.#bounds(component)
    return new SolverPolytope(setting, this.components[component]!, this.columnOf, lower, upper)
  }

  #bounds(component: number): { lower: Float64Array; upper: Float64Array } {
    const { cells } = this.components[component]!
    const { down, up } = this.#scenario
    return { lower: Float64Array.from(cells, (cell) => -down[cell]!), upper: Float64Array.from(cells, (cell) => up[cell]!) }
  }

  /** The columns of a component in these sums. */
  #columns(component: number, sums: readonly number[]): Columns {
    const rowOf = new Map(sums.map((sum, row) => [sum, row]))
    const { columns } = this.#sums
    const [start, index, value]: [number[], number[], number[]] = [[0], [], []]
    for (const cell of this.components[component]!.cells) {
      for (let at = columns.start[cell]!; at < columns.start[cell + 1]!; at++) {
        const row = rowOf.get(columns.index[at]!)
        if (row === undefined) continue
        index.push(row)
        value.push(columns.sign[at]!)
      }
      start.push(index.length)
    }
    return { start: Int32Array.from(start), index: Int32Array.from(index), value: Float64Array.from(value) }
  }
}
