import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { classShare, type ReachedClass } from './classShare.ts'
import { z95 } from './interval.ts'
import { wilson } from './proportion.ts'
import { seededRandom } from './seededRandom.ts'

const exact = (n: number, known: number, x: number): ReachedClass => ({ n, known, x, noise: { n: 0, known: 0, x: 0 } })
const anyClass = fc
  .record({
    known: fc.integer({ min: 2, max: 500 }),
    missing: fc.integer({ min: 0, max: 500 }),
    part: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ known, missing, part }) => exact(known + missing, known, Math.round(part * known)))

describe('a share weighted by class', () => {
  test('is each class’s own share by its size', () => {
    // Of 100 young half were reached, of whom 10 work; of 300 older all, of whom 240 do.
    expect(classShare([exact(100, 50, 10), exact(300, 300, 240)]).share).toBeCloseTo((100 * 0.2 + 300 * 0.8) / 400, 12)
  })
  test('of one class in which all are reached has Wilson’s interval', () => {
    const { lower, upper } = classShare([exact(50, 50, 17)])
    expect(lower).toBeCloseTo(wilson(17, 50)!.lower, 12)
    expect(upper).toBeCloseTo(wilson(17, 50)!.upper, 12)
  })
  test('of several in which all are reached has that of all of them: no class is known better than chance', () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 2, max: 300 }), fc.double({ min: 0.1, max: 0.9, noNaN: true })), {
          minLength: 2,
          maxLength: 6,
        }),
        (parts) => {
          const classes = parts.map(([n, p]) => exact(n, n, Math.max(1, Math.min(n - 1, Math.round(p * n)))))
          const [n, x] = [classes.reduce((sum, one) => sum + one.n, 0), classes.reduce((sum, one) => sum + one.x, 0)]
          expect(classShare(classes).lower).toBeCloseTo(wilson(x, n)!.lower, 10)
        },
      ),
    ))
  test('lies between what it can be whatever became of those not reached, and its interval about it', () =>
    fc.assert(
      fc.property(fc.array(anyClass, { minLength: 1, maxLength: 8 }), (classes) => {
        const { share, lower, upper } = classShare(classes)
        const all = classes.reduce((sum, { n }) => sum + n, 0)
        const least = classes.reduce((sum, { x }) => sum + x, 0) / all
        const most = classes.reduce((sum, { x, n, known }) => sum + x + n - known, 0) / all
        expect(share).toBeGreaterThanOrEqual(least - 1e-12)
        expect(share).toBeLessThanOrEqual(most + 1e-12)
        expect(lower).toBeLessThanOrEqual(share + 1e-12)
        expect(upper).toBeGreaterThanOrEqual(share - 1e-12)
      }),
    ))
  test('is the same whatever class stands first', () => {
    const classes = [exact(100, 50, 10), exact(300, 280, 240), exact(60, 40, 13)]
    expect(classShare(classes.toReversed()).share).toBeCloseTo(classShare(classes).share, 14)
  })
  test('is less sure with noise, by as much as the slopes say', () => {
    const classes = [exact(100, 50, 10), exact(300, 280, 240)]
    const noise = { n: 4, known: 5, x: 6 }
    const numbers = classes.flatMap(({ n, known, x }) => [n, known, x])
    const shareOf = (values: readonly number[]): number =>
      classShare([0, 1].map((at) => ({ ...classes[0]!, n: values[3 * at]!, known: values[3 * at + 1]!, x: values[3 * at + 2]! }))).share
    const slope = (at: number): number =>
      (shareOf(numbers.with(at, numbers[at]! + 1e-4)) - shareOf(numbers.with(at, numbers[at]! - 1e-4))) / 2e-4
    const added = numbers.reduce((sum, _, at) => sum + slope(at) ** 2 * [4, 5, 6][at % 3]!, 0)
    const half = (of: readonly ReachedClass[]): number => (classShare(of).upper - classShare(of).lower) / 2
    const noisy = half(classes.map((one) => ({ ...one, noise })))
    expect(noisy ** 2 - half(classes) ** 2).toBeCloseTo(z95 ** 2 * added, 8)
  })
  test('of a class in which nobody was reached, or of none, is refused', () => {
    expect(() => classShare([exact(10, 0, 0)])).toThrow(RangeError)
    expect(() => classShare([exact(10, 11, 0)])).toThrow(RangeError)
    expect(() => classShare([])).toThrow('No class')
  })
  test('holds the truth in about 95 of 100 where being reached goes with the class alone, when the share of those reached does not', () => {
    const random = seededRandom(4)
    const [rounds, truth] = [2000, 0.5 * 0.2 + 0.3 * 0.4 + 0.2 * 0.7]
    let [held, alone] = [0, 0]
    for (let round = 0; round < rounds; round++) {
      const classes = [exact(0, 0, 0), exact(0, 0, 0), exact(0, 0, 0)]
      for (let person = 0; person < 400; person++) {
        const u = random()
        const at = u < 0.5 ? 0 : Number(u >= 0.8) + 1
        const one = classes[at]!
        one.n++
        if (random() > [0.5, 0.75, 0.95][at]!) continue
        one.known++
        if (random() < [0.2, 0.4, 0.7][at]!) one.x++
      }
      const [x, known] = [classes.reduce((sum, one) => sum + one.x, 0), classes.reduce((sum, one) => sum + one.known, 0)]
      const holds = (interval: { lower: number; upper: number }): number => Number(interval.lower <= truth && truth <= interval.upper)
      held += holds(classShare(classes))
      alone += holds(wilson(x, known)!)
    }
    expect(held / rounds).toBeGreaterThan(0.94)
    expect(held / rounds).toBeLessThan(0.96)
    expect(alone / rounds).toBeLessThan(0.65)
  })
})
