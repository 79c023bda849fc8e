import { symmetric, z95, type Estimate, type Interval } from '../../probability/interval.ts'
import { rootByNewton } from '../../probability/rootByNewton.ts'
import { tQuantile } from '../../probability/studentT.ts'

/** An association's estimate and the variance of it. */
export interface Study {
  y: number
  v: number
}

export type TauMethod = 'DerSimonianLaird' | 'PauleMandel' | 'REML'

export interface Pooled extends Estimate {
  tau2: number
  /** Cochran's Q, and how much of the spread is more than chance, 0 … 1. */
  q: number
  i2: number
  /** Where the next association's true value is likely to lie. */
  prediction: Interval
  /** B·μ + (1−B)·y with B = v/(v+τ²), per association. */
  shrunken: number[]
}

/** Fewer than this, and the interval is Hartung and Knapp's. */
export const fewStudies = 10

/**
 * Random effects over associations: τ² by DerSimonian and Laird's closed form (Controlled Clinical Trials 7 (1986) 177–188) or Paule and
 * Mandel's equation Σ w(y−μ)² = k−1, or restricted maximum likelihood; μ = Σwy/Σw, w = 1/(v+τ²), interval by the normal, or below ten associations by Hartung and Knapp's
 * Σw(y−μ)²/((k−1)Σw) with t(k−1) (Statistics in Medicine 20 (2001) 3875–3889). Throws `RangeError` below two, or for a variance that is none.
 */
export function pooled(
  studies: readonly Study[],
  method: TauMethod = 'DerSimonianLaird',
  hartungKnapp = studies.length < fewStudies,
): Pooled {
  const k = studies.length
  if (k < 2 || studies.some(({ v }) => !(v > 0))) throw new RangeError(`${k} estimates with positive variance are not to be pooled`)
  const q = spreadAt(studies, 0).q
  const tau2 = { DerSimonianLaird: derSimonianLaird, PauleMandel: pauleMandel, REML: restrictedLikelihood }[method](studies)
  const { mu, weight, q: rest } = spreadAt(studies, tau2)
  const se = hartungKnapp ? Math.sqrt(rest / ((k - 1) * weight)) : Math.sqrt(1 / weight)
  const quantile = hartungKnapp ? tQuantile(0.975, k - 1) : z95
  const { lower, upper } = symmetric(mu, Math.sqrt(se * se + tau2), quantile)
  return {
    ...symmetric(mu, se, quantile),
    ...{ tau2, q, i2: i2Of(studies, tau2), prediction: { lower, upper } },
    shrunken: studies.map(({ y, v }) => (v * mu + tau2 * y) / (v + tau2)),
  }
}

/** The pooled mean at τ², Σw, and Σw(y−μ)². */
function spreadAt(studies: readonly Study[], tau2: number): { mu: number; weight: number; q: number } {
  const weights = studies.map(({ v }) => 1 / (v + tau2))
  const weight = weights.reduce((sum, one) => sum + one, 0)
  const mu = weights.reduce((sum, one, at) => sum + one * studies[at]!.y, 0) / weight
  return { mu, weight, q: weights.reduce((sum, one, at) => sum + one * (studies[at]!.y - mu) ** 2, 0) }
}

function derSimonianLaird(studies: readonly Study[]): number {
  const { q } = spreadAt(studies, 0)
  const { first, second } = powerSums(studies)
  return Math.max(0, (q - (studies.length - 1)) / (first - second / first))
}

function pauleMandel(studies: readonly Study[]): number {
  const aim = studies.length - 1
  if (spreadAt(studies, 0).q <= aim) return 0
  let high = Math.max(...studies.map(({ v }) => v))
  while (spreadAt(studies, high).q > aim) high *= 2
  return rootByNewton(high / 2, 0, high, (tau2) => {
    const { mu, q } = spreadAt(studies, tau2)
    return { value: aim - q, slope: studies.reduce((sum, { y, v }) => sum + ((y - mu) / (v + tau2)) ** 2, 0) }
  })
}

/** Fisher's scoring: τ² + (Σw²(y−μ)² − tr P)/tr PP until it stands, never below nought. W. Viechtbauer, J. Educ. Behav. Stat. 30 (2005) 261–293. */
function restrictedLikelihood(studies: readonly Study[]): number {
  let tau2 = derSimonianLaird(studies)
  for (let round = 0; round < 500; round++) {
    const { mu } = spreadAt(studies, tau2)
    const w = studies.map(({ v }) => 1 / (v + tau2))
    const [first, second, third] = [1, 2, 3].map((power) => w.reduce((sum, one) => sum + one ** power, 0)) as [number, number, number]
    const squares = w.reduce((sum, one, at) => sum + (one * (studies[at]!.y - mu)) ** 2, 0)
    const information = second - (2 * third) / first + (second / first) ** 2
    const next = Math.max(0, tau2 + (squares - (first - second / first)) / information)
    if (Math.abs(next - tau2) <= 1e-12 * (1 + next)) return next
    tau2 = next
  }
  return tau2
}

/** τ²/(τ² + the usual v), the usual v being (k−1)Σw/((Σw)²−Σw²) (J. P. T. Higgins and S. G. Thompson, Statistics in Medicine 21 (2002) 1539–1558). */
function i2Of(studies: readonly Study[], tau2: number): number {
  const { first, second } = powerSums(studies)
  return tau2 / (tau2 + ((studies.length - 1) * first) / (first * first - second))
}

function powerSums(studies: readonly Study[]): { first: number; second: number } {
  return { first: studies.reduce((sum, { v }) => sum + 1 / v, 0), second: studies.reduce((sum, { v }) => sum + 1 / (v * v), 0) }
}
