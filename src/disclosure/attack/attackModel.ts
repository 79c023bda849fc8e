import type { Sums } from '../tables/rows.ts'
import { findComponents, type Component } from './components.ts'
import { Factor } from './factor.ts'
import { NullSpace } from './nullSpace.ts'
import type { Polytope } from './polytope.ts'
import type { Scenario } from './scenario.ts'
import type { Solver } from './solver.ts'
import { SolverPolytope } from './solverPolytope.ts'

/** Entries of the largest tableau of our own; above it HiGHS is faster. */
const largestTableau = 150_000

/**
 * Everything an attacker can hold possible, given which cells are suppressed: one polytope for each component, each looked at on its own.
 * Cells in no component are determined by the sums.
 */
export class AttackModel {
  readonly sums: Sums
  readonly components: readonly Component[]
  /** For each cell its component, or -1 when it is published or determined. */
  readonly componentOf: Int32Array
  /** For each cell its column within its component. */
  readonly columnOf: Int32Array
  readonly #polytopes: (Polytope | undefined)[] = []
  readonly #solver: Solver
  readonly #scenario: Scenario

  constructor(solver: Solver, sums: Sums, suppressed: Uint8Array, scenario: Scenario) {
    this.#solver = solver
    this.sums = sums
    this.components = findComponents(sums, suppressed)
    this.#scenario = scenario
    this.componentOf = new Int32Array(suppressed.length).fill(-1)
    this.columnOf = new Int32Array(suppressed.length).fill(-1)
    this.components.forEach(({ cells }, component) =>
      cells.forEach((cell, column) => {
        this.componentOf[cell] = component
        this.columnOf[cell] = column
      }),
    )
  }

  /** What is possible within a component; made when first asked for. */
  polytope(component: number): Polytope {
    return (this.#polytopes[component] ??= this.#makePolytope(this.components[component]!))
  }

  /** Frees what is held outside the language's own memory. */
  dispose(): void {
    for (const polytope of this.#polytopes) polytope?.dispose()
  }

  #makePolytope(component: Component): Polytope {
    const { down, up } = this.#scenario
    const lower = Float64Array.from(component.cells, (cell) => -down[cell]!)
    const upper = Float64Array.from(component.cells, (cell) => up[cell]!)
    const { rows } = this.sums
    const factor = new Factor(component, rows, this.columnOf)
    if (NullSpace.sizeOf(factor) <= largestTableau) return new NullSpace(factor, lower, upper)
    return new SolverPolytope(this.#solver, component, rows, this.columnOf, lower, upper)
  }
}
