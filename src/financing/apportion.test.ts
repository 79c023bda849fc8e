import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { apportion, exactWeight } from './apportion.ts'

const split = (total: number, weights: Record<string, number>): Record<string, number> =>
  Object.fromEntries(apportion(total, new Map(Object.entries(weights).map(([name, one]) => [name, exactWeight(one)]))))
const names = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 12 })
const weighted = names.chain((list) =>
  fc.tuple(...list.map((name) => fc.tuple(fc.constant(name), fc.bigInt({ min: 0n, max: 10n ** 15n })))),
)
const amount = fc.integer({ min: 0, max: 1e12 })

describe('a split by the largest remainder', () => {
  test('gives the krona left over to whoever was closest to it', () => {
    expect(split(10, { a: 1, b: 1, c: 1.5 })).toEqual({ a: 3, b: 3, c: 4 })
    expect(split(100, { a: 33.4, b: 33.3, c: 33.3 })).toEqual({ a: 34, b: 33, c: 33 })
  })
  test('gives alike remainders in the order of the names', () => {
    expect(split(2, { b: 1, c: 1, a: 1 })).toEqual({ a: 1, b: 1, c: 0 })
  })
  test('gives nothing where nobody weighs anything', () => expect(split(7, { a: 0, b: 0 })).toEqual({ a: 0, b: 0 }))
  test('refuses a weight below nought, and what is no number', () => {
    for (const wrong of [-1, NaN, Infinity]) expect(() => exactWeight(wrong)).toThrow(RangeError)
  })
  test('adds up to the total, nobody further than one krona from its share, whatever the order', () =>
    fc.assert(
      fc.property(amount, weighted, (total, weights) => {
        const parts = apportion(total, new Map(weights))
        const whole = weights.reduce((sum, [, weight]) => sum + weight, 0n)
        expect([...parts.values()].reduce((sum, part) => sum + part, 0)).toBe(whole === 0n ? 0 : total)
        for (const [name, weight] of weights) {
          const away = BigInt(parts.get(name)!) * whole - BigInt(total) * weight
          expect((away < whole && -away < whole) || whole === 0n).toBe(true)
        }
        expect(apportion(total, new Map([...weights].reverse()))).toEqual(parts)
      }),
    ))
})
