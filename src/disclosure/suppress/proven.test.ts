import { describe, expect, test } from 'vitest'
import { protect, tablesOf } from '../../../test/countTables.ts'
import { hasReference, outside, readReference } from '../../../test/reference.ts'
import { feasibleIntervals } from '../attack/intervals.ts'
import { makeScenario } from '../attack/scenario.ts'
import { loadSolver } from '../attack/solver.ts'
import { readInstance } from '../tables/readInstance.ts'
import type { Protection } from './protectTables.ts'
import type { Mode } from './requirement.ts'

interface Expected {
  optimum: Record<string, Record<string, [number, number, number] | number>>
}
const proven = hasReference('disclosure') ? readReference<Expected>('disclosure', 'expected.json').optimum : {}
// The slowest ones are in the bench, which holds them to the same figures.
const quick = Object.entries(proven).flatMap(([mode, byName]) =>
  Object.entries(byName).flatMap(([name, optimum]) =>
    name === 'L1' || (name === 'T3b' && /^(la|rule)/.test(mode)) ? [] : [{ mode, name, optimum }],
  ),
)

describe.skipIf(quick.length === 0)(outside('disclosure', 'proven optima'), () => {
  const cases = quick.length > 0 ? quick : [{ mode: 'pm1', name: 'none', optimum: 0 }]
  test.each(cases)('$name, $mode', async ({ mode, name, optimum }) => {
    const [attack, cost] = mode.split('_') as [Mode, 'count' | undefined]
    const found: Protection = await protect(readInstance(readReference('disclosure', `${name}.json`)), attack, { cost: cost ?? 'value' })
    const wanted = typeof optimum === 'number' ? optimum : optimum[1] + optimum[0] / 10
    expect(found.cost).toBeCloseTo(wanted, 6)
    expect(found.status).toBe('optimal')
    expect(found.certificate).toBeDefined()
  })
})

interface Tiny {
  expected: Record<Mode, { optCost: number }>
}
const tiny = ['tiny1', 'tiny2', 'tiny3', 'tiny4', 'tiny5', 'tiny6'].filter((name) => hasReference(`disclosure/${name}.json`))

describe.skipIf(tiny.length === 0)(outside('disclosure', 'all patterns tried by others'), () => {
  test.each(tiny.length > 0 ? tiny : ['none'])('%s: the exact tier finds the cheapest', async (name) => {
    const json = readReference<Tiny>('disclosure', `${name}.json`)
    for (const [mode, { optCost }] of Object.entries(json.expected))
      expect((await protect(readInstance(json), mode as Mode)).cost, mode).toBeCloseTo(optCost, 6)
  })
})

/** What R's GaussSuppression hides for the same guarantee, by the design's table: number and sum. */
const gauss = { T2a: [11, 79], T3a: [36, 1139], T3b: [103, 1104], T2b: [155, 2090], L1: [309, 4660] } as const

describe.skipIf(!hasReference('disclosure'))(outside('disclosure', 'GaussSuppression'), () => {
  test.each(Object.entries(gauss))('%s: the instant tier hides for no more', async (name, [count, value]) => {
    const instance = readInstance(readReference('disclosure', `${name}.json`))
    const { cost, certificate } = await protect(instance, 'gs', { tier: 'instant', sparesSolver: true })
    expect(certificate).toBeDefined()
    expect(cost).toBeLessThanOrEqual(value + count / 10 + 1e-6)
  })
})

describe.skipIf(!hasReference('disclosure'))(outside('disclosure', 'cumulative tertials'), () => {
  test('of a release that knows of the periods between, nothing can be worked out', async () => {
    const json = readReference<object>('disclosure', 'time1.json')
    const instance = readInstance({ ...json, hiddenNodes: { tid: ['T2', 'T3'] } })
    const { cells, sums } = tablesOf(instance)
    const { pattern, primaries, limits } = await protect(instance, 'pm1', { tier: 'instant' })
    const intervals = feasibleIntervals(
      await loadSolver(),
      { cells, sums, suppressed: pattern, scenario: makeScenario(cells, 'ext') },
      primaries,
    )
    expect(limits).toEqual([])
    expect(intervals.filter(({ low, high }) => Math.floor(high + 1e-6) <= Math.ceil(low - 1e-6))).toEqual([])
  })
})
