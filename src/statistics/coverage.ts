import type { Period } from '../values/month.ts'

/**
 * Participations of one calendar year by how they are known. Counts without rows exist per intervention, sex and calendar year
 * only, so coverage is never finer: other periods and breakdowns show that of the whole years that cover them.
 */
export interface YearCoverage {
  year: number
  /** Registered as rows, so their outcome can be followed (T1 and T2). */
  followable: number
  /** Counted without a row: no consent, or protected identity. */
  anonymous: number
  /** Head-counts of interventions that are counted by volume only. */
  volume: number
}

/** Part of a whole; `undefined` share when the whole is 0. */
export interface Part {
  part: number
  whole: number
  share: number | undefined
}

/** What stands beside every outcome: who reports, who can be followed, of whom the status is known. */
export interface CoverageChain {
  /** Associations with anything reported, of all. */
  associations: Part
  /** Followable ÷ (followable + anonymous + volume). */
  followable: Part
  /** Known status ÷ exits that can be followed. */
  knownStatus: Part
  /** The calendar years that `followable` is about. */
  years: number[]
  /** The period is no whole calendar years, so the years that cover it stand for it: labelled "helår". */
  isWholeYears: boolean
}

/** The calendar years a period touches. */
export function yearsOf(period: Period): number[] {
  const [first, last] = [Number(period.from.slice(0, 4)), Number(period.to.slice(0, 4))]
  return Array.from({ length: last - first + 1 }, (_, at) => first + at)
}

/**
 * The coverage chain beside an outcome of a period.
 * @param years head-counts per calendar year; years outside the period are ignored, missing ones count as 0
 * @param status exits with known outcome, and all exits that can be followed
 */
export function coverageChain(
  period: Period,
  years: readonly YearCoverage[],
  associations: { reporting: number; all: number },
  status: { known: number; followed: number },
): CoverageChain {
  const covered = yearsOf(period)
  const relevant = years.filter(({ year }) => covered.includes(year))
  const followable = relevant.reduce((sum, year) => sum + year.followable, 0)
  const all = relevant.reduce((sum, year) => sum + year.followable + year.anonymous + year.volume, 0)
  return {
    associations: partOf(associations.reporting, associations.all),
    followable: partOf(followable, all),
    knownStatus: partOf(status.known, status.followed),
    years: covered,
    isWholeYears: period.from.endsWith('-01') && period.to.endsWith('-12'),
  }
}

/** A part of a whole. Throws unless 0 ≤ part ≤ whole. */
export function partOf(part: number, whole: number): Part {
  if (!(part >= 0 && part <= whole)) throw new RangeError(`${part} is no part of ${whole}`)
  return { part, whole, share: whole === 0 ? undefined : part / whole }
}
