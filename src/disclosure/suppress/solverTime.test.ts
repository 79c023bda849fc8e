import { beforeAll, describe, expect, test } from 'vitest'
import { tablesOf } from '../../../test/countTables.ts'
import { Deadline } from '../attack/deadline.ts'
import { findComponents, locate } from '../attack/components.ts'
import { loadSolver, type Solver } from '../attack/solver.ts'
import { SolverPolytope } from '../attack/solverPolytope.ts'
import { readInstance } from '../tables/readInstance.ts'
import { CheapestWorlds } from './cheapestWorld.ts'
import { Master } from './master.ts'
import { leastPattern, makeProblem, type Problem } from './problem.ts'
import { modes } from './requirement.ts'

let solver: Solver
beforeAll(async () => {
  solver = await loadSolver()
})

const flat = (name: string, size: number) => ({
  name,
  codes: ['Tot', ...Array.from({ length: size }, (_, at) => `${name}${at}`)],
  parent: [-1, ...new Array<number>(size).fill(0)],
})

/** A table whose programmes take a millisecond or more each, and a clock that stands still: whatever was run before, there are always so many seconds left. */
function problemWith(seconds: number): Problem {
  const base = Array.from({ length: 12 * 7 * 5 }, (_, at) => [
    1 + (at % 12),
    1 + (Math.floor(at / 12) % 7),
    1 + Math.floor(at / 84),
    (at * 7919) % 13,
  ])
  const instance = readInstance({
    ...{ name: 'clock', threshold: 5, dims: [flat('a', 12), flat('b', 7), flat('c', 5)], tables: [{ dims: [0, 1, 2] }] },
    base: base.filter(([, , , count]) => count! > 0),
  })
  return makeProblem(solver, tablesOf(instance), { policy: modes.gs, cost: 'value', deadline: new Deadline(() => 0, seconds) })
}

describe('a model that is kept and asked again and again has as long for each question as is left', () => {
  const seconds = 0.2
  /** Asks until several times that time has gone by. */
  const askFor = (ask: (time: number) => void): number => {
    let times = 0
    for (const end = performance.now() + 5000 * seconds; performance.now() < end;) ask(times++)
    return times
  }

  test('for cheapest worlds', () => {
    const problem = problemWith(seconds)
    const worlds = new CheapestWorlds(problem)
    const pattern = leastPattern(problem)
    const times = askFor((time) => {
      const requirement = problem.requirements[time % problem.requirements.length]!
      expect(worlds.find(requirement, { sign: 1, target: 1 }, pattern)).toBeDefined()
    })
    worlds.dispose()
    expect(times).toBeGreaterThan(20)
  })

  test('for how far cells can go', () => {
    const { sums, fixed, scenarios, deadline } = problemWith(seconds)
    const [component] = findComponents(
      sums,
      Uint8Array.from(fixed, (one) => (one < 0 ? 0 : 1)),
      true,
    )
    const { columnOf } = locate([component!], fixed.length)
    const bounds = (rooms: Float64Array, sign: number): Float64Array => Float64Array.from(component!.cells, (cell) => sign * rooms[cell]!)
    const polytope = new SolverPolytope(
      { solver, sums, deadline },
      component!,
      columnOf,
      bounds(scenarios[0]!.down, -1),
      bounds(scenarios[0]!.up, 1),
    )
    const times = askFor((time) => expect(polytope.maximise({ index: [time % component!.cells.length], value: [1] }, 1)).not.toBeNaN())
    polytope.dispose()
    expect(times).toBeGreaterThan(20)
  })

  test('for the relaxation', () => {
    const problem = problemWith(seconds / 2)
    const master = new Master(problem)
    const open = Int32Array.from(problem.fixed.keys()).filter((cell) => problem.fixed[cell] === 0)
    const times = askFor((time) => {
      // One condition more each time, so that there is something to do.
      const cells = Int32Array.from({ length: 20 }, (_, at) => open[(time * 31 + at * 7) % open.length]!)
      master.add([{ cells: new Int32Array(new Set(cells)), factors: new Float64Array(new Set(cells).size).fill(1), least: 1 }])
      expect(master.relax()).toBeDefined()
    })
    master.dispose()
    expect(times).toBeGreaterThan(20)
  })
})
