import { ReachModel } from '../attack/reachModel.ts'
import type { Multipliers } from '../attack/polytope.ts'
import { componentsOf, localise } from './evidence.ts'
import { addHelp } from './help.ts'
import type { Problem } from './problem.ts'
import type { Requirement } from '../certificate/requirement.ts'

/**
 * How far a requirement's functional can go at most when all of `within` may be hidden, and the cells outside that could take it farther. When
 * there are none, hiding everything would not help either: the limit is inherent in the tables.
 */
export function attainable(
  problem: Problem,
  requirement: Requirement,
  sign: 1 | -1,
  target: number,
  within: Int32Array,
): { reached: number; entrances: number[] } {
  const pattern = new Uint8Array(problem.cells.size)
  for (const cell of within) pattern[cell] = 1
  const model = new ReachModel(problem, pattern, problem.scenarios[requirement.scenario]!, false)
  try {
    let reached = 0
    const multipliers: Multipliers[] = []
    for (const component of componentsOf(model, requirement)) {
      const local = localise(model, component, requirement)
      reached += model.maximise(component, local, sign, target)
      multipliers.push(model.multipliers(component, local, sign))
    }
    const helps = new Map<number, number>()
    addHelp(problem, requirement, sign, multipliers, helps)
    return { reached, entrances: [...helps.keys()].filter((cell) => pattern[cell] === 0 && problem.fixed[cell]! >= 0) }
  } finally {
    model.dispose()
  }
}
