import { AttackModel } from '../attack/attackModel.ts'
import { componentsOf, type Evidence } from './evidence.ts'
import { free, meetByMoves } from './meetByMoves.ts'
import { secondariesOf, type Problem } from './problem.ts'
import { ProductMoves } from './productMoves.ts'

/**
 * Publishes again, the dearest first, every secondary that is not needed for any requirement; after that none can be spared. The
 * pattern meets all requirements at every moment, so it is stopped after `seconds`, or when the problem's deadline is over.
 */
export function cleanUp(problem: Problem, evidence: Evidence, pattern: Uint8Array, seconds = Infinity): void {
  const { cost, requirements, scenarios, deadline } = problem
  const models = scenarios.map((scenario) => new AttackModel(problem, pattern, scenario))
  const moves = new ProductMoves(problem)
  const byComponent = models.map(({ components }) => components.map((): number[] => []))
  requirements.forEach((requirement, at) => {
    for (const component of componentsOf(models[requirement.scenario]!, requirement))
      byComponent[requirement.scenario]![component]!.push(at)
  })
  try {
    deadline.within(seconds, () => {
      for (const cell of secondariesOf(problem, pattern).sort((a, b) => cost[b]! - cost[a]! || a - b)) {
        deadline.check()
        if (!givesAway(cell)) tryPublish(cell)
      }
    })
  } finally {
    for (const model of models) model.dispose()
  }

  function tryPublish(cell: number): void {
    const undo = models.map((model) => fix(model, cell))
    pattern[cell] = 0
    let isSafe = false
    try {
      isSafe = models.every((model, scenario) => staysSafe(model, scenario, cell))
    } finally {
      if (isSafe) evidence.settle()
      else {
        pattern[cell] = 1
        for (const back of undo) back()
        evidence.recall()
      }
    }
  }

  function staysSafe(model: AttackModel, scenario: number, cell: number): boolean {
    const component = model.componentOf[cell]!
    if (component < 0) return true
    const relying = [...evidence.relyingOn(cell, byComponent[scenario]![component]!)]
    return nearestFirst(problem, cell, evidence.lose(relying, cell)).every(
      (at) => evidence.isMet(at) || meetByMoves(problem, evidence, pattern, moves, { at, limit: free }) || evidence.seek(model, at, false),
    )
  }

  /** Whether a demanding cell would follow from this one by the sums alone. */
  function givesAway(cell: number): boolean {
    return models.some((model, scenario) => {
      const component = model.componentOf[cell]!
      if (component < 0) return false
      const polytope = model.polytope(component)
      return byComponent[scenario]![component]!.some((at) => {
        const { cells, up, down, slide } = requirements[at]!
        return cells.length === 1 && Math.max(up, down, slide) > 0 && polytope.follows(model.columnOf[cells[0]!]!, model.columnOf[cell]!)
      })
    })
  }
}

/** The requirements on cells of the same sums first: they are the likeliest to fail. */
function nearestFirst({ sums: { rows, columns }, requirements }: Problem, cell: number, relying: readonly number[]): number[] {
  const near = new Set<number>()
  for (let at = columns.start[cell]!; at < columns.start[cell + 1]!; at++) {
    const row = columns.index[at]!
    for (let place = rows.start[row]!; place < rows.start[row + 1]!; place++) near.add(rows.index[place]!)
  }
  const isNear = (at: number): boolean => near.has(requirements[at]!.cells[0]!)
  return [...relying.filter(isNear), ...relying.filter((at) => !isNear(at))]
}

/** Takes the cell's freedom away; gives how to give it back. */
function fix(model: AttackModel, cell: number): () => void {
  const component = model.componentOf[cell]!
  if (component < 0) return () => undefined
  const polytope = model.polytope(component)
  const column = model.columnOf[cell]!
  const [lower, upper] = [polytope.lower[column]!, polytope.upper[column]!]
  polytope.setBounds(column, 0, 0)
  return () => model.polytope(component).setBounds(column, lower, upper)
}
