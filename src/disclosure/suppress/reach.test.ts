import fc from 'fast-check'
import { expect, test } from 'vitest'
import { reachOf } from './reach.ts'

const table = (dims: number[]) => ({ dims, maxDepth: new Map<number, number>(), hidden: false })
const instanceOf = (width: number, shapes: number[][]) => ({
  dims: Array.from({ length: width }, () => ({}) as never),
  tables: shapes.map(table),
})

test('a set of dimensions is shown when one table has them all', () => {
  const reach = reachOf(instanceOf(3, [[0, 1], [2]]))
  expect([0b000, 0b001, 0b010, 0b011, 0b100].map((set) => reach[set])).toEqual([1, 1, 1, 1, 1])
  expect([0b101, 0b110, 0b111].map((set) => reach[set])).toEqual([0, 0, 0])
})

test('whatever the tables are, just the subsets of theirs are shown', () => {
  const shapes = fc.array(fc.uniqueArray(fc.nat(5)), { minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(shapes, fc.nat(63), (tables, set) => {
      const isSubset = tables.some((dims) => (set & ~dims.reduce((all, dim) => all | (1 << dim), 0)) === 0)
      expect(reachOf(instanceOf(6, tables))[set]).toBe(Number(isSubset))
    }),
  )
})

test('with more dimensions than can be listed nothing is told to be left out', () => {
  expect(reachOf(instanceOf(17, [[0]]))[5]).toBeUndefined()
})
