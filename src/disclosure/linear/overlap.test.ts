import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { protect } from '../../../test/countTables.ts'
import { hasReference, outside, readReference } from '../../../test/reference.ts'
import { makeCells } from '../tables/cells.ts'
import { readInstance } from '../tables/readInstance.ts'
import { overlaps } from './overlap.ts'

/** Two linked tables, one with a tree of three levels. */
const dims = [
  { name: 'plats', codes: ['Tot', 'A', 'B', 'A1', 'A2', 'B1'], parent: [-1, 0, 0, 1, 1, 2] },
  { name: 'kon', codes: ['Tot', 'k1', 'k2'], parent: [-1, 0, 0] },
  { name: 'utfall', codes: ['Tot', 'u1', 'u2', 'u3'], parent: [-1, 0, 0, 0] },
]
const leaves = [3, 4, 5].flatMap((place) => [1, 2].flatMap((sex) => [1, 2, 3].map((outcome) => [place, sex, outcome])))
const instances = fc.array(fc.constantFrom(0, 1, 1, 2, 6, 6, 9), { minLength: leaves.length, maxLength: leaves.length }).map((counts) =>
  readInstance({
    ...{ name: 'linked', threshold: 5, dims },
    tables: [{ dims: [0, 1] }, { dims: [0, 2], levels: { '0': 1 } }],
    base: leaves.flatMap((leaf, at) => (counts[at]! > 0 ? [[...leaf, counts[at]!]] : [])),
  }),
)

describe('what a cell has in common with others', () => {
  test('is the sum of their counts and one, by combination of leaves that both hold', () =>
    fc.assert(
      fc.property(instances, (instance) => {
        const cells = makeCells(instance)
        const holds = (cell: number, leaf: readonly number[]): boolean =>
          leaf.every((node, dim) => {
            const own = cells.nodes[cell * 3 + dim]!
            for (let at = node; at >= 0; at = instance.dims[dim]!.parent[at]!) if (at === own) return true
            return false
          })
        const sumOf = (leaf: readonly number[]): number =>
          cells.count.reduce((sum, count, cell) => sum + (holds(cell, leaf) ? count + 1 : 0), 0)
        const plain = Array.from(cells.count, (_, cell) => leaves.reduce((sum, leaf) => sum + (holds(cell, leaf) ? sumOf(leaf) : 0), 0))
        expect([...overlaps(cells)]).toEqual(plain)
      }),
      { numRuns: 30 },
    ))
  test('orders equal counts in the exact tier, which is not dearer for it', () =>
    fc.assert(
      fc.asyncProperty(instances, async (instance) => {
        const [instant, exact] = [await protect(instance, 'linear', { tier: 'instant' }), await protect(instance, 'linear')]
        expect(exact.cost).toBeLessThanOrEqual(instant.cost)
        expect(exact.certificate).toBeDefined()
      }),
      { numRuns: 30 },
    ))
})

describe.skipIf(!hasReference('disclosure'))(outside('disclosure', "hides what the engine of R's package does in its own order"), () => {
  test('in T2b', async () => {
    const { secondaries, cells } = await protect(readInstance(readReference('disclosure', 'T2b.json')), 'linear')
    expect([secondaries.length, secondaries.reduce((sum, cell) => sum + cells.count[cell]!, 0)]).toEqual([141, 1843])
  })
})
