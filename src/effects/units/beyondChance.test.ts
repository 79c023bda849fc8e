// On the embedded database alone
import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../probability/seededRandom.ts'
import { unitCounts } from './caseMix.ts'
import { compareReport, isBeyondChance } from './compareReport.ts'

/** Units of whom the last does far better than its background says. */
function drawn() {
  const random = seededRandom(7)
  const sizes = [60, 200, 200, 200, 40]
  const unit = sizes.flatMap((size, at) => Array.from({ length: size }, () => at))
  const x = Float64Array.from(unit, (at) => (random() < 0.2 + 0.15 * at ? 1 : 0))
  const outcome = Float64Array.from(unit, (at, person) => (random() < (at === 4 ? 0.9 : 0.1 + 0.3 * x[person]!) ? 1 : 0))
  return { outcomes: { outcome, unit, units: sizes.length }, x, labels: sizes.map((_, at) => `u${at}`) }
}

describe('a unit beyond chance', () => {
  /** A register in which background says a share of either kind of person, and a last unit whose persons are a mix of its own. */
  function last({ n, share }: { n: number; share: number }, O: number, [low, high]: [number, number]) {
    const kinds = Array.from({ length: 4000 }, (_, at) => at % 2)
    const ends = Array.from({ length: n }, (_, at) => (at < Math.round(n * share) ? 1 : 0))
    const p = [...kinds, ...ends].map((kind) => (kind === 1 ? high : low))
    const counts = unitCounts(
      {
        outcome: Float64Array.from(p, (_, at) => (at >= 4000 && at < 4000 + O ? 1 : 0)),
        unit: p.map((_, at) => (at < 4000 ? 0 : 1)),
        units: 2,
      },
      { expected: Float64Array.from(p) },
    )
    return { count: counts[1]!, p: p.slice(4000) }
  }
  /** P(O) of persons of whom each has a chance of its own, added one person at a time. */
  function chances(p: readonly number[]): Float64Array {
    const found = new Float64Array(p.length + 1)
    found[0] = 1
    p.forEach((one, at) => {
      for (let O = at + 1; O >= 0; O--) found[O] = found[O]! * (1 - one) + (O > 0 ? found[O - 1]! * one : 0)
    })
    return found
  }
  test.each([
    { n: 200, share: 0, low: 0.1, high: 0.4 },
    { n: 200, share: 1, low: 0.1, high: 0.5 },
    { n: 300, share: 0.5, low: 0.05, high: 0.45 },
    { n: 150, share: 0.2, low: 0.1, high: 0.8 },
  ])('is so by chance about twice in 1,000, whatever was expected of it: %o', ({ n, share, low, high }) => {
    const { p } = last({ n, share }, 0, [low, high])
    const alarms = chances(p).reduce((sum, chance, O) => {
      const { count } = last({ n, share }, O, [low, high])
      return sum + (isBeyondChance(count, 1) ? chance : 0)
    }, 0)
    expect(alarms).toBeLessThan(0.003)
    expect(alarms).toBeGreaterThan(0.001)
  })
  test('lies beyond the limits that are told, also where its adjusted share is above one', () => {
    const { outcomes, x, labels } = drawn()
    for (const { adjustedShare, funnelLimits: limits, attention } of compareReport(outcomes, labels, new Map([['x', x]])).units)
      expect(attention).toBe(adjustedShare < limits!.lower998 - 1e-12 || adjustedShare > limits!.upper998 + 1e-12)
  })
})
