import type { Assessed } from '../../interventions/fidelity/assessedStore.ts'
import { daysBetween } from '../../values/civilDate.ts'
import { monthNumber, monthOfNumber, type Period } from '../../values/month.ts'
import { fisherInterval, pearson } from '../intervals/correlation.ts'
import type { ShownCorrelation } from './domain.ts'

/** How closely an intervention's teams followed the method about a time. */
export interface InterventionFidelity {
  interventionId: string
  score: number
  teams: number
  kind: Assessed['kind']
  assessedOn: string
}

/** The scale that most interventions have been assessed by; of two alike the first in the alphabet. */
export function usualScale(assessed: readonly Assessed[]): Pick<Assessed, 'scale' | 'least' | 'most'> | undefined {
  const scales = [...Map.groupBy(assessed, ({ scale }) => scale)].map(([scale, rounds]) => ({
    ...{ scale, least: rounds[0]!.least, most: rounds[0]!.most },
    interventions: new Set(rounds.map(({ interventionId }) => interventionId)).size,
  }))
  const [usual] = scales.sort((a, b) => b.interventions - a.interventions || a.scale.localeCompare(b.scale))
  return usual && { scale: usual.scale, least: usual.least, most: usual.most }
}

/**
 * Each intervention with the mean of its teams' scores by a scale: of every team the assessment nearest to the middle of the months that the participants began in, external before
 * self-assessed on the same distance. It is called self-assessed when one of them is.
 */
export function fidelityAbout(assessed: readonly Assessed[], scale: string, period: Period): InterventionFidelity[] {
  const middle = `${monthOfNumber(Math.floor((monthNumber(period.from) + monthNumber(period.to)) / 2))}-15`
  const away = ({ assessedOn, kind }: Assessed): number => Math.abs(daysBetween(middle, assessedOn)) + (kind === 'self' ? 0.5 : 0)
  const own = assessed.filter((one) => one.scale === scale)
  return [...Map.groupBy(own, ({ interventionId }) => interventionId)].map(([interventionId, rounds]) => {
    const teams = [...Map.groupBy(rounds, ({ team }) => team).values()].map((ofTeam) => ofTeam.toSorted((a, b) => away(a) - away(b))[0]!)
    return {
      ...{ interventionId, teams: teams.length },
      score: teams.reduce((sum, { score }) => sum + score, 0) / teams.length,
      kind: teams.some(({ kind }) => kind === 'self') ? 'self' : 'external',
      assessedOn: teams
        .map(({ assessedOn }) => assessedOn)
        .sort()
        .at(-1)!,
    }
  })
}

/** Fewer dots than this give a line that says more than they do (design of the progression and fidelity measures). */
export const leastForLine = 15

interface Drawn {
  score: number
  share: number
}

/**
 * Pearson's correlation of the dots with Fisher's interval, tanh(artanh r ± z/√(n − 3)). `null` below four dots, when either has no spread, or when all lie on a
 * line, so that there is no interval. R. A. Fisher, Metron 1 (1921) 3–32; its coverage holds for Pearson's r from small n: D. G. Bonett and T. A. Wright, Psychometrika 65 (2000) 23–28.
 */
export function correlationOf(dots: readonly Drawn[]): ShownCorrelation | null {
  const r = pearson(
    dots.map(({ score }) => score),
    dots.map(({ share }) => share),
  )
  if (r === undefined || Math.abs(r) >= 1 - 1e-12) return null
  const interval = fisherInterval(r, dots.length)
  return interval ? { n: dots.length, r: rounded(r), lower: rounded(interval.lower), upper: rounded(interval.upper) } : null
}

const rounded = (value: number): number => Math.round(value * 100) / 100

/** The line of least squares from the lowest to the highest score; `null` below 15 dots or without spread. */
export function lineThrough(dots: readonly Drawn[]): Drawn[] | null {
  if (dots.length < leastForLine) return null
  const mean = (of: (dot: Drawn) => number): number => dots.reduce((sum, dot) => sum + of(dot), 0) / dots.length
  const [x, y] = [mean(({ score }) => score), mean(({ share }) => share)]
  const spread = dots.reduce((sum, { score }) => sum + (score - x) ** 2, 0)
  if (spread === 0) return null
  const slope = dots.reduce((sum, { score, share }) => sum + (score - x) * (share - y), 0) / spread
  const scores = dots.map(({ score }) => score)
  return [Math.min(...scores), Math.max(...scores)].map((score) => ({ score, share: y + slope * (score - x) }))
}
