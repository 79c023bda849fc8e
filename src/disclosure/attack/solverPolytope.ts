import type { Model } from 'highs'
import type { Component } from './components.ts'
import { noDeadline, type Deadline } from './deadline.ts'
import { snap } from './factor.ts'
import { valueAt, type Functional, type Multipliers, type Polytope } from './polytope.ts'
import type { Attacking } from './solver.ts'

/** Stands for "no upper bound": what is reached above half of it is unbounded. */
const far = 1e6

/** The polytope of a component where many columns are free: linear programming by HiGHS, one model kept and run again from its last basis. */
export class SolverPolytope implements Polytope {
  readonly lower: Float64Array
  readonly upper: Float64Array
  z: Float64Array<ArrayBufferLike>
  readonly #rows: Int32Array
  readonly #model: Model
  readonly #optimal: number
  readonly #deadline: Deadline
  #costs: number[] = []
  #rowDuals: Float64Array<ArrayBufferLike> = new Float64Array(0)

  /**
   * @param pivotOf for each column its pivot or -1, when the sums of the component are independent and every one has a pivot: the basis to begin with
   */
  constructor(
    { solver, sums: { rows: sums }, deadline = noDeadline }: Attacking,
    component: Component,
    columnOf: Int32Array,
    lower: Float64Array,
    upper: Float64Array,
    pivotOf?: Int32Array,
  ) {
    this.#deadline = deadline
    this.lower = lower
    this.upper = upper
    this.z = new Float64Array(lower.length)
    this.#rows = component.rows
    this.#optimal = solver.constants.modelStatus.optimal
    this.#model = solver.createModel()
    this.#model.options.set({ output_flag: false, presolve: 'off', solver: 'simplex', simplex_strategy: 4 })
    const [starts, indices, values]: [number[], number[], number[]] = [[0], [], []]
    for (const row of component.rows) {
      for (let at = sums.start[row]!; at < sums.start[row + 1]!; at++) {
        const column = columnOf[sums.index[at]!]!
        if (column < 0) continue
        indices.push(column)
        values.push(sums.sign[at]!)
      }
      starts.push(indices.length)
    }
    const [numCols, numRows] = [lower.length, component.rows.length]
    this.#model.passModel({
      ...{ numCols, numRows, colCost: new Float64Array(numCols), sense: solver.constants.objectiveSense.minimize, offset: 0 },
      ...{ colLower: lower.map((one) => Math.max(one, -far)), colUpper: upper.map((one) => Math.min(one, far)) },
      ...{ rowLower: new Float64Array(numRows), rowUpper: new Float64Array(numRows) },
      matrix: {
        format: 'csr',
        numRows,
        numCols,
        starts: Int32Array.from(starts),
        indices: Int32Array.from(indices),
        values: Float64Array.from(values),
      },
    })
    if (!pivotOf) return
    // Otherwise the first run would have to bring every one of these columns into the basis.
    const { lower: atLower, upper: atUpper, basic } = solver.constants.basisStatus
    const side = (column: number): typeof atLower | typeof atUpper => (-lower[column]! <= upper[column]! ? atLower : atUpper)
    this.#model.setBasis({
      colStatus: Array.from(pivotOf, (pivot, column) => (pivot >= 0 ? basic : side(column))),
      rowStatus: Array.from(component.rows, () => atLower),
    })
  }

  reset(): void {
    this.z = new Float64Array(this.lower.length)
  }

  setBounds(column: number, lower: number, upper: number): void {
    this.lower[column] = lower
    this.upper[column] = upper
    this.#model.changeColBounds(column, Math.max(lower, -far), Math.min(upper, far))
  }

  maximise(functional: Functional, sign: 1 | -1): number {
    for (const column of this.#costs) this.#model.changeColCost(column, 0)
    this.#costs = Array.from(functional.index)
    this.#costs.forEach((column, at) => this.#model.changeColCost(column, -sign * functional.value[at]!))
    if (!this.#run()) return Number.NaN
    const { colValue, rowDual } = this.#model.getSolution()
    this.z = colValue.map(snap)
    this.#rowDuals = rowDual
    const reached = sign * valueAt(functional, this.z)
    return reached > far / 2 ? Infinity : snap(reached)
  }

  /** From the last basis; else afresh; else by the dual simplex method. Says whether an optimum was found. */
  #run(): boolean {
    const isOptimal = (): boolean => {
      this.#deadline.check()
      // HiGHS counts the time of earlier runs as well.
      this.#model.zeroAllClocks()
      this.#model.options.set('time_limit', this.#deadline.secondsLeft)
      this.#model.run()
      return this.#model.getModelStatus() === this.#optimal
    }
    if (isOptimal()) return true
    this.#model.clearSolver()
    if (isOptimal()) return true
    this.#model.clearSolver()
    this.#model.options.set('simplex_strategy', 1)
    const isFound = isOptimal()
    this.#model.options.set('simplex_strategy', 4)
    return isFound
  }

  multipliers(): Multipliers {
    return { rows: this.#rows, value: this.#rowDuals.map((dual) => -dual) }
  }

  follows(): boolean {
    return false
  }

  dispose(): void {
    this.#model.dispose()
  }
}
