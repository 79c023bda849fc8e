import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { grid, tablesOf } from '../../../test/countTables.ts'
import { loadSolver, type Solver } from '../attack/solver.ts'
import { verify } from '../certificate/verify.ts'
import type { World } from '../certificate/world.ts'
import { readInstance } from '../tables/readInstance.ts'
import { CheapestWorlds, cheapestWholeWorld, cheapestWorld } from './cheapestWorld.ts'
import { hidable, leastPattern, makeProblem, type Problem } from './problem.ts'
import { modes } from './requirement.ts'

let solver: Solver
beforeAll(async () => {
  solver = await loadSolver()
})

const side = 3
const dim = (name: string) => ({
  name,
  codes: ['Tot', ...Array.from({ length: side }, (_, at) => `${name}${at}`)],
  parent: [-1, ...new Array<number>(side).fill(0)],
})

/** A table of three dimensions, in which cheapest tables have halves now and then. */
function problemOf(counts: readonly number[]): Problem {
  const base = counts.flatMap((count, at) =>
    count > 0 ? [[1 + (at % side), 1 + (Math.floor(at / side) % side), 1 + Math.floor(at / side ** 2), count]] : [],
  )
  const instance = readInstance({ name: 'cube', threshold: 5, dims: ['a', 'b', 'c'].map(dim), tables: [{ dims: [0, 1, 2] }], base })
  return makeProblem(solver, tablesOf(instance), { policy: modes.gs, cost: 'value' })
}

function priceOf({ cost }: Problem, pattern: Uint8Array, { cells, shift }: World): number {
  return cells.reduce((sum, cell, at) => sum + (pattern[cell]! > 0 ? 0 : Math.abs(shift[at]!) * cost[cell]!), 0)
}

test('a whole world is possible, goes as far as asked, and costs no less than the cheapest of fractions and, where that is whole, about as much', () =>
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(0, 0, 1, 2, 6, 11), { minLength: side ** 3, maxLength: side ** 3 }),
      fc.constantFrom(1 as const, -1 as const),
      fc.integer({ min: 1, max: 2 }),
      (counts, sign, target) => {
        const problem = problemOf(counts)
        const pattern = Uint8Array.from(problem.fixed, (one) => (one > 0 ? 1 : 0))
        const within = hidable(problem)
        for (const requirement of problem.requirements.slice(0, 4)) {
          const fractional = cheapestWorld(problem, requirement, { sign, target }, pattern, within)
          const whole = cheapestWholeWorld(problem, requirement, { sign, target }, pattern, { within, seconds: 20 })
          const isWhole = fractional?.shift.every((by) => Math.abs(by - Math.round(by)) < 1e-6)
          if (!fractional) expect(whole).toBe('none')
          if (isWhole) expect(typeof whole).toBe('object')
          if (!whole || whole === 'none' || !fractional) continue
          const asked = { ...requirement, up: sign > 0 ? target : 0, down: sign < 0 ? target : 0, slide: 0 }
          const claim = { rows: problem.sums.rows, suppressed: Uint8Array.from(problem.fixed, (one) => (one < 0 ? 0 : 1)) }
          const proof = { worlds: [whole], proofs: [sign > 0 ? { high: 0, low: -1 } : { high: -1, low: 0 }] }
          expect(verify({ ...claim, scenarios: problem.scenarios, requirements: [asked] }, proof)).toBe(true)
          const [least, paid] = [priceOf(problem, pattern, fractional), priceOf(problem, pattern, whole)]
          expect(paid).toBeGreaterThanOrEqual(least - 1)
          if (isWhole) expect(paid).toBeLessThanOrEqual(1.12 * least + 1)
        }
      },
    ),
    { numRuns: 25 },
  ))

test('tables of 90,000 cells have them too', () => {
  const counts = Array.from({ length: 299 }, (_, row) => Array.from({ length: 299 }, (_, column) => (row === 3 && column === 5 ? 1 : 9)))
  const problem = makeProblem(solver, tablesOf(grid(counts)), { policy: modes.gs, cost: 'value' })
  const worlds = new CheapestWorlds(problem)
  expect(worlds.find(problem.requirements[0]!, { sign: 1, target: 1 }, leastPattern(problem))?.cells).toHaveLength(4)
  worlds.dispose()
})
