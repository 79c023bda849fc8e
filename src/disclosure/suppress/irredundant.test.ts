import fc from 'fast-check'
import { expect, test } from 'vitest'
import { grid, protect } from '../../../test/countTables.ts'
import { Evidence } from './evidence.ts'
import { modes, type Mode } from './requirement.ts'

// Tables so large that the first worlds hide more than is needed: in small ones they seldom do, and nothing would be left to spare.
const wide = fc.array(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 9, maxLength: 9 }), { minLength: 8, maxLength: 8 })

test('publishing any one secondary of what the instant tier hides breaks a requirement', () =>
  fc.assert(
    fc.asyncProperty(wide, fc.constantFrom(...(Object.keys(modes) as Mode[])), async (rows, mode) => {
      const { problem, pattern, secondaries } = await protect(grid(rows), mode, { tier: 'instant' })
      const isSpare = (cell: number): boolean => new Evidence(problem).unmet(pattern.with(cell, 0)).length === 0
      expect(secondaries.filter(isSpare)).toEqual([])
    }),
    { numRuns: 12 },
  ))
