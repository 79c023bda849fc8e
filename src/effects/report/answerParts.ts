import { countingOf } from '../../statistics/countingOf.ts'
import { shareFigure } from '../../statistics/figure.ts'
import type { Asked } from '../../statistics/question.ts'
import { releasedOutcomes } from '../../statistics/releasedTable.ts'
import { weightedShare } from '../../statistics/weightedShare.ts'
import type { ReportPart } from '../../statistics/reports/domain.ts'
import { stockholmDate } from '../../values/civilDate.ts'
import { usualOutcome, type Registration } from '../registered/domain.ts'
import { measureOf } from '../registered/measureOf.ts'

/** A part in words alone. */
export function said({ writing: { t } }: Asked, key: string, sentence: string, definition = ''): ReportPart {
  const words = { key: `outcomes.${key}`, title: t(`effects.record.${key}`), sentence, definition: definition || t('effects.record.how') }
  return { ...words, rowTitle: '', columns: [], rows: [], picture: null, isChange: false }
}

type Outcome = Pick<Registration, 'outcome' | 'months'>

/**
 * The question with the outcomes that were fixed beforehand, and their answers. All that was fixed before there were data is answered first, whatever was registered afterwards, and the
 * outcome that is the same for all always; what was fixed first and last with data at hand stands beside them and is called exploratory.
 */
export function answerParts(ask: Asked, registrations: readonly Registration[]): ReportPart[] {
  const { before, usual, after } = answered(registrations)
  const texts = (fixed: readonly Registration[]): string[] => fixed.map((one) => fixedText(ask, one))
  return [
    said(
      ask,
      'question',
      [ask.writing.t('effects.record.questionText'), ...texts(before), ...usualText(ask, before, usual), ...texts(after)].join(' '),
    ),
    ...[...before, ...usual, ...after].map((one, at) => {
      const part = said(ask, 'answer', answerText(ask, one), measureOf(one).definition[ask.writing.locale])
      return at === 0 ? part : { ...part, key: `${part.key}${at + 1}` }
    }),
  ]
}

/** What a report answers, in its order; no outcome is in two of the lists. */
interface Answered {
  /** All that was fixed before there were data, the first of it first. */
  before: Registration[]
  /** What is the same for all, where it is not among those. */
  usual: Outcome[]
  /** What was registered first and last, where data could be seen by then. */
  after: Registration[]
}

const isSame = (one: Outcome, other: Outcome): boolean => one.outcome === other.outcome && one.months === other.months

function answered(registrations: readonly Registration[]): Answered {
  const before = withoutRepeated(registrations.filter(({ beforeData }) => beforeData).reverse())
  const usual = before.some((one) => isSame(one, usualOutcome)) ? [] : [usualOutcome]
  const ends = [registrations.at(-1), registrations[0]].filter((one) => one !== undefined && !one.beforeData)
  const isNew = (one: Registration): boolean => ![...before, ...usual].some((other) => isSame(one, other))
  return { before, usual, after: withoutRepeated(ends.filter((one) => one !== undefined)).filter(isNew) }
}

/** The first of each outcome. */
const withoutRepeated = (list: readonly Registration[]): Registration[] =>
  list.filter((one, at) => list.findIndex((other) => isSame(one, other)) === at)

/** The outcome that the report answers first. */
export function answeredFirst(registrations: readonly Registration[]): Outcome {
  const { before } = answered(registrations)
  return before[0] ?? usualOutcome
}

/** What is said of the outcome that is the same for all, and that all else is exploratory. */
function usualText({ writing: { t, locale } }: Asked, before: readonly Registration[], usual: readonly Outcome[]): string[] {
  if (before.length === 0) return [t('effects.record.registered')]
  const too = usual.map((one) => t('effects.record.usualToo', { measure: measureOf(one).label[locale] }))
  return [...too, t('effects.record.rest')]
}

function fixedText({ writing: { t, locale } }: Asked, one: Registration): string {
  const words = { date: stockholmDate(one.registeredAt), measure: measureOf(one).label[locale] }
  const why = one.reason ? [t('effects.record.fixedWhy', { reason: one.reason })] : []
  return [t(one.beforeData ? 'effects.record.fixedBefore' : 'effects.record.fixedAfter', words), ...why].join(' ')
}

/** Of all whom it concerns, how many; the unknown stay in the denominator. */
function answerText(ask: Asked, outcome: Outcome): string {
  const { t, locale } = ask.writing
  const measure = measureOf(outcome)
  const [cells] = releasedOutcomes(ask.releasing, countingOf(ask.period, measure, ask.atPlace), measure, [])
  const figure = shareFigure(cells!, ask.noise, ask.writing)
  const bounds = figure.share?.leastIfUnknown ?? null
  const most = figure.share?.mostIfUnknown ?? null
  const words = bounds === null || most === null ? [] : [t('effects.record.bounds', { lower: hundred(bounds), upper: hundred(most) })]
  const weighted = weightedShare(ask, measure)
  return [`${measure.label[locale]}: ${figure.text}.`, ...words, ...(weighted ? [weighted.text] : [])].join(' ')
}

const hundred = (share: number): number => Math.round(share * 100)
