import type { Model } from 'highs'
import type { Problem } from './problem.ts'
import type { Cut } from './separate.ts'

/** What came of one run of the master problem. */
export interface MasterResult {
  /** By cell, 1 for those always hidden. */
  w: Float64Array
  /** No safe pattern costs less. */
  bound: number
  /** By open cell: how much the bound would rise at least if it were the other way. */
  reducedCost: Float64Array
}

/**
 * Which cells to hide at the least cost, under the conditions found so far: a relaxation of the whole problem, so its optimum is a lower bound. One
 * HiGHS model for the linear relaxation is kept and grows; whole-number runs are made afresh of what is still open.
 */
export class Master {
  readonly #problem: Problem
  /** Open cells, and for each cell its column or -1. */
  readonly #open: Int32Array
  readonly #columnOf: Int32Array
  readonly #model: Model
  readonly #cuts: Cut[] = []
  readonly #known = new Set<string>()
  /** Columns settled by reduced cost: 0, 1, or -1 for open. */
  readonly #settled: Int8Array

  constructor(problem: Problem) {
    this.#problem = problem
    const { solver, fixed, cost } = problem
    this.#open = Int32Array.from([...fixed.keys()].filter((cell) => fixed[cell] === 0))
    this.#columnOf = new Int32Array(fixed.length).fill(-1)
    this.#open.forEach((cell, column) => (this.#columnOf[cell] = column))
    this.#settled = new Int8Array(this.#open.length).fill(-1)
    this.#model = solver.createModel()
    this.#model.options.set({ output_flag: false, presolve: 'off', solver: 'simplex', simplex_strategy: 1 })
    const numCols = this.#open.length
    this.#model.passModel({
      ...{ numCols, numRows: 0, sense: solver.constants.objectiveSense.minimize, offset: 0 },
      ...{
        colCost: Float64Array.from(this.#open, (cell) => cost[cell]!),
        colLower: new Float64Array(numCols),
        colUpper: new Float64Array(numCols).fill(1),
      },
      ...{ rowLower: new Float64Array(0), rowUpper: new Float64Array(0) },
      matrix: { format: 'csr', numRows: 0, numCols, starts: Int32Array.of(0), indices: new Int32Array(0), values: new Float64Array(0) },
    })
  }

  /** Adds conditions, each once. Gives how many were new. */
  add(cuts: readonly Cut[]): number {
    const fresh = cuts.filter((cut) => {
      const key = `${cut.cells.join()}:${cut.factors.map((factor) => Math.round(factor * 1e4)).join()}`
      return !this.#known.has(key) && this.#known.add(key)
    })
    if (fresh.length === 0) return 0
    this.#cuts.push(...fresh)
    this.#model.addRows({
      ...rowsOf(fresh, this.#columnOf),
      lower: Float64Array.from(fresh, ({ least }) => least),
      upper: new Float64Array(fresh.length).fill(Infinity),
    })
    return fresh.length
  }

  /** The linear relaxation; undefined when there is nothing to choose, or HiGHS finds no optimum. */
  relax(): MasterResult | undefined {
    if (this.#open.length === 0) return undefined
    const isOptimal = (): boolean => {
      this.#problem.deadline.check()
      // HiGHS counts the time of earlier runs as well.
      this.#model.zeroAllClocks()
      this.#model.options.set('time_limit', this.#problem.deadline.secondsLeft)
      this.#model.run()
      return this.#model.getModelStatus() === this.#problem.solver.constants.modelStatus.optimal
    }
    if (!isOptimal()) {
      this.#model.clearSolver()
      if (!isOptimal()) return undefined
    }
    const { colValue, colDual } = this.#model.getSolution()
    return { w: this.#spread(colValue), bound: this.#model.getObjectiveValue(), reducedCost: colDual }
  }

  /** Settles cells that would make the bound exceed `most` if they were the other way. Gives how many are still open. */
  settle({ w, bound, reducedCost }: MasterResult, most: number): number {
    const slack = most - bound + 1e-6
    this.#open.forEach((cell, column) => {
      if (this.#settled[column]! >= 0) return
      if (w[cell]! < 1e-6 && reducedCost[column]! > slack) this.#settled[column] = 0
      if (w[cell]! > 1 - 1e-6 && -reducedCost[column]! > slack) this.#settled[column] = 1
    })
    return this.#settled.reduce((sum, state) => sum + (state < 0 ? 1 : 0), 0)
  }

  /**
   * The best whole pattern under the conditions so far, in the time there is. `w` is undefined when none was found in time, and the bound
   * Infinity when there is none at all below what was settled.
   * @param within only these cells may be other than in `start`; the bound is then of such patterns alone
   */
  solveWhole(start: Uint8Array, within?: Int32Array): { w: Float64Array | undefined; bound: number; isOptimal: boolean } {
    const { solver, deadline, cost } = this.#problem
    const { modelStatus, variableType, objectiveSense } = solver.constants
    const numCols = this.#open.length
    const { matrix } = rowsOf(this.#cuts, this.#columnOf)
    const isIn = within && new Set(within)
    const state = (column: number): number => {
      if (!isIn) return this.#settled[column]!
      const cell = this.#open[column]!
      return isIn.has(cell) ? -1 : start[cell]!
    }
    return solver.withModel(
      {
        ...{ numCols, numRows: this.#cuts.length, sense: objectiveSense.minimize, offset: 0, matrix },
        colCost: Float64Array.from(this.#open, (cell) => cost[cell]!),
        colLower: Float64Array.from(this.#open, (_, column) => (state(column) === 1 ? 1 : 0)),
        colUpper: Float64Array.from(this.#open, (_, column) => (state(column) === 0 ? 0 : 1)),
        rowLower: Float64Array.from(this.#cuts, ({ least }) => least),
        rowUpper: new Float64Array(this.#cuts.length).fill(Infinity),
        integrality: Array.from(this.#open, () => variableType.integer),
      },
      (model) => {
        model.options.set({
          output_flag: false,
          time_limit: Math.max(0.05, deadline.secondsLeft),
          mip_rel_gap: 0,
          // Measured: restarts and the general heuristics cost more than they give; our own rounding finds good patterns.
          mip_allow_restart: false,
          mip_heuristic_effort: 0,
          mip_heuristic_run_feasibility_jump: false,
          mip_heuristic_run_rins: false,
          mip_heuristic_run_rens: false,
          mip_abs_gap: 0.01,
          random_seed: 1,
        })
        model.setSolution({ colValue: Float64Array.from(this.#open, (cell) => start[cell]!) })
        model.run()
        const status = model.getModelStatus()
        if (status === modelStatus.infeasible) return { w: undefined, bound: Infinity, isOptimal: true }
        const bound = model.info.get('mip_dual_bound') as number
        const isFound = (model.info.get('primal_solution_status') as number) === 2
        const w = isFound ? this.#spread(model.getSolution().colValue.map(Math.round)) : undefined
        return { w, bound, isOptimal: status === modelStatus.optimal }
      },
    )
  }

  #spread(colValue: Float64Array): Float64Array {
    const w = Float64Array.from(this.#problem.fixed, (fixed) => (fixed > 0 ? 1 : 0))
    this.#open.forEach((cell, column) => (w[cell] = Math.min(1, Math.max(0, colValue[column]!))))
    return w
  }

  dispose(): void {
    this.#model.dispose()
  }
}

function rowsOf(
  cuts: readonly Cut[],
  columnOf: Int32Array,
): { matrix: { format: 'csr'; numRows: number; numCols: number; starts: Int32Array; indices: Int32Array; values: Float64Array } } {
  const starts = new Int32Array(cuts.length + 1)
  cuts.forEach(({ cells }, at) => (starts[at + 1] = starts[at]! + cells.length))
  const indices = new Int32Array(starts[cuts.length]!)
  const values = new Float64Array(starts[cuts.length]!)
  cuts.forEach(({ cells, factors }, at) => {
    indices.set(
      cells.map((cell) => columnOf[cell]!),
      starts[at]!,
    )
    values.set(factors, starts[at]!)
  })
  const numCols = columnOf.reduce((most, column) => Math.max(most, column + 1), 0)
  return { matrix: { format: 'csr', numRows: cuts.length, numCols, starts, indices, values } }
}
