import { beforeAll, describe, expect, test } from 'vitest'
import { sparseLinked, tablesOf } from '../../../test/countTables.ts'
import { Deadline } from '../attack/deadline.ts'
import { loadSolver, type Solver } from '../attack/solver.ts'
import { begin, protectInstantly } from './instant.ts'
import { costOf, makeProblem, type Problem } from './problem.ts'
import { modes, type Mode } from './requirement.ts'

let solver: Solver
beforeAll(async () => {
  solver = await loadSolver()
})

/** A large table, by a clock that stands still: no box ends by it. */
function problemOf(mode: Mode, seed: number, places: number, people: number, weight?: (cell: number) => number): Problem {
  const tables = tablesOf(sparseLinked(seed, [places, 2, 6, 6], people))
  return makeProblem(solver, tables, { policy: modes[mode], cost: 'value', deadline: new Deadline(() => 0, 60), ...(weight && { weight }) })
}

/** What single dear cells of large tables make of a cover that is done: what it costs, and what is hidden in the end. */
function completed(problem: Problem, begun = begin(problem)): { cover: number; cost: number } {
  const { cost, pattern } = begun.cover
  const hidden = pattern.slice()
  const safe = protectInstantly(problem, false, begun)
  expect(safe.evidence.forget(safe.pattern)).toEqual([])
  // Whoever goes on from the cover finds it as it was.
  expect(pattern).toEqual(hidden)
  expect(begun.cover.cost).toBeCloseTo(cost, 6)
  return { cover: cost, cost: costOf(problem, safe.pattern) }
}

describe('single cells that cost a good part of all', () => {
  test.each([
    ['la', 9, 200, 3000, 0.45],
    ['gs', 10, 200, 3000, 0.5],
    ['gs', 11, 120, 900, 0.9],
    // By moves, which find worlds quicker, there is no cheaper way round.
    ['gs', 9, 120, 900, 0.75],
    ['rule', 9, 150, 1500, 0.75],
  ] as const)('are done without where programmes find a way round (%s, %i)', (mode, seed, places, people, share) => {
    const { cover, cost } = completed(problemOf(mode, seed, places, people))
    expect(cost).toBeLessThan(share * cover)
  })
  test('stay where every way round costs more', () => {
    const { pattern } = begin(problemOf('gs', 10, 200, 3000)).cover
    const { cover, cost } = completed(problemOf('gs', 10, 200, 3000, (cell) => (pattern[cell] ? 1 : 1000)))
    expect(cost).toBeCloseTo(cover, 6)
  })
  test('stay where there is no way round', () => {
    const problem = problemOf('gs', 10, 200, 3000)
    const begun = begin(problem)
    begun.cover.pattern.forEach((flag, cell) => {
      if (flag === 0) problem.fixed[cell] = -1
    })
    const { cover, cost } = completed(problem, begun)
    expect(cost).toBeCloseTo(cover, 6)
    expect(problem.inherent).toEqual([])
  })
  test.each([
    ['la', 9, 120, 900, 0.95],
    ['la', 3, 300, 8000, 0.75],
  ] as const)(
    'are done without too where what is asked besides of one who knows less would lead to them (%s, %i)',
    (mode, seed, places, people, share) => {
      const problem = problemOf(mode, seed, places, people)
      const { pattern, fallbacks } = protectInstantly(problem)
      expect(problem.scenarios.length).toBeGreaterThan(1)
      expect(fallbacks).toHaveLength(1)
      expect(costOf(problem, pattern)).toBeLessThan(share * costOf(problem, fallbacks[0]!.pattern))
    },
  )
  test.each([
    [7, 3000, 'are waited for where they cost much of all', true],
    [6, 1200, 'are gone round by moves where they cost little', false],
  ])('%i: of very large tables with %i people %s', (seed, people, _, isWaited) => {
    let now = 0
    const tables = tablesOf(sparseLinked(seed, [300, 2, 6, 6], people))
    const problem = makeProblem(solver, tables, { policy: modes.la, cost: 'value', deadline: new Deadline(() => now, 60) })
    const begun = begin(problem)
    // So much has gone that it is too late for programmes that gain little.
    now = 600
    const { pattern, evidence, fallbacks } = protectInstantly(problem, false, begun)
    expect(evidence.forget(pattern)).toEqual([])
    expect(costOf(problem, pattern)).toBeLessThan(0.85 * costOf(problem, fallbacks[0]!.pattern))
    expect(evidence.programs > 0).toBe(isWaited)
  })
})
