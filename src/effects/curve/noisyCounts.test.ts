// On the embedded database alone
import { describe, expect, test } from 'vitest'
import { aalenJohansen } from './aalenJohansen.ts'
import { noiseVariance } from './noisyCounts.ts'

const times = Float64Array.from([6, 12, 24])
const counts = {
  atRisk: [200, 130, 60],
  events: [
    [30, 20, 10],
    [25, 30, 5],
  ],
}
const curveOf = ({ atRisk, events }: typeof counts) =>
  aalenJohansen({
    ...{ n: 200, neverAtRisk: 0, causes: [1, 2], times, atRisk: Float64Array.from(atRisk) },
    events: events.map((column) => Float64Array.from(column)),
  })

/** Σ (∂F/∂count)²·σ², with the slopes by differences. */
function byDifferences(cause: number, at: number, varianceOf: { atRisk: number; events: number }): number {
  let sum = 0
  const slope = (change: (by: number) => typeof counts): number => {
    const value = (by: number): number => curveOf(change(by)).causes[cause]!.curve.value[at]!
    return (value(1e-4) - value(-1e-4)) / 2e-4
  }
  for (let time = 0; time <= at; time++) {
    const risk = slope((by) => ({ ...counts, atRisk: counts.atRisk.with(time, counts.atRisk[time]! + by) }))
    sum += risk ** 2 * varianceOf.atRisk
    counts.events.forEach((column, one) => {
      const own = slope((by) => ({ ...counts, events: counts.events.with(one, column.with(time, column[time]! + by)) }))
      sum += own ** 2 * varianceOf.events
    })
  }
  return sum
}

describe('what noise adds to the variance of a curve', () => {
  const noise = {
    atRisk: [4, 4, 4],
    events: [
      [6, 6, 6],
      [6, 6, 6],
    ],
  }
  test.each([0, 1, 2])('is that of the slopes at time %i', (at) => {
    const added = noiseVariance(curveOf(counts), noise)
    for (const cause of [0, 1]) expect(added[cause]![at]).toBeCloseTo(byDifferences(cause, at, { atRisk: 4, events: 6 }), 8)
  })
  test('is nought without noise', () => {
    const none = noiseVariance(curveOf(counts), {
      atRisk: [0, 0, 0],
      events: [
        [0, 0, 0],
        [0, 0, 0],
      ],
    })
    expect(none.map((one) => [...one])).toEqual([
      [0, 0, 0],
      [0, 0, 0],
    ])
  })
  test('of one step is that of a share: σ²(d)/Y² + p²σ²(Y)/Y²', () => {
    const added = noiseVariance(curveOf(counts), noise)
    expect(added[0]![0]).toBeCloseTo((6 + (30 / 200) ** 2 * 4) / 200 ** 2, 12)
  })
  test('is finite when everybody has left', () => {
    const all = {
      atRisk: [50, 20, 5],
      events: [
        [20, 10, 5],
        [10, 5, 0],
      ],
    }
    expect(
      noiseVariance(curveOf(all), noise)
        .flatMap((one) => [...one])
        .every(Number.isFinite),
    ).toBe(true)
  })
})
