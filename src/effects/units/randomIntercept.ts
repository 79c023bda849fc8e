import type { Interval } from '../../probability/interval.ts'
import type { CaseMix, UnitOutcomes } from './caseMix.ts'

const step = 0.05
/** −3 … 3 */
const intercepts = Array.from({ length: 121 }, (_, at) => Math.round((at - 60) * step * 100) / 100)
/** 0.025 … 1.975 */
const spreads = Array.from({ length: 40 }, (_, at) => 0.025 + at * step)

/** What a unit adds on the logit scale beyond its case mix, and the share that all persons would have there. */
export interface UnitIntercept {
  u: Interval & { mean: number; sd: number }
  share: Interval & { estimate: number }
}

export interface UnitIntercepts {
  units: UnitIntercept[]
  /** Posterior mean of the spread τ between units. */
  tau: number
}

/**
 * Random intercepts u ~ N(0, τ²) beside the case mix as offset, u on −3 … 3 by 0.05 and τ on 0.025 … 1.975 by 0.05 with a half-normal(0.5)
 * prior; quantiles linear within a cell of the grid. The share of a unit is that of all persons had they been there,
 * mean expit(η + u), averaged over u. Sums are of logarithms throughout: of a large unit far from the rest the likelihood is nought at every
 * intercept that a small τ leaves. Deterministic. A. Gelman, Bayesian Analysis 1 (2006) 515–534.
 * @param everybody η of those that shares are of, when they are others than those with outcomes
 */
export function unitIntercepts(outcomes: UnitOutcomes, { logit }: Pick<CaseMix, 'logit'>, everybody: Float64Array = logit): UnitIntercepts {
  const likelihoods = unitLikelihoods(outcomes, logit)
  const priors = spreads.map((tau) => normalised(Float64Array.from(intercepts, (u) => -(u * u) / (2 * tau * tau))))
  /** log ∫ likelihood × prior of each unit, by τ. */
  const totals = likelihoods.map((likelihood) => priors.map((prior) => logSum(prior, likelihood)))
  const weights = normalised(
    Float64Array.from(spreads, (tau, t) => totals.reduce((sum, own) => sum + own[t]!, -(tau ** 2) / (2 * 0.5 * 0.5))),
  ).map(Math.exp)
  const shares = intercepts.map(standardised(everybody))
  const units = likelihoods.map((likelihood, unit) => {
    const posterior = new Float64Array(intercepts.length)
    priors.forEach((prior, t) => {
      const total = totals[unit]![t]!
      for (let at = 0; at < posterior.length; at++) posterior[at]! += weights[t]! * Math.exp(likelihood[at]! + prior[at]! - total)
    })
    const mean = dot(posterior, intercepts)
    const sd = Math.sqrt(intercepts.reduce((sum, u, at) => sum + posterior[at]! * (u - mean) ** 2, 0))
    const [lower, upper] = [quantileIn(posterior, 0.025), quantileIn(posterior, 0.975)]
    return {
      u: { mean, sd, lower, upper },
      share: { estimate: dot(posterior, shares), lower: between(shares, lower), upper: between(shares, upper) },
    }
  })
  return { units, tau: dot(weights, spreads) }
}

/** The logarithm of the likelihood of a unit's outcomes at each intercept. */
function unitLikelihoods({ outcome, unit, units, weight }: UnitOutcomes, logit: Float64Array): Float64Array[] {
  const logs = Array.from({ length: units }, () => new Float64Array(intercepts.length))
  for (let at = 0; at < outcome.length; at++) {
    const own = logs[unit[at]!]!
    const times = weight ? weight[at]! : 1
    for (let g = 0; g < own.length; g++) {
      const eta = logit[at]! + intercepts[g]!
      own[g]! -= times * Math.log1p(Math.exp(outcome[at] === 1 ? -eta : eta))
    }
  }
  return logs
}

/** mean expit(η + u) as a function of u; persons with the same η are counted once. */
function standardised(logit: Float64Array): (u: number) => number {
  const times = new Map<number, number>()
  for (const eta of logit) times.set(eta, (times.get(eta) ?? 0) + 1)
  return (u) => {
    let sum = 0
    for (const [eta, count] of times) sum += count / (1 + Math.exp(-eta - u))
    return sum / logit.length
  }
}

/** Each point of the grid is the middle of a cell over which its probability lies evenly. */
function quantileIn(posterior: Float64Array, p: number): number {
  let before = 0
  for (let at = 0; at < posterior.length; at++) {
    const own = posterior[at]!
    if (before + own >= p) return intercepts[at]! + step * ((p - before) / own - 0.5)
    before += own
  }
  return intercepts.at(-1)! + step / 2
}

/** A value known on the grid, straight between its points and level beyond its ends. */
function between(values: number[], u: number): number {
  const place = Math.min(intercepts.length - 1, Math.max(0, (u - intercepts[0]!) / step))
  const below = Math.min(Math.floor(place), intercepts.length - 2)
  return values[below]! + (place - below) * (values[below + 1]! - values[below]!)
}

/** Logarithms moved so that what they are of adds up to one. */
function normalised(logs: Float64Array): Float64Array {
  const total = logSum(logs)
  return logs.map((one) => one - total)
}

/** log Σ exp(aᵢ + bᵢ), which loses nothing where every term is too small for a number. */
function logSum(a: Float64Array, b?: Float64Array): number {
  let most = Number.NEGATIVE_INFINITY
  for (let at = 0; at < a.length; at++) most = Math.max(most, a[at]! + (b ? b[at]! : 0))
  let sum = 0
  for (let at = 0; at < a.length; at++) sum += Math.exp(a[at]! + (b ? b[at]! : 0) - most)
  return most + Math.log(sum)
}

function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0
  for (let at = 0; at < a.length; at++) sum += a[at]! * b[at]!
  return sum
}
