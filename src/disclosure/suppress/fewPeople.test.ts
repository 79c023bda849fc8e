import { describe, expect, test } from 'vitest'
import { protect } from '../../../test/countTables.ts'
import { feasibleIntervals } from '../attack/intervals.ts'
import { makeScenario } from '../attack/scenario.ts'
import { loadSolver } from '../attack/solver.ts'
import { readInstance } from '../tables/readInstance.ts'

/** Eight people in six tables of 210 cells: by fractions some counts could be half a person more, and by whole counts they cannot be anything else. */
const category = (name: string, size: number) => ({
  name,
  codes: ['T', ...Array.from({ length: size }, (_, at) => `${name}${at}`)],
  parent: [-1, ...Array<number>(size).fill(0)],
})
const tables = {
  name: 'few people',
  threshold: 5,
  dims: [category('a', 5), category('b', 5), category('c', 4), category('d', 2)],
  tables: [
    [0, 1],
    [0, 3],
    [1, 2],
    [1, 3],
    [2, 3],
    [0, 1, 2],
  ].map((dims) => ({ dims })),
  base: ['3 1 1 1', '2 5 3 1', '4 2 2 1', '2 2 1 1', '1 1 1 1', '4 2 1 1', '3 1 2 2', '1 3 2 2'].map((one) => [
    ...one.split(' ').map(Number),
    1,
  ]),
}

describe('hardly anybody in many cells', () => {
  test.each(['instant', 'exact'] as const)('%s: there is a proof, and what no whole count keeps is told as inherent', async (tier) => {
    const { certificate, cells, problem, pattern, limits, primaries } = await protect(readInstance(tables), 'la', { tier })
    expect(certificate).toBeDefined()
    const scenario = makeScenario(cells, 'la')
    const intervals = feasibleIntervals(await loadSolver(), { cells, sums: problem.sums, suppressed: pattern, scenario }, primaries)
    const known = intervals.filter(({ low, high }) => Math.floor(high + 1e-6) <= Math.ceil(low - 1e-6)).map(({ cell }) => cell)
    const told = limits.map(({ requirement }) => problem.requirements[requirement]!).filter(({ scenario: number }) => number === 0)
    expect(new Set(told.flatMap((one) => [...one.cells]))).toEqual(new Set(known))
    // The test is of counts that could move by fractions.
    expect(intervals.some(({ cell, low, high }) => known.includes(cell) && high - low > 0.1)).toBe(true)
  })
})
