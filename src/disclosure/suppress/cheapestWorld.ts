import type { ModelData } from 'highs'
import type { World } from '../certificate/world.ts'
import type { Problem } from './problem.ts'
import type { Requirement } from '../certificate/requirement.ts'
import { spared } from './window.ts'

/** A requirement that is to go so far, in one direction. */
export interface Direction {
  sign: 1 | -1
  target: number
}

/**
 * The world that takes a requirement's functional `target` up (or down) and needs the least new suppression, among worlds that move only
 * these cells; undefined when there is none. A linear programme in which each unit of movement of an open cell costs what hiding it costs.
 * `cheaper` are cells outside with which a cheaper one may be possible (negative reduced cost), the most promising first.
 */
export function cheapestWorld(
  problem: Problem,
  requirement: Requirement,
  direction: Direction,
  pattern: Uint8Array,
  within: Int32Array,
): { world: World; cheaper: number[] } | undefined {
  const { solver, deadline } = problem
  deadline.check()
  const { data, rows, columnOf } = programmeOf(problem, requirement, direction, pattern, within)
  return solver.withModel(data, (model) => {
    model.options.set({ output_flag: false, presolve: 'off', solver: 'simplex', simplex_strategy: 1, time_limit: deadline.secondsLeft })
    model.run()
    if (model.getModelStatus() !== solver.constants.modelStatus.optimal) {
      deadline.check()
      return undefined
    }
    const { colValue, rowDual } = model.getSolution()
    const world = worldOf(requirement, within, (at) => colValue[at]! - colValue[at + within.length]!)
    return { world, cheaper: cheaperOutside(problem, requirement, pattern, { rows, rowDual, columnOf }) }
  })
}

/** Share of the best that a whole world may cost more. */
const coarse = 0.1

/** The same of whole counts, by whole-number programming; it may cost a tenth more. Undefined when none is found in `seconds`. Throws `OutOfTime` after the deadline. */
export function cheapestWholeWorld(
  problem: Problem,
  requirement: Requirement,
  direction: Direction,
  pattern: Uint8Array,
  { within, seconds }: { within: Int32Array; seconds: number },
): World | undefined {
  const { solver, deadline } = problem
  const { modelStatus, variableType } = solver.constants
  deadline.check()
  const { data } = programmeOf(problem, requirement, direction, pattern, within)
  const integrality = Array.from(data.colCost, () => variableType.integer)
  return solver.withModel({ ...data, integrality }, (model) => {
    model.options.set({ output_flag: false, time_limit: seconds, random_seed: 1, mip_rel_gap: coarse })
    model.run()
    if (model.getModelStatus() !== modelStatus.optimal) return undefined
    const { colValue } = model.getSolution()
    return worldOf(requirement, within, (at) => Math.round(colValue[at]!) - Math.round(colValue[at + within.length]!))
  })
}

function worldOf({ scenario }: Requirement, within: Int32Array, shiftOf: (at: number) => number): World {
  const shift = Float64Array.from(within, (_, at) => shiftOf(at))
  const moved = [...shift.keys()].filter((at) => Math.abs(shift[at]!) > 1e-6)
  return { scenario, cells: Int32Array.from(moved, (at) => within[at]!), shift: Float64Array.from(moved, (at) => shift[at]!) }
}

interface Programme {
  data: ModelData & { colCost: Float64Array }
  /** Numbers of the sums that its rows are. */
  rows: readonly number[]
  /** By cell its column of movement up; that of movement down is as many further as there are cells. */
  columnOf: ReadonlyMap<number, number>
}

function programmeOf(
  problem: Problem,
  requirement: Requirement,
  { sign, target }: Direction,
  pattern: Uint8Array,
  within: Int32Array,
): Programme {
  const { solver, cost, scenarios } = problem
  const { down, up } = scenarios[requirement.scenario]!
  const columnOf = new Map(Array.from(within, (cell, at) => [cell, at]))
  const { rows, starts, indices, values } = sumsWithin(problem, within, columnOf)
  const width = within.length
  const price = Float64Array.from(within, (cell) => (pattern[cell]! > 0 ? spared : cost[cell]! + spared))
  requirement.cells.forEach((cell, at) => {
    const column = columnOf.get(cell)
    if (column === undefined) return
    indices.push(column, column + width)
    values.push(requirement.factors[at]! * sign, -requirement.factors[at]! * sign)
  })
  starts.push(indices.length)
  const [numCols, numRows] = [2 * width, starts.length - 1]
  const rowLower = new Float64Array(numRows).with(numRows - 1, target)
  const data = {
    ...{ numCols, numRows, sense: solver.constants.objectiveSense.minimize, offset: 0, rowLower },
    rowUpper: new Float64Array(numRows).with(numRows - 1, Infinity),
    colCost: Float64Array.of(...price, ...price),
    colLower: new Float64Array(numCols),
    colUpper: Float64Array.from({ length: numCols }, (_, at) => (at < width ? up[within[at]!]! : down[within[at - width]!]!)),
    matrix: {
      format: 'csr' as const,
      ...{ numRows, numCols },
      starts: Int32Array.from(starts),
      indices: Int32Array.from(indices),
      values: Float64Array.from(values),
    },
  }
  return { data, rows, columnOf }
}

/** The sums that hold any of the cells, over columns of movement up and, after them, down. */
function sumsWithin(
  { sums: { rows, columns } }: Problem,
  within: Int32Array,
  columnOf: ReadonlyMap<number, number>,
): { rows: number[]; starts: number[]; indices: number[]; values: number[] } {
  const [starts, indices, values]: [number[], number[], number[]] = [[0], [], []]
  const touched = new Set<number>()
  for (const cell of within) for (let at = columns.start[cell]!; at < columns.start[cell + 1]!; at++) touched.add(columns.index[at]!)
  for (const row of touched) {
    for (let at = rows.start[row]!; at < rows.start[row + 1]!; at++) {
      const column = columnOf.get(rows.index[at]!)
      if (column === undefined) continue
      indices.push(column, column + within.length)
      values.push(rows.sign[at]!, -rows.sign[at]!)
    }
    starts.push(indices.length)
  }
  return { rows: [...touched], starts, indices, values }
}

/** Cells outside the window whose movement the sums of the window pay more for than hiding them costs. */
function cheaperOutside(
  { sums: { rows }, scenarios, cost, fixed }: Problem,
  { scenario }: Requirement,
  pattern: Uint8Array,
  { rows: numbers, rowDual, columnOf }: { rows: readonly number[]; rowDual: Float64Array; columnOf: ReadonlyMap<number, number> },
): number[] {
  const worth = new Map<number, number>()
  numbers.forEach((row, at) => {
    if (Math.abs(rowDual[at]!) < 1e-9) return
    for (let place = rows.start[row]!; place < rows.start[row + 1]!; place++) {
      const cell = rows.index[place]!
      if (fixed[cell]! >= 0 && !columnOf.has(cell)) worth.set(cell, (worth.get(cell) ?? 0) + rowDual[at]! * rows.sign[place]!)
    }
  })
  const { down, up } = scenarios[scenario]!
  const gains = [...worth].flatMap(([cell, value]): [number, number][] => {
    const gain = Math.abs(value) - (pattern[cell]! > 0 ? spared : cost[cell]! + spared)
    return gain > 1e-6 && (value > 0 ? up : down)[cell]! > 0 ? [[cell, gain]] : []
  })
  return gains.sort((a, b) => b[1] - a[1]).map(([cell]) => cell)
}
