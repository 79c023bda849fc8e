import type { Sums } from '../tables/rows.ts'
import { noDeadline, type Deadline } from './deadline.ts'
import { findComponents, locate, type Component } from './components.ts'
import { Factor } from './factor.ts'
import { NullSpace } from './nullSpace.ts'
import type { Functional, Polytope } from './polytope.ts'
import type { Scenario } from './scenario.ts'
import type { Attacking, Solver } from './solver.ts'
import { SolverPolytope } from './solverPolytope.ts'

/** Entries, or free columns, of the largest tableau of our own; above both HiGHS is faster. */
const largest = { entries: 4_000_000, free: 64 }

/** What an attacker can hold possible of suppressed cells, component by component. */
export interface Attack {
  readonly components: readonly Component[]
  /** For each cell its component, or -1 when it is published or determined. */
  readonly componentOf: Int32Array
  /** For each cell its column within its component. */
  readonly columnOf: Int32Array
  /** What is possible within a component; made when first asked for. */
  polytope(component: number): Polytope
  /** `Polytope.maximise` within a component. Throws when that gives up: nothing is known then, and nothing may be released. */
  maximise(component: number, functional: Functional, sign: 1 | -1, target: number): number
  /** The same, but NaN where our own method gives up or is not used: for when not knowing does no harm. */
  tryMaximise(component: number, functional: Functional, sign: 1 | -1, target: number): number
  /** Frees what is held outside the language's own memory. */
  dispose(): void
}

/**
 * Everything an attacker can hold possible, given which cells are suppressed: one polytope for each component, each looked at on its own.
 * With `peeled` cells that follow from a chain of sums are left out beforehand (faster); without, multipliers prove that they do.
 */
export class AttackModel implements Attack {
  readonly sums: Sums
  readonly components: readonly Component[]
  readonly componentOf: Int32Array
  readonly columnOf: Int32Array
  readonly #polytopes: (Polytope | undefined)[] = []
  readonly #solver: Solver
  readonly #scenario: Scenario
  readonly #deadline: Deadline

  constructor({ solver, sums, deadline = noDeadline }: Attacking, suppressed: Uint8Array, scenario: Scenario, peeled = true) {
    this.#deadline = deadline
    this.#solver = solver
    this.sums = sums
    this.components = findComponents(sums, suppressed, peeled)
    this.#scenario = scenario
    ;({ componentOf: this.componentOf, columnOf: this.columnOf } = locate(this.components, suppressed.length))
  }

  polytope(component: number): Polytope {
    return (this.#polytopes[component] ??= this.#makePolytope(component))
  }

  /**
   * `Polytope.maximise` within a component; where our own method gives up, HiGHS takes the component over. Throws when that gives up as well:
   * nothing is known then, and nothing may be released.
   */
  maximise(component: number, functional: Functional, sign: 1 | -1, target: number): number {
    const reached = this.polytope(component).maximise(functional, sign, target)
    if (!Number.isNaN(reached)) return reached
    const { lower, upper } = this.polytope(component)
    this.polytope(component).dispose()
    const polytope = this.#solved(this.components[component]!, lower, upper)
    this.#polytopes[component] = polytope
    const again = polytope.maximise(functional, sign)
    if (Number.isNaN(again)) throw new Error('The linear programme of an attack could not be solved')
    return again
  }

  tryMaximise(component: number, functional: Functional, sign: 1 | -1, target: number): number {
    const polytope = this.polytope(component)
    return polytope instanceof NullSpace ? polytope.maximise(functional, sign, target) : Number.NaN
  }

  dispose(): void {
    for (const polytope of this.#polytopes) polytope?.dispose()
  }

  #makePolytope(component: number): Polytope {
    const { down, up } = this.#scenario
    const { cells } = this.components[component]!
    const lower = Float64Array.from(cells, (cell) => -down[cell]!)
    const upper = Float64Array.from(cells, (cell) => up[cell]!)
    const factor = new Factor(this.components[component]!, this.sums.rows, this.columnOf, this.#deadline)
    const free = cells.length - factor.pivots.length
    const isSmall = free <= largest.free || free * factor.pivots.length <= largest.entries
    if (isSmall) return new NullSpace(factor, lower, upper, this.#deadline)
    // Sums that follow from others would only make its basis larger.
    return this.#solved({ cells, rows: Int32Array.from(factor.rows).sort() }, lower, upper, factor.pivotOf)
  }

  #solved(component: Component, lower: Float64Array, upper: Float64Array, pivotOf?: Int32Array): SolverPolytope {
    const setting = { solver: this.#solver, sums: this.sums, deadline: this.#deadline }
    return new SolverPolytope(setting, component, this.columnOf, lower, upper, pivotOf)
  }
}
