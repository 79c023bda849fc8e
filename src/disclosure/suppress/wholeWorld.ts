import type { ModelData } from 'highs'
import type { Attack } from '../attack/attackModel.ts'
import type { Requirement } from '../certificate/requirement.ts'
import type { World } from '../certificate/world.ts'
import { componentsOf, localise } from './evidence.ts'
import type { Problem } from './problem.ts'

/** The longest that one world is looked for, as share of the time that is left. */
const share = 0.03

/** A world of whole counts that takes the functional `target` up (or down), by whole-number programming within its component; undefined when none is found in `seconds`. */
export function wholeWorld(
  problem: Problem,
  model: Attack,
  requirement: Requirement,
  sign: 1 | -1,
  target: number,
  seconds: number,
): World | undefined {
  const { solver, deadline } = problem
  const { modelStatus } = solver.constants
  for (const component of componentsOf(model, requirement)) {
    deadline.check()
    const { cells } = model.components[component]!
    const world = solver.withModel(
      programmeOf(problem, model, component, requirement, { sign, target }),
      (programme): World | undefined => {
        programme.options.set({ output_flag: false, time_limit: Math.min(seconds, share * deadline.secondsLeft), random_seed: 1 })
        programme.run()
        if (programme.getModelStatus() !== modelStatus.optimal) return undefined
        const shift = programme.getSolution().colValue.map(Math.round)
        const moved = [...shift.keys()].filter((at) => shift[at] !== 0)
        return {
          scenario: requirement.scenario,
          cells: Int32Array.from(moved, (at) => cells[at]!),
          shift: Float64Array.from(moved, (at) => shift[at]!),
        }
      },
    )
    if (world) return world
  }
  return undefined
}

/** Whole shifts within a component that keep its sums and take the functional as far as wanted. */
function programmeOf(
  { solver, sums: { rows }, scenarios }: Problem,
  model: Attack,
  component: number,
  requirement: Requirement,
  { sign, target }: { sign: 1 | -1; target: number },
): ModelData {
  const { objectiveSense, variableType } = solver.constants
  const { cells, rows: own } = model.components[component]!
  const { down, up } = scenarios[requirement.scenario]!
  const [starts, indices, values]: [number[], number[], number[]] = [[0], [], []]
  for (const row of own) {
    for (let at = rows.start[row]!; at < rows.start[row + 1]!; at++) {
      if (model.componentOf[rows.index[at]!] !== component) continue
      indices.push(model.columnOf[rows.index[at]!]!)
      values.push(rows.sign[at]!)
    }
    starts.push(indices.length)
  }
  const { index, value } = localise(model, component, requirement)
  indices.push(...index)
  values.push(...value.map((one) => sign * one))
  starts.push(indices.length)
  const [numCols, numRows] = [cells.length, starts.length - 1]
  return {
    ...{ numCols, numRows, sense: objectiveSense.minimize, offset: 0, colCost: new Float64Array(numCols) },
    colLower: Float64Array.from(cells, (cell) => -down[cell]!),
    colUpper: Float64Array.from(cells, (cell) => up[cell]!),
    rowLower: Float64Array.from({ length: numRows }, (_, row) => (row === numRows - 1 ? target : 0)),
    rowUpper: Float64Array.from({ length: numRows }, (_, row) => (row === numRows - 1 ? Infinity : 0)),
    integrality: Array.from(cells, () => variableType.integer),
    matrix: {
      format: 'csr',
      numRows,
      numCols,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(indices),
      values: Float64Array.from(values),
    },
  }
}
