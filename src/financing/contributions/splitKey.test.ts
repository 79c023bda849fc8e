import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MoneyFault } from '../kronor.ts'
import { splitBy, type SplitKey } from './splitKey.ts'

const split = (total: number, key: SplitKey, members = ['A', 'B', 'C']) => Object.fromEntries(splitBy(total, members, key))
const population = { A: 1000, B: 2000, C: 3000 }
const supportMeasure = { A: 60, B: 30, C: 10 }

describe('the keys of a quarter', () => {
  test.each<[string, SplitKey, number[]]>([
    ['equal', { key: 'equal' }, [200, 200, 200]],
    ['by population', { key: 'population', population }, [100, 200, 300]],
    ['by support measure', { key: 'supportMeasure', supportMeasure }, [360, 180, 60]],
    ['three quarters by support measure', { key: 'mixed', supportWeight: 0.75, population, supportMeasure }, [295, 185, 120]],
    ['fixed, in shares', { key: 'fixed', shares: { A: 0.5, B: 0.3, C: 0.2 } }, [300, 180, 120]],
    ['fixed, in per cent', { key: 'fixed', shares: { A: 50, B: 30, C: 20 } }, [300, 180, 120]],
    ['explicit', { key: 'explicit', amounts: { A: 1, B: 2, C: 597 } }, [1, 2, 597]],
  ])('%s', (_what, key, [A, B, C]) => expect(split(600, key)).toEqual({ A, B, C }))
  test.each<[string, SplitKey, string]>([
    ['a member without a number', { key: 'population', population: { A: 1, B: 1 } }, 'money.memberMissing'],
    ['no weight at all', { key: 'supportMeasure', supportMeasure: { A: 0, B: 0, C: 0 } }, 'money.nothingWeighs'],
    ['shares of 90 per cent', { key: 'fixed', shares: { A: 0.5, B: 0.3, C: 0.1 } }, 'money.sharesSum'],
    ['amounts that are not the quarter', { key: 'explicit', amounts: { A: 1, B: 2, C: 3 } }, 'money.amountsSum'],
  ])('%s is refused', (_what, key, wrong) => {
    try {
      split(600, key)
      expect.unreachable()
    } catch (error) {
      expect(error instanceof MoneyFault && error.key).toBe(wrong)
    }
  })
  const weight = fc.integer({ min: 1, max: 1e6 })
  const some = fc.record({ A: weight, B: weight, C: weight })
  test('are exact to the krona, whatever the weights', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e10 }),
        some,
        some,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (total, one, two, supportWeight) => {
          const parts = split(total, { key: 'mixed', supportWeight, population: one, supportMeasure: two })
          expect(parts.A! + parts.B! + parts.C!).toBe(total)
        },
      ),
    ))
})
