import { Heap } from '../attack/heap.ts'
import type { World } from '../certificate/world.ts'
import type { Problem } from './problem.ts'
import type { Requirement } from '../certificate/requirement.ts'

const spared = 1e-3

/**
 * The `size` cells nearest to a requirement's, where going through a cell is as long as hiding it costs: cells that are suppressed
 * already are near, cheap ones nearer than dear ones.
 */
export function windowAround(
  { cells, sums: { rows, columns }, cost, fixed }: Problem,
  requirement: Pick<Requirement, 'cells'>,
  pattern: Uint8Array,
  size: number,
): Int32Array {
  const length = (cell: number): number => (pattern[cell]! > 0 ? spared : cost[cell]!) + spared
  const distance = new Float64Array(cells.size).fill(Infinity)
  const heap = new Heap()
  const reach = (cell: number, far: number): void => {
    if (fixed[cell]! < 0 || far >= distance[cell]!) return
    distance[cell] = far
    heap.push(far, cell)
  }
  for (const cell of requirement.cells) reach(cell, 0)
  const done: number[] = []
  const rowsSeen = new Set<number>()
  for (let next = heap.pop(); next && done.length < size; next = heap.pop()) {
    const [far, cell] = next
    if (far > distance[cell]!) continue
    done.push(cell)
    for (let at = columns.start[cell]!; at < columns.start[cell + 1]!; at++) {
      const row = columns.index[at]!
      // The nearest cell of a sum brings in all others of it at their nearest.
      if (rowsSeen.has(row)) continue
      rowsSeen.add(row)
      for (let place = rows.start[row]!; place < rows.start[row + 1]!; place++) reach(rows.index[place]!, far + length(rows.index[place]!))
    }
  }
  return Int32Array.from(done)
}

/**
 * The world that takes a requirement's functional `target` up (or down) and needs the least new suppression, among worlds that move only
 * these cells; undefined when there is none. A linear programme in which each unit of movement of an open cell costs what hiding it costs.
 * `cheaper` are cells outside with which a cheaper one may be possible (negative reduced cost), the most promising first.
 */
export function cheapestWorld(
  problem: Problem,
  requirement: Requirement,
  direction: { sign: 1 | -1; target: number },
  pattern: Uint8Array,
  within: Int32Array,
): { world: World; cheaper: number[] } | undefined {
  const { solver, deadline, cost, scenarios } = problem
  deadline.check()
  const { down, up } = scenarios[requirement.scenario]!
  const columnOf = new Map<number, number>()
  within.forEach((cell, at) => columnOf.set(cell, at))
  const matrix = sumsWithin(problem, within, columnOf)
  const width = within.length
  const price = Float64Array.from(within, (cell) => (pattern[cell]! > 0 ? spared : cost[cell]! + spared))
  const { starts, indices, values } = matrix
  requirement.cells.forEach((cell, at) => {
    const column = columnOf.get(cell)
    if (column === undefined) return
    indices.push(column, column + width)
    values.push(requirement.factors[at]! * direction.sign, -requirement.factors[at]! * direction.sign)
  })
  starts.push(indices.length)
  const numRows = starts.length - 1
  const rowLower = Float64Array.from({ length: numRows }, (_, row) => (row === numRows - 1 ? direction.target : 0))
  const rowUpper = rowLower.with(numRows - 1, Infinity)
  return solver.withModel(
    {
      ...{ numCols: 2 * width, numRows, sense: solver.constants.objectiveSense.minimize, offset: 0, rowLower, rowUpper },
      colCost: Float64Array.of(...price, ...price),
      colLower: new Float64Array(2 * width),
      colUpper: Float64Array.from({ length: 2 * width }, (_, at) => (at < width ? up[within[at]!]! : down[within[at - width]!]!)),
      matrix: {
        format: 'csr',
        numRows,
        numCols: 2 * width,
        starts: Int32Array.from(starts),
        indices: Int32Array.from(indices),
        values: Float64Array.from(values),
      },
    },
    (model) => {
      model.options.set({ output_flag: false, presolve: 'off', solver: 'simplex', simplex_strategy: 1, time_limit: deadline.secondsLeft })
      model.run()
      if (model.getModelStatus() !== solver.constants.modelStatus.optimal) {
        deadline.check()
        return undefined
      }
      const { colValue, rowDual } = model.getSolution()
      const shift = Float64Array.from(within, (_, at) => colValue[at]! - colValue[at + width]!)
      const moved = [...shift.keys()].filter((at) => Math.abs(shift[at]!) > 1e-6)
      const world = {
        scenario: requirement.scenario,
        cells: Int32Array.from(moved, (at) => within[at]!),
        shift: Float64Array.from(moved, (at) => shift[at]!),
      }
      return { world, cheaper: cheaperOutside(problem, requirement, pattern, { rows: matrix.rows, rowDual, columnOf }) }
    },
  )
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
