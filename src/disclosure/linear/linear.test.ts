import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { grid } from '../../../test/countTables.ts'
import { makeScenario } from '../attack/scenario.ts'
import { hasReference, outside, readReference } from '../../../test/reference.ts'
import { primariesOf } from '../suppress/requirement.ts'
import { codesOf, findByCodes, makeCells, type Cells } from '../tables/cells.ts'
import { readInstance } from '../tables/readInstance.ts'
import { leafVectors } from './leaves.ts'
import { boundTier, linearTier } from './linearTier.ts'
import { invert, multiply, primes } from './modular.ts'

describe('arithmetic modulo a prime', () => {
  const residue = fc.integer({ min: 1, max: primes[0] - 1 })
  test('multiplies exactly', () =>
    fc.assert(fc.property(residue, residue, (a, b) => multiply(a, b, primes[0]) === Number((BigInt(a) * BigInt(b)) % BigInt(primes[0])))))
  test('inverts', () => fc.assert(fc.property(residue, (a) => multiply(a, invert(a, primes[0]), primes[0]) === 1)))
})

describe('the linear engine', () => {
  const counts = fc.array(fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 4, maxLength: 4 }), { minLength: 2, maxLength: 5 })
  test('hides the same with either prime', () =>
    fc.assert(
      fc.property(counts, (rows) => {
        const cells = makeCells(grid(rows))
        const [first, second] = primes.map((p) => linearTier(cells, primariesOf(cells), undefined, { p }))
        expect(first).toEqual(second)
      }),
    ))
  test('a single small count needs three more', () => {
    const cells = makeCells(
      grid([
        [1, 20, 30],
        [40, 50, 60],
        [70, 80, 90],
      ]),
    )
    expect(linearTier(cells, primariesOf(cells))).toHaveLength(3)
  })
  test('no small count, nothing hidden', () => {
    const cells = makeCells(
      grid([
        [10, 20],
        [30, 40],
      ]),
    )
    expect(linearTier(cells, primariesOf(cells))).toEqual([])
  })
})

describe('the linear engine against one who knows that noughts are shown', () => {
  const isZero =
    ({ count }: Cells) =>
    (cell: number): boolean =>
      count[cell] === 0
  const hiddenFrom = (cells: Cells): number[] => {
    const { down } = makeScenario(cells, 'zero')
    return boundTier(cells, primariesOf(cells), isZero(cells), { tight: Uint8Array.from(down, (room) => (room === 0 ? 1 : 0)) })!
  }

  test('3 = 1 + 1 + 1 is not told by a total of hidden counts', () => {
    const counts = [
      [1, 1, 1, 0],
      [9, 8, 7, 6],
      [9, 9, 9, 9],
    ]
    const cells = makeCells(grid(counts, 3))
    const total = findByCodes(cells, ['r1', 'Tot'])!
    expect(linearTier(cells, primariesOf(cells), isZero(cells))).not.toContain(total)
    expect(hiddenFrom(cells)).toContain(total)
  })

  const counts = fc.array(fc.array(fc.constantFrom(0, 1, 1, 2, 5, 9, 14), { minLength: 4, maxLength: 4 }), { minLength: 3, maxLength: 5 })
  test('no sum of what is published is a sum of ones alone, by plain elimination in fractions of whole numbers', () =>
    fc.assert(
      fc.property(counts, (rows) => {
        const cells = makeCells(grid(rows))
        const unknown = new Set([...primariesOf(cells), ...hiddenFrom(cells)])
        const leaves = leafVectors(cells)!
        const open = [...new Set(leaves.flatMap(({ index }) => [...index]))].filter((leaf) => cells.count[leaf]! !== 0)
        const isOne = (leaf: number): boolean => cells.count[leaf] === 1
        // Columns of others first: rows that are left without any of those tell of ones alone.
        const order = [...open.filter((leaf) => !isOne(leaf)), ...open.filter(isOne)]
        const published = leaves
          .filter((_, cell) => !unknown.has(cell))
          .map(({ index }) => order.map((leaf) => (index.includes(leaf) ? 1n : 0n)))
        expect(leftOf(published, order.filter((leaf) => !isOne(leaf)).length)).toEqual([])
      }),
      { numRuns: 200 },
    ))
  test('linked tables, whose leaves are no cells, are left to others', () => {
    const dim = (name: string) => ({ name, codes: ['Tot', `${name}1`, `${name}2`], parent: [-1, 0, 0] })
    const tables = [{ dims: [0, 1] }, { dims: [1, 2] }]
    const linked = readInstance({ name: 'linked', threshold: 5, dims: ['a', 'b', 'c'].map(dim), tables, base: [[1, 1, 1, 3]] })
    expect(leafVectors(makeCells(linked))).toBeUndefined()
  })
})

/** The rows that are not nought after elimination of the first columns, as they have none in those. */
function leftOf(rows: bigint[][], first: number): bigint[][] {
  let left = rows
  for (let column = 0; column < first; column++) {
    const pivot = left.find((row) => row[column] !== 0n)
    if (!pivot) continue
    left = left
      .filter((row) => row !== pivot)
      .map((row) => (row[column] === 0n ? row : row.map((value, at) => value * pivot[column]! - pivot[at]! * row[column]!)))
  }
  return left.filter((row) => row.some((value) => value !== 0n))
}

interface Gauss {
  secondaries: number
  sumValue: number
  cells: string[]
}

describe.skipIf(!hasReference('disclosure'))(outside('disclosure', "hides what R's GaussSuppression does"), () => {
  test.each(['T2b', 'T3b'])('in %s', (name) => {
    const cells = makeCells(readInstance(readReference('disclosure', `${name}.json`)))
    const expected = readReference<Gauss>('disclosure', `${name}.gauss-none.json`)
    const hidden = linearTier(cells, primariesOf(cells))
    expect(hidden).toHaveLength(expected.secondaries)
    expect(hidden.reduce((sum, cell) => sum + cells.count[cell]!, 0)).toBe(expected.sumValue)
    expect(hidden.map((cell) => codesOf(cells, cell).join('|')).sort()).toEqual([...expected.cells].sort())
  })
})
