import fc from 'fast-check'
import { expect, test } from 'vitest'
import { feasibleIntervals } from '../attack/intervals.ts'
import { loadSolver } from '../attack/solver.ts'
import { makeCells } from '../tables/cells.ts'
import { readInstance } from '../tables/readInstance.ts'
import { makeSums } from '../tables/rows.ts'
import { Evidence } from './evidence.ts'
import { hidable, leastPattern, makeProblem } from './problem.ts'
import { repair } from './repair.ts'
import { modes } from './requirement.ts'

const category = (name: string, size: number) => ({
  name,
  codes: ['T', ...Array.from({ length: size }, (_, at) => `${name}${at}`)],
  parent: [-1, ...Array<number>(size).fill(0)],
})
const dims = [category('a', 5), category('b', 5), category('c', 4), category('d', 2)]
const tables = ['01', '03', '12', '13', '23', '012'].map((numbers) => ({ dims: [...numbers].map(Number) }))
const leaf = (dim: number) => fc.integer({ min: 1, max: dims[dim]!.codes.length - 1 })
const drawn = fc.array(fc.tuple(leaf(0), leaf(1), leaf(2), leaf(3)), { minLength: 8, maxLength: 60 })

test.each(['rule', 'rule0'] as const)('%s: what cannot be met is lowered no farther than if everything were hidden', async (mode) => {
  const solver = await loadSolver()
  await fc.assert(
    fc.asyncProperty(drawn, async (people) => {
      const counts = Map.groupBy(people, (one) => one.join(' '))
      const base = [...counts].map(([leaves, { length }]) => [...leaves.split(' ').map(Number), length])
      const instance = readInstance({ name: 'linked', threshold: 5, dims, tables, base })
      const cells = makeCells(instance)
      const problem = makeProblem(solver, { cells, sums: makeSums(cells) }, { policy: modes[mode], cost: 'value' })
      // Alone: bounds foresee most of it otherwise.
      repair(problem, new Evidence(problem), leastPattern(problem))
      const suppressed = new Uint8Array(cells.size)
      for (const cell of hidable(problem)) suppressed[cell] = 1
      for (const { requirement, up, down } of problem.inherent) {
        const lowered = problem.requirements[requirement]!
        const cell = lowered.cells[0]!
        const { low, high } = feasibleIntervals(
          solver,
          { cells, sums: problem.sums, suppressed, scenario: problem.scenarios[lowered.scenario]! },
          [cell],
        )[0]!
        expect(lowered.up).toBe(Math.min(up, Math.floor(high - cells.count[cell]! + 1e-6)))
        expect(lowered.down).toBe(Math.min(down, Math.floor(cells.count[cell]! - low + 1e-6)))
      }
    }),
    { numRuns: 60, seed: 20_261_130 },
  )
})
