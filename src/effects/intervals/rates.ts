import { gammaQuantile } from '../../probability/gamma.ts'
import type { Difference } from './twoShares.ts'
import { clopperPearson } from '../../probability/proportion.ts'

/** Events per time with the exact Poisson interval. F. Garwood, Biometrika 28 (1936) 437–442. Throws `RangeError` without time. */
export function rate(events: number, time: number): Difference {
  if (!(time > 0) || !Number.isInteger(events) || events < 0) throw new RangeError(`${events} events in ${time} is no rate`)
  return {
    estimate: events / time,
    lower: events === 0 ? 0 : gammaQuantile(events, 0.025) / time,
    upper: gammaQuantile(events + 1, 0.975) / time,
  }
}

/** Ratio of two rates with its exact interval, by the share of all events that is the first's. `undefined` without events in both. */
export function rateRatio(first: { events: number; time: number }, second: { events: number; time: number }): Difference | undefined {
  if (first.events === 0 || second.events === 0) return undefined
  const { lower, upper } = clopperPearson(first.events, first.events + second.events)!
  const odds = (p: number): number => (p / (1 - p)) * (second.time / first.time)
  return { estimate: first.events / first.time / (second.events / second.time), lower: odds(lower), upper: odds(upper) }
}
