import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { grid, protect, tablesOf } from '../../../test/countTables.ts'
import { feasibleIntervals } from '../attack/intervals.ts'
import { makeScenario, type Attacker } from '../attack/scenario.ts'
import { loadSolver } from '../attack/solver.ts'
import { verify } from '../certificate/verify.ts'
import type { Instance } from '../tables/instance.ts'
import { claimOf } from './claim.ts'
import { limitsByCell } from './limits.ts'
import type { Protection } from './protectTables.ts'
import { modes } from './requirement.ts'

/** The small counts that an attacker knows exactly. */
async function exactFor(instance: Instance, suppressed: Uint8Array, attacker: Attacker, asked: readonly number[]): Promise<number[]> {
  const hidden = { ...tablesOf(instance), suppressed }
  return feasibleIntervals(await loadSolver(), { ...hidden, scenario: makeScenario(hidden.cells, attacker) }, asked)
    .filter(({ low, high }) => Math.floor(high + 1e-6) <= Math.ceil(low - 1e-6))
    .map(({ cell }) => cell)
}

/** How far each requirement was lowered, which goes with a certificate to whoever receives it. */
function loweredOf({ limits, problem }: Protection) {
  return limits.map(({ requirement }) => {
    const { up, down, slide } = problem.requirements[requirement]!
    return { requirement, up, down, slide }
  })
}

/** Everything hidden that may be when noughts are shown. */
const allOf = (instance: Instance): Uint8Array => Uint8Array.from(tablesOf(instance).cells.count, (count) => (count > 0 ? 1 : 0))

/** With a threshold of 3 the tables of many of these give counts away: 2 = 1 + 1, both of them known to be small, and so their total. */
const tables = fc
  .array(fc.array(fc.constantFrom(0, 0, 0, 1, 1, 1, 2, 5, 9, 20), { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 4 })
  .filter((rows) => rows.flat().some((count) => count > 0))
  .map((rows) => grid(rows, 3))

describe('what cannot be kept from one who knows how we choose', () => {
  test('is kept from those who know less, where that can be, and proven', () =>
    fc.assert(
      fc.asyncProperty(tables, fc.constantFrom('instant' as const, 'exact' as const), async (instance, tier) => {
        const protection = await protect(instance, 'la', { tier })
        const { pattern, primaries, limits, problem, certificate } = protection
        for (const attacker of ['la', 'zero', 'ext'] as const) {
          const inherent = await exactFor(instance, allOf(instance), attacker, primaries)
          expect(await exactFor(instance, pattern, attacker, primaries)).toEqual(inherent)
          // Each is told once, also when it cannot be kept from those who know less either.
          const told = limitsByCell(limits, problem).map(({ requirement }) => problem.requirements[requirement]!.cells[0]!)
          if (attacker === 'la') expect(told.toSorted((a, b) => a - b)).toEqual(inherent)
        }
        // Who receives the proof comes to the same requirements.
        const claim = claimOf(tablesOf(instance), modes.la, loweredOf(protection))
        expect(claim.requirements).toEqual(problem.requirements)
        expect(verify({ ...claim, suppressed: pattern }, certificate!)).toBe(true)
      }),
      { numRuns: 100 },
    ))

  // The first row is 2 = 1 + 1. Unless more is asked nothing but small counts is hidden, and 21 − 20 = 1 follows from the first column.
  const planted = grid(
    [
      [1, 0, 1],
      [20, 0, 0],
      [0, 1, 0],
    ],
    3,
  )
  test.each(['instant', 'exact'] as const)('is known to nobody else in a table made for it: %s', async (tier) => {
    const { pattern, primaries, limits, problem, certificate } = await protect(planted, 'la', { tier })
    expect(limits.length).toBeGreaterThan(0)
    expect(await exactFor(planted, pattern, 'la', primaries)).toHaveLength(limits.length)
    expect(await exactFor(planted, pattern, 'zero', primaries)).toEqual([])
    expect(await exactFor(planted, pattern, 'ext', primaries)).toEqual([])
    expect(problem.requirements).toHaveLength(primaries.length + limits.length)
    expect(certificate!.worlds.some(({ scenario }) => scenario === 1)).toBe(true)
  })

  test('is no longer proven when its worlds are those of another attacker', async () => {
    const protection = await protect(planted, 'la')
    const claim = { ...claimOf(tablesOf(planted), modes.la, loweredOf(protection)), suppressed: protection.pattern }
    const [la, zero] = claim.scenarios
    expect(verify({ ...claim, scenarios: [la!, zero!] }, protection.certificate!)).toBe(true)
    expect(verify({ ...claim, scenarios: [la!, la!] }, protection.certificate!)).toBe(false)
  })

  test('asks nothing where everything can be kept', async () => {
    const shielded = grid([
      [3, 20, 9],
      [8, 2, 30],
      [15, 7, 11],
    ])
    const { problem } = await protect(shielded, 'la')
    expect([problem.scenarios.length, problem.requirements.length]).toEqual([1, 2])
  })
})
