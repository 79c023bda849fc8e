import { z95 } from '../../probability/interval.ts'

/** At a time after the start: the share seen in a state, and the share that may be in it when all who are not known are; each with its variance. */
export interface BoundedShare {
  time: number
  seen: { share: number; variance: number }
  most: { share: number; variance: number }
}

/** Mean time in a state: at least and at most, whatever became of those not known, and that with chance. */
export interface MeanBounds {
  least: number
  most: number
  lower: number
  upper: number
}

/**
 * Mean time in a state from the first time to the last, as the area under the shares by the trapezoid rule: with none of those who are not known in it (least) and with all
 * of them (most). C. F. Manski, Am. Econ. Rev. 80 (1990) 319–323. The limits are least − z·s and most + z·s, so that they hold both ends (J. L. Horowitz and C. F. Manski,
 * JASA 95 (2000) 77–84), where s = Σ w·√variance with w the weight of each time: the standard error of a sum is at most the sum of the standard errors, however the times
 * depend on each other. `undefined` for fewer than two times; throws `RangeError` for times that do not rise.
 */
export function meanBounds(points: readonly BoundedShare[]): MeanBounds | undefined {
  const first = points[0]
  const last = points.at(-1)
  if (!first || !last || points.length < 2) return undefined
  const weights = points.map(({ time }, at) => {
    const [before, after] = [points[at - 1]?.time ?? time, points[at + 1]?.time ?? time]
    if (before > time || (at > 0 && before === time)) throw new RangeError(`${before} comes before ${time}`)
    return (after - before) / 2
  })
  const area = (end: 'seen' | 'most'): number => points.reduce((sum, point, at) => sum + weights[at]! * point[end].share, 0)
  const error = (end: 'seen' | 'most'): number => points.reduce((sum, point, at) => sum + weights[at]! * Math.sqrt(point[end].variance), 0)
  const [least, most, length] = [area('seen'), area('most'), last.time - first.time]
  return { least, most, lower: Math.max(0, least - z95 * error('seen')), upper: Math.min(length, most + z95 * error('most')) }
}
