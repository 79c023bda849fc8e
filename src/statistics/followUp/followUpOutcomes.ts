import { valueOf } from '../../disclosure/cell.ts'
import type { Cell } from '../../disclosure/cell.ts'
import { protectQuartiles } from '../../disclosure/quartiles.ts'
import { countingOf } from '../countingOf.ts'
import type { Figure, MeasureFigures } from '../domain.ts'
import { daysFigure, headings, measureInfo, shareFigure } from '../figure.ts'
import type { Writing } from '../figure.ts'
import { having } from '../filter.ts'
import { statusOf, statusText } from '../knownStatus.ts'
import { measures, populationOf, quartilesOf } from '../measure.ts'
import type { MeasureName } from '../measureTexts.ts'
import { unknownText } from '../plainText.ts'
import type { Asked } from '../question.ts'
import { releasedOutcomes } from '../releasedTable.ts'
import { weightedShare } from '../weightedShare.ts'
import type { Sexes } from './followUpCounts.ts'

const outcomeNames: readonly MeasureName[] = [
  'to-work-or-study',
  'started-or-increased',
  'job-seeking-after',
  'self-supporting-after',
  'right-support',
]

/** Days are rounded to whole ten: nobody's own stay can be read out of a quartile. */
export const dayStep = 10

/** What the follow-ups tell, at fixed points after start and after exit. */
export const laterNames: readonly MeasureName[] = [
  'in-work-or-study-6-months',
  'in-work-or-study-12-months',
  'in-work-or-study-24-months',
  'still-in-work-or-study-6-months',
  'still-in-work-or-study-12-months',
  'still-in-work-or-study-24-months',
]

/** Each outcome of the exits, for all and by sex. */
export const outcomeParts = (ask: Asked): MeasureFigures[] => shareParts(ask, outcomeNames)

/** Each outcome at the points of the follow-ups, for all and by sex. A point that none has come to, as far as is shown, says that. */
export const laterParts = (ask: Asked): MeasureFigures[] =>
  shareParts(ask, laterNames).map((one) => {
    const isAhead = one.total.n !== null && valueOf(one.total.n) === 0
    return isAhead ? { ...one, sentence: ask.writing.t('statistics.pointAhead', { label: one.measure.label }) } : one
  })

function shareParts(ask: Asked, names: readonly MeasureName[]): MeasureFigures[] {
  const { releasing, noise, writing, sex, period } = ask
  return names.map((name) => {
    const measure = measureInfo(measures[name], writing)
    const counting = countingOf(period, measures[name], ask.atPlace)
    const figuresBy = (...by: (typeof sex)[]): Figure[] =>
      releasedOutcomes(releasing, counting, measures[name], by).map((cells) => shareFigure(cells, noise, writing))
    const [total] = figuresBy()
    const bySex = figuresBy(sex)
    return {
      ...{ measure, total: total! },
      bySex: headings(sex.codes, writing).map((heading, at) => ({ heading, figure: bySex[at]! })),
      sentence: outcomeSentence(measure.label, total!, ask),
      weighted: weightedShare(ask, measures[name]),
    }
  })
}

/** An outcome in words, with its own coverage: of how many it is known. */
export function outcomeSentence(label: string, total: Figure, { writing }: Pick<Asked, 'writing'>): string {
  return [`${label}: ${total.text}.`, outcomeCoverage(total, writing)].filter(Boolean).join(' ')
}

/** Of how many an outcome is not known, and of how many it is; empty where that is not shown. */
export function outcomeCoverage(total: Figure, writing: Writing): string {
  const { unknown } = total
  if (unknown === null || valueOf(unknown) === undefined) return ''
  const status = statusOf(total)
  const known = status && valueOf(unknown) !== 0 ? [statusText(status, writing)] : []
  return [`${unknownText(unknown, writing.locale)}.`, ...known].join(' ')
}

/** Median and quartiles of the days from entry to exit, for all and by sex. */
export function durationPart(ask: Asked, exits: Sexes): MeasureFigures {
  const { snapshot, sex, writing, period } = ask
  const measure = measures.duration
  const filter = [...populationOf(measure, period), ...ask.atPlace.map(({ dimension, codes }) => having(dimension, codes))]
  const [all] = quartilesOf(snapshot.facts, measure, { dimensions: [], filter })
  const bySex = quartilesOf(snapshot.facts, measure, { dimensions: [sex], filter })
  const figure = (quartiles: typeof all, n: Cell): Figure => daysFigure(protectQuartiles(quartiles, n, dayStep), n, writing)
  const total = figure(all, exits.total)
  const info = measureInfo(measure, writing)
  return {
    measure: info,
    total,
    bySex: headings(sex.codes, writing).map((heading, at) => ({ heading, figure: figure(bySex[at], exits.bySex[at]!) })),
    sentence: `${info.label}: ${total.text}.`,
    weighted: null,
  }
}
