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
 * The question with the outcomes that were fixed beforehand, and their answers. All that was fixed before there were data is answered first, whatever was registered afterwards;
 * what was fixed first and last with data at hand stands beside it and is called exploratory.
 */
export function answerParts(ask: Asked, registrations: readonly Registration[]): ReportPart[] {
  const { t } = ask.writing
  const asked = askedOf(registrations)
  const before = asked.filter(({ beforeData }) => beforeData)
  const rest = before.length === 0 ? [] : [t('effects.record.rest')]
  const after = asked.filter(({ beforeData }) => !beforeData)
  const told = [...before.map((one) => fixedText(ask, one)), ...rest, ...after.map((one) => fixedText(ask, one))].join(' ')
  const fixed = asked.length === 0 ? t('effects.record.registered') : told
  const answered: readonly Outcome[] = asked.length === 0 ? [usualOutcome] : asked
  return [
    said(ask, 'question', `${t('effects.record.questionText')} ${fixed}`),
    ...answered.map((one, at) => {
      const part = said(ask, 'answer', answerText(ask, one), measureOf(one).definition[ask.writing.locale])
      return at === 0 ? part : { ...part, key: `${part.key}${at + 1}` }
    }),
  ]
}

/** All that was fixed before there were data, the first of it first; then what was registered first and last, where data could be seen by then. */
function askedOf(registrations: readonly Registration[]): Registration[] {
  const before = registrations.filter(({ beforeData }) => beforeData).reverse()
  return [...new Set([...before, registrations.at(-1), registrations[0]])].filter((one) => one !== undefined)
}

/** The outcome that the report answers first. */
export const answeredFirst = (registrations: readonly Registration[]): Outcome => askedOf(registrations)[0] ?? usualOutcome

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
