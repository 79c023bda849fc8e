// On the embedded database alone
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exact, noise } from '../../../test/noise.ts'
import { meanStep } from '../../disclosure/meanShare.ts'
import { binomialPoint } from '../../probability/binomial.ts'
import { comparedUnits, type ComparedUnit } from './shownUnits.ts'

describe('a unit is outside the limit of chance', () => {
  /** One unit of exact counts among thirty that do as expected, so that none of the limits are widened. */
  function among(n: number, x: number, expected: number, overall: number): ComparedUnit {
    const usual = Array.from({ length: 30 }, () => ({ n: exact(300), x: exact(75), expected: exact(0.25) }))
    return comparedUnits([{ n: exact(n), x: exact(x), expected: exact(expected) }, ...usual], overall, noise).units[0]!
  }
  /** How often a unit that does as was expected of it is said to be outside, by exact sums. */
  function falseAlarms(n: number, expected: number, overall: number, truth = expected): number {
    // Outside lies beyond one number and one other: they are found by halving, and all between them are inside.
    const edge = (least: number, most: number, isAbove: (x: number) => boolean): number => {
      while (least < most) {
        const middle = Math.floor((least + most) / 2)
        if (isAbove(middle)) most = middle
        else least = middle + 1
      }
      return least
    }
    const mean = Math.round(n * expected)
    const first = edge(1, mean, (x) => !among(n, x, expected, overall).isOutside)
    const last = edge(mean, n - 1, (x) => among(n, x, expected, overall).isOutside)
    let inside = 0
    for (let x = first; x < last; x++) inside += binomialPoint(x, n, truth)
    return 1 - inside
  }
  test.each([
    [200, 0.1, 0.25],
    [200, 0.5, 0.25],
    [500, 0.25, 0.25],
    [400, 0.15, 0.3],
    [100, 0.4, 0.2],
  ])('by chance about twice in 1,000 whatever was expected of it: %d persons, %d expected where all have %d', (n, expected, overall) => {
    expect(falseAlarms(n, expected, overall)).toBeLessThan(0.003)
  })
  test('whether or not all together have another share: they change how it is drawn, not what is decided', () => {
    for (const x of [25, 40, 60, 75]) expect(among(200, x, 0.25, 0.1).isOutside).toBe(among(200, x, 0.25, 0.6).isOutside)
  })
  test('no more often when it is large and what was expected is told in whole hundredths', () => {
    const [n, told] = [10_000, 0.1]
    const truths = Array.from({ length: 11 }, (_, at) => told + (at / 10 - 0.5) * meanStep(n))
    const all = truths.map((truth) => falseAlarms(n, told, 0.25, truth))
    expect(all.reduce((sum, one) => sum + one, 0) / all.length).toBeLessThan(0.003)
  })
  test('exactly when its dot is drawn beyond its own limits', () => {
    const given = fc.record({ n: fc.integer({ min: 20, max: 2000 }), at: fc.double({ min: 0, max: 1, noNaN: true }) })
    const shares = fc.record({ expected: fc.integer({ min: 5, max: 60 }), overall: fc.integer({ min: 5, max: 60 }) })
    fc.assert(
      fc.property(given, shares, ({ n, at }, { expected, overall }) => {
        const x = 1 + Math.floor(at * (n - 2))
        const { adjusted, chance, isOutside } = among(n, x, expected / 100, overall / 100)
        if (adjusted.share === 1) return
        expect(isOutside).toBe(adjusted.share < chance.lower998 || adjusted.share > chance.upper998)
      }),
      { numRuns: 60 },
    )
  })
  test('when it truly differs by much', () => {
    expect(among(200, 45, 0.1, 0.25).isOutside).toBe(true)
    expect(among(200, 4, 0.1, 0.25).isOutside).toBe(true)
  })
})
