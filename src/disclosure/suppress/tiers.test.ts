import fc from 'fast-check'
import { expect, test } from 'vitest'
import { protect } from '../../../test/countTables.ts'
import { readInstance } from '../tables/readInstance.ts'

const sides = [4, 3, 3] as const
const dims = sides.map((side, dim) => ({
  name: `d${dim}`,
  codes: ['Tot', ...Array.from({ length: side }, (_, at) => `d${dim}${at}`)],
  parent: [-1, ...new Array<number>(side).fill(0)],
}))
const leaves = sides.reduce((product, side) => product * side, 1)

test.each(['gs', 'la', 'pm1'] as const)('the exact tier is not dearer than the instant one, and both have their proof (%s)', (mode) =>
  fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(0, 0, 1, 2, 4, 7, 15, 40), { minLength: leaves, maxLength: leaves }), async (counts) => {
      const base = counts.flatMap((count, at) =>
        count > 0 ? [[1 + (at % 4), 1 + (Math.floor(at / 4) % 3), 1 + Math.floor(at / 12), count]] : [],
      )
      const instance = readInstance({ name: 'cube', threshold: 5, dims, tables: [{ dims: [0, 1, 2] }], base })
      const [instant, exact] = [
        await protect(instance, mode, { tier: 'instant', seconds: 10 }),
        await protect(instance, mode, { seconds: 2 }),
      ]
      expect([instant.certificate, exact.certificate]).not.toContain(undefined)
      expect(exact.cost).toBeLessThanOrEqual(instant.cost + 1e-6)
      expect(exact.lowerBound).toBeLessThanOrEqual(exact.cost + 1e-6)
    }),
    { numRuns: 6 },
  ),
)
