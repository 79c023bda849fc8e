import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { feasibleIntervals } from '../attack/intervals.ts'
import { makeScenario } from '../attack/scenario.ts'
import { loadSolver } from '../attack/solver.ts'
import { codesOf, findByCodes, makeCells } from '../tables/cells.ts'
import { readInstance } from '../tables/readInstance.ts'
import { makeSums } from '../tables/rows.ts'
import { protectTables } from './protectTables.ts'
import { modes, primariesOf } from './requirement.ts'

const flat = (name: string, codes: number) => ({
  ...{ name, codes: ['T', ...Array.from({ length: codes }, (_, at) => `${name}${at}`)] },
  parent: [-1, ...Array.from({ length: codes }, () => 0)],
})
const dims = [flat('a', 3), flat('b', 3), flat('c', 2)]
const tables = [{ dims: [0, 1] }, { dims: [1, 2] }, { dims: [0, 1, 2] }]
const counts = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 18, maxLength: 18 })
const baseOf = (list: readonly number[]): number[][] =>
  list.flatMap((count, at) => (count === 0 ? [] : [[1 + (at % 3), 1 + (Math.floor(at / 3) % 3), 1 + Math.floor(at / 9), count]]))

describe('linked tables of which not all are published', () => {
  test('give away nothing that they do not together: who sees less knows less', async () => {
    const solver = await loadSolver()
    let asked = 0
    await fc.assert(
      fc.asyncProperty(counts, fc.integer({ min: 0, max: 2 }), async (list, left) => {
        const all = { name: 'linked', threshold: 5, dims, base: baseOf(list) }
        const options = { tier: 'exact', cost: 'value', seconds: 20, now: () => performance.now() } as const
        const protection = await protectTables(readInstance({ ...all, tables }), { policy: { ...modes.la, zeros: true }, ...options })
        const { cells, pattern, limits, problem } = protection
        if (limits.length > 0) return
        expect(problem.requirements.length).toBe(primariesOf(cells).length)
        const fewer = makeCells(readInstance({ ...all, tables: tables.toSpliced(left, 1) }))
        const suppressed = Uint8Array.from({ length: fewer.size }, (_, cell) => pattern[findByCodes(cells, codesOf(fewer, cell))!]!)
        const small = primariesOf(fewer)
        asked += small.length
        const model = { cells: fewer, sums: makeSums(fewer), suppressed, scenario: makeScenario(fewer, 'la') }
        for (const { cell, low, high } of feasibleIntervals(solver, model, small))
          expect(Math.floor(high + 1e-6) - Math.ceil(low - 1e-6), codesOf(fewer, cell).join(' ')).toBeGreaterThan(0)
      }),
      { numRuns: 60 },
    )
    expect(asked).toBeGreaterThan(50)
  })
})
