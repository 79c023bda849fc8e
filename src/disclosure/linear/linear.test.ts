import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { grid } from '../../../test/countTables.ts'
import { hasReference, outside, readReference } from '../../../test/reference.ts'
import { primariesOf } from '../suppress/requirement.ts'
import { codesOf, makeCells } from '../tables/cells.ts'
import { readInstance } from '../tables/readInstance.ts'
import { linearTier } from './linearTier.ts'
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
