import type { Incidence } from './aalenJohansen.ts'

/** The variance that noise has given each count of a risk table: per time for those at risk, and per cause and time for events. */
export interface CountNoise {
  atRisk: ArrayLike<number>
  events: readonly ArrayLike<number>[]
}

/**
 * What noise in the counts adds to the variance of each cause's curve at each time, to first order and with noises that are independent:
 *
 *   Σ_{s≤t} { Σ_l (∂F_k(t)/∂d_l)² · σ²(d_l) + (∂F_k(t)/∂Y)² · σ²(Y) }
 *
 * where with h_l = d_l/Y and h = Σh_l: ∂F_k(t)/∂h_l = S(s−)·[l = k] − (F_k(t) − F_k(s))/(1 − h), ∂/∂d_l = (∂/∂h_l)/Y and
 * ∂/∂Y = −Σ_l h_l·(∂/∂h_l)/Y. Nought where nobody is at risk. Follows from F_k(t) = Σ S(s−)·h_k (the delta method).
 */
export function noiseVariance({ table, causes, eventFree }: Incidence, noise: CountNoise): Float64Array[] {
  const { times, atRisk, events } = table
  return causes.map(({ curve }, own) =>
    Float64Array.from(times, (_, to) => {
      let sum = 0
      for (let at = 0; at <= to; at++) {
        const risk = atRisk[at]!
        if (risk === 0) continue
        const [before, free] = [at === 0 ? 1 : eventFree.value[at - 1]!, eventFree.value[at]!]
        // (F(t) − F(s))/(1 − h) is nought when everybody has left: nothing comes after.
        const later = free > 0 ? ((curve.value[to]! - curve.value[at]!) * before) / free : 0
        let ofRisk = 0
        for (let cause = 0; cause < events.length; cause++) {
          const slope = (cause === own ? before : 0) - later
          sum += (slope / risk) ** 2 * noise.events[cause]![at]!
          ofRisk += (events[cause]![at]! / risk) * slope
        }
        sum += (ofRisk / risk) ** 2 * noise.atRisk[at]!
      }
      return sum
    }),
  )
}
