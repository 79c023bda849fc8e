import { beforeAll, expect, test } from 'vitest'
import { sparseLinked, tablesOf } from '../../../test/countTables.ts'
import { Deadline } from '../attack/deadline.ts'
import { loadSolver, type Solver } from '../attack/solver.ts'
import { begin, protectInstantly } from './instant.ts'
import { costOf, makeProblem } from './problem.ts'
import { modes, type Mode } from './requirement.ts'

let solver: Solver
beforeAll(async () => {
  solver = await loadSolver()
})

/** What single dear cells of large tables make of a cover that is done: what it costs, and what is hidden in the end. */
function completed(mode: Mode, seed: number, places: number, people: number): { cover: number; cost: number } {
  // A clock that stands still: no box ends by it.
  const deadline = new Deadline(() => 0, 60)
  const tables = tablesOf(sparseLinked(seed, [places, 2, 6, 6], people))
  const problem = makeProblem(solver, tables, { policy: modes[mode], cost: 'value', deadline })
  const begun = begin(problem)
  const { cost, pattern } = begun.cover
  const hidden = pattern.slice()
  const safe = protectInstantly(problem, false, begun)
  expect(safe.evidence.forget(safe.pattern)).toEqual([])
  // Whoever goes on from the cover finds it as it was.
  expect(pattern).toEqual(hidden)
  expect(begun.cover.cost).toBeCloseTo(cost, 6)
  return { cover: cost, cost: costOf(problem, safe.pattern) }
}

test.each([
  ['la', 9, 200, 3000],
  ['gs', 10, 200, 3000],
  ['gs', 11, 120, 900],
] as const)(
  'single cells that cost a good part of all are done without where programmes find a way round (%s, %i)',
  (mode, seed, places, people) => {
    const { cover, cost } = completed(mode, seed, places, people)
    expect(cost).toBeLessThan(0.9 * cover)
  },
)
test('they stay where every way round costs more', () => {
  const { cover, cost } = completed('gs', 9, 120, 900)
  expect(cost).toBeCloseTo(cover, 6)
})
