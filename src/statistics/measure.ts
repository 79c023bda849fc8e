import { quantile } from '../probability/quantile.ts'
import type { Text } from '../values/codeList.ts'
import type { Period } from '../values/month.ts'
import type { Facts } from './facts.ts'
import type { Among } from './among.ts'
import type { Population } from './cellAddress.ts'
import { filtersOf } from './countedCells.ts'
import type { Filter } from './filter.ts'
import { measureTexts } from './measureTexts.ts'
import type { MeasureName, Origin } from './measureTexts.ts'
import { outcomeCodes, outcomeDimension } from './outcome.ts'
import type { OutcomeName } from './outcome.ts'
import { gather, tabulate, tabulatePersons } from './tabulate.ts'
import type { TabulationQuery } from './tabulate.ts'

interface MeasureBase extends Origin {
  name: MeasureName
  label: Text
  definition: Text
  unit: 'participations' | 'persons' | 'share' | 'days'
  /** Who is counted: participations in the period, those that began or ended in it. Registered in error is left out of all. */
  population: Population
}

/** A measure is data: what is counted, among whom, in which unit, and the words that say so. */
export type Measure = MeasureBase &
  (
    | { kind: 'count' }
    | { kind: 'persons' }
    /** Of all in the population, or of those of them that the outcome concerns. */
    | { kind: 'share'; numerator: OutcomeName; among?: Among }
    | { kind: 'quantiles'; column: 'daysToExit' }
  )

/** All measures, by name; the names are those of the API, the terminal and addresses. */
export const measures: { [N in MeasureName]: Measure & { name: N } } = {
  participations: { ...measureTexts('participations'), kind: 'count', unit: 'participations', population: 'inPeriod' },
  'distinct-persons': { ...measureTexts('distinct-persons'), kind: 'persons', unit: 'persons', population: 'inPeriod' },
  exits: { ...measureTexts('exits'), kind: 'count', unit: 'participations', population: 'exits' },
  'to-work-or-study': share('to-work-or-study', 'toWorkOrStudy'),
  'started-or-increased': share('started-or-increased', 'startedOrIncreased'),
  'job-seeking-after': share('job-seeking-after', 'jobSeekingAfter'),
  'self-supporting-after': share('self-supporting-after', 'selfSupportingAfter'),
  'right-support': share('right-support', 'rightSupport'),
  'in-work-or-study-6-months': afterStart('in-work-or-study-6-months', 6),
  'in-work-or-study-12-months': afterStart('in-work-or-study-12-months', 12),
  'in-work-or-study-24-months': afterStart('in-work-or-study-24-months', 24),
  'still-in-work-or-study-6-months': stillAfterExit('still-in-work-or-study-6-months', 6),
  'still-in-work-or-study-12-months': stillAfterExit('still-in-work-or-study-12-months', 12),
  'still-in-work-or-study-24-months': stillAfterExit('still-in-work-or-study-24-months', 24),
  'support-missing': share('support-missing', 'supportMissing'),
  'over-four-years': share('over-four-years', 'overFourYears'),
  duration: { ...measureTexts('duration'), kind: 'quantiles', column: 'daysToExit', unit: 'days', population: 'exits' },
}

/** Counts behind a share in one cell of a table; they must pass disclosure before anyone sees them. */
export interface OutcomeCounts {
  /** With the outcome. */
  x: number
  /** The denominator: all in the population, unknown included. */
  n: number
  /** Nothing is known of the outcome (bortfall). */
  unknown: number
  /** Neither success nor unknown, shown by itself: "ingen känd inkomst". */
  apart: number
}

/** Median and quartiles in one cell, and how many values they rest on. */
export interface Quartiles {
  n: number
  lower: number
  median: number
  upper: number
}

/** The facts a measure counts in a period, as filters. */
export function populationOf(measure: Measure, period: Period): Filter[] {
  return filtersOf[measure.population](period)
}

/** Counts per cell of a count measure. The query's filter must hold the measure's population. */
export function countsOf(facts: Facts, measure: Measure, query: TabulationQuery): Uint32Array {
  return measure.kind === 'persons' ? tabulatePersons(facts, query).counts : tabulate(facts, query).counts
}

/** Outcome counts per cell of a share. Throws for a measure that is no share. */
export function outcomesOf(facts: Facts, measure: Measure, query: TabulationQuery): OutcomeCounts[] {
  if (measure.kind !== 'share') throw new RangeError(`${measure.name} is not a share`)
  const dimensions = [...query.dimensions, outcomeDimension(measure.numerator)]
  const { counts } = tabulate(facts, { ...query, dimensions })
  const states = outcomeCodes.length
  return Array.from({ length: counts.length / states }, (_, cell) => {
    const [no, yes, unknown, apart] = [...counts.subarray(cell * states, (cell + 1) * states)] as [number, number, number, number]
    return { x: yes, n: no + yes + unknown + apart, unknown, apart }
  })
}

/** Quartiles per cell of a measure of length; `undefined` where there is no value. Throws for another measure. */
export function quartilesOf(facts: Facts, measure: Measure, query: TabulationQuery): (Quartiles | undefined)[] {
  if (measure.kind !== 'quantiles') throw new RangeError(`${measure.name} has no quartiles`)
  const { start, values } = gather(facts, query, facts.columns[measure.column])
  return Array.from({ length: start.length - 1 }, (_, cell) => {
    const sorted = values.subarray(start[cell], start[cell + 1])
    if (sorted.length === 0) return undefined
    return {
      n: sorted.length,
      lower: quantile(sorted, 0.25),
      median: quantile(sorted, 0.5),
      upper: quantile(sorted, 0.75),
    }
  })
}

function share<N extends MeasureName>(name: N, numerator: OutcomeName) {
  const parts = { kind: 'share', numerator, unit: 'share', population: 'exits' } as const
  return { ...measureTexts(name), ...parts }
}

type Months = 6 | 12 | 24

function afterStart<N extends MeasureName>(name: N, months: Months) {
  const parts = { kind: 'share', unit: 'share', population: 'entries' } as const
  return { ...measureTexts(name), ...parts, numerator: `workOrStudyAfterStart${months}`, among: `dueAfterStart${months}` } as const
}

function stillAfterExit<N extends MeasureName>(name: N, months: Months) {
  const parts = { kind: 'share', unit: 'share', population: 'exits' } as const
  return {
    ...measureTexts(name),
    ...parts,
    numerator: `stillInWorkOrStudyAfterExit${months}`,
    among: `dueInWorkAfterExit${months}`,
  } as const
}
