import type { Model, ModelData } from 'highs'
import type { World } from '../certificate/world.ts'
import { hidable, type Problem } from './problem.ts'
import type { Requirement } from '../certificate/requirement.ts'
import { spared } from './window.ts'

/** A requirement that is to go so far, in one direction. */
export interface Direction {
  sign: 1 | -1
  target: number
}

/** HiGHS's numbers of its simplex methods. */
const methods = { dual: 1, primal: 4 }

/** Worlds that need the least new suppression: linear programmes in which each unit of movement of a cell costs what hiding it costs. */
export class CheapestWorlds {
  readonly #problem: Problem
  readonly #within: Int32Array
  readonly #columnOf: Int32Array
  /** By scenario: kept from one question to the next. */
  readonly #models: (Model | undefined)[] = []

  /** @param within the cells that may move; all that may be hidden when left out */
  constructor(problem: Problem, within?: Int32Array) {
    this.#problem = problem
    this.#within = within ?? hidable(problem)
    this.#columnOf = columnsOf(problem, this.#within)
  }

  /**
   * The cheapest world that takes a requirement's functional `target` up (or down), where cells in `pattern` cost nothing; undefined when there is none.
   * Throws `OutOfTime` after the deadline, and when the programme cannot be solved: that it was not found says nothing then.
   */
  find(requirement: Requirement, { sign, target }: Direction, pattern: Uint8Array): World | undefined {
    this.#problem.deadline.check()
    const model = (this.#models[requirement.scenario] ??= this.#make(requirement.scenario))
    const width = this.#within.length
    model.changeColsCost({ kind: 'range', from: 0, to: 2 * width - 1 }, pricesOf(this.#problem, this.#within, pattern))
    const demand = model.getDimensions().numRows
    model.addRow(target, Infinity, entriesOf(requirement, sign, this.#columnOf, width))
    try {
      if (!this.#solve(model)) return undefined
      const { colValue } = model.getSolution()
      return worldOf(requirement, this.#within, (at) => colValue[at]! - colValue[at + width]!)
    } finally {
      model.deleteRows({ kind: 'range', from: demand, to: demand })
    }
  }

  /** From the truth with nothing moved, where the dual method has one sum to mend; else by the primal method. Says whether there is a solution. */
  #solve(model: Model): boolean {
    const { solver, deadline } = this.#problem
    const { optimal, infeasible } = solver.constants.modelStatus
    for (const strategy of [methods.dual, methods.primal]) {
      model.setLogicalBasis()
      // HiGHS counts the time of earlier runs as well.
      model.zeroAllClocks()
      model.options.set({ simplex_strategy: strategy, time_limit: deadline.secondsLeft })
      model.run()
      const status = model.getModelStatus()
      if (status === optimal || status === infeasible) return status === optimal
      deadline.check()
    }
    throw new Error('The programme for the cheapest world could not be solved')
  }

  #make(scenario: number): Model {
    const model = this.#problem.solver.createModel(programmeOf(this.#problem, scenario, this.#within, this.#columnOf))
    model.options.set({ output_flag: false, presolve: 'off', solver: 'simplex' })
    return model
  }

  dispose(): void {
    for (const model of this.#models) model?.dispose()
  }
}

/** The cheapest world of one requirement among worlds that move only cells `within`, as `CheapestWorlds.find`. */
export function cheapestWorld(
  problem: Problem,
  requirement: Requirement,
  direction: Direction,
  pattern: Uint8Array,
  within: Int32Array,
): World | undefined {
  const worlds = new CheapestWorlds(problem, within)
  try {
    return worlds.find(requirement, direction, pattern)
  } finally {
    worlds.dispose()
  }
}

/** Share of the best that a whole world may cost more. */
const coarse = 0.1

/**
 * The same of whole counts, by whole-number programming; it may cost a tenth more. `none` when it is shown that there is none; undefined when none is found in
 * `seconds`. Throws `OutOfTime` after the deadline.
 */
export function cheapestWholeWorld(
  problem: Problem,
  requirement: Requirement,
  { sign, target }: Direction,
  pattern: Uint8Array,
  { within, seconds }: { within: Int32Array; seconds: number },
): World | 'none' | undefined {
  const { solver, deadline } = problem
  const { modelStatus, variableType } = solver.constants
  deadline.check()
  const columnOf = columnsOf(problem, within)
  const data = { ...programmeOf(problem, requirement.scenario, within, columnOf), colCost: pricesOf(problem, within, pattern) }
  const integrality = Array.from(data.colCost, () => variableType.integer)
  return solver.withModel({ ...data, integrality }, (model) => {
    model.addRow(target, Infinity, entriesOf(requirement, sign, columnOf, within.length))
    model.options.set({ output_flag: false, time_limit: seconds, random_seed: 1, mip_rel_gap: coarse })
    model.run()
    const status = model.getModelStatus()
    if (status !== modelStatus.optimal) return status === modelStatus.infeasible ? 'none' : undefined
    const { colValue } = model.getSolution()
    return worldOf(requirement, within, (at) => Math.round(colValue[at]!) - Math.round(colValue[at + within.length]!))
  })
}

function worldOf({ scenario }: Requirement, within: Int32Array, shiftOf: (at: number) => number): World {
  const shift = Float64Array.from(within, (_, at) => shiftOf(at))
  const moved = [...shift.keys()].filter((at) => Math.abs(shift[at]!) > 1e-6)
  return { scenario, cells: Int32Array.from(moved, (at) => within[at]!), shift: Float64Array.from(moved, (at) => shift[at]!) }
}

/** What moving by one costs, by column. */
function pricesOf({ cost }: Problem, within: Int32Array, pattern: Uint8Array): Float64Array {
  const price = new Float64Array(2 * within.length)
  within.forEach((cell, at) => (price[at] = price[at + within.length] = pattern[cell]! > 0 ? spared : cost[cell]! + spared))
  return price
}

/** By cell, its place in `within`; -1 for others. */
function columnsOf({ cells }: Problem, within: Int32Array): Int32Array {
  const columnOf = new Int32Array(cells.size).fill(-1)
  within.forEach((cell, at) => (columnOf[cell] = at))
  return columnOf
}

/** A requirement's functional over the columns of movement. */
function entriesOf(
  { cells, factors }: Requirement,
  sign: 1 | -1,
  columnOf: Int32Array,
  width: number,
): { indices: number[]; values: number[] } {
  const [indices, values]: [number[], number[]] = [[], []]
  cells.forEach((cell, at) => {
    const column = columnOf[cell]!
    if (column < 0) return
    indices.push(column, column + width)
    values.push(factors[at]! * sign, -factors[at]! * sign)
  })
  return { indices, values }
}

/** The sums that hold any of the cells, over columns of movement up and, after them, down, which cost nothing yet. */
function programmeOf(
  { solver, scenarios, sums: { rows, columns } }: Problem,
  scenario: number,
  within: Int32Array,
  columnOf: Int32Array,
): ModelData {
  const { down, up } = scenarios[scenario]!
  const width = within.length
  const touched = new Set<number>()
  let entries = 0
  for (const cell of within) {
    entries += columns.start[cell + 1]! - columns.start[cell]!
    for (let at = columns.start[cell]!; at < columns.start[cell + 1]!; at++) touched.add(columns.index[at]!)
  }
  const [indices, values, starts] = [new Int32Array(2 * entries), new Float64Array(2 * entries), [0]]
  let filled = 0
  for (const row of touched) {
    for (let at = rows.start[row]!; at < rows.start[row + 1]!; at++) {
      const column = columnOf[rows.index[at]!]!
      if (column < 0) continue
      indices[filled] = column
      values[filled++] = rows.sign[at]!
      indices[filled] = column + width
      values[filled++] = -rows.sign[at]!
    }
    starts.push(filled)
  }
  const [numCols, numRows] = [2 * width, touched.size]
  return {
    ...{ numCols, numRows, sense: solver.constants.objectiveSense.minimize, offset: 0, colCost: new Float64Array(numCols) },
    ...{ rowLower: new Float64Array(numRows), rowUpper: new Float64Array(numRows), colLower: new Float64Array(numCols) },
    colUpper: Float64Array.from({ length: numCols }, (_, at) => (at < width ? up[within[at]!]! : down[within[at - width]!]!)),
    matrix: {
      format: 'csr',
      ...{ numRows, numCols },
      starts: Int32Array.from(starts),
      ...{ indices, values },
    },
  }
}
