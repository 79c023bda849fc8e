import type { Asking } from '../../statistics/answer.ts'
import { countingOf } from '../../statistics/countingOf.ts'
import { shareFigure } from '../../statistics/figure.ts'
import { measures } from '../../statistics/measure.ts'
import { releasedOutcomes } from '../../statistics/releasedTable.ts'
import type { Asked } from '../../statistics/question.ts'
import type { Report, ReportPart } from '../../statistics/reports/domain.ts'
import { lastMonthCounted } from '../../statistics/seenUntil.ts'
import type { Period } from '../../values/month.ts'
import { aboutAnswer, askedAbout } from '../askedAbout.ts'
import { beforeAfterOf } from '../change/beforeAfter.ts'
import { cohortPeriod, overTimeOf } from '../overTime/overTime.ts'
import { overTimeParts } from './overTimeParts.ts'

/** What is asked: an intervention, and the months that its participants began in, or none for the usual ones. */
export interface OutcomeQuestion {
  interventionId: string
  from: string | undefined
  to: string | undefined
}

type Change = ReturnType<typeof beforeAfterOf>

/**
 * What became of an intervention's participants as one report: the question and the outcome that is fixed for all, the answer, what happened over time, the same
 * persons before and after, why it is no more than that, and what is not known. Every number is protected. Throws `Refusal` 404 for an unknown intervention.
 */
export async function outcomeReport(asking: Asking, { interventionId, from, to }: OutcomeQuestion, software: string): Promise<Report> {
  const place = `intervention:${interventionId}`
  const { dataDate } = await asking.store.snapshot(asking.queries)
  const until = dataDate === null ? undefined : lastMonthCounted(dataDate)
  const period: Period = await cohortPeriod(asking, { place, from, to }, until)
  const { ask, outside } = await askedAbout(asking, place, period)
  const { notes, coverage, ...about } = aboutAnswer(ask, outside)
  return {
    ...{ kind: 'outcomes', title: ask.writing.t('effects.record.title') },
    ...{ place: about.place, period, demo: about.demo, dataDate: about.dataDate, noise: about.noise },
    parts: reportParts(ask, until),
    coverage: coverage.sentences,
    notes: [...notes, ask.writing.t('effects.record.madeBy', { software })],
  }
}

/** The parts of the report, made of cells. */
export function reportParts(ask: Asked, until: number | undefined): ReportPart[] {
  const [overTime, change] = [overTimeOf(ask, until), beforeAfterOf(ask)]
  return [
    ...answerParts(ask),
    ...overTimeParts(overTime, ask.writing),
    ...changeParts(ask, change),
    said(ask, 'comparison', ask.writing.t('effects.record.noComparison')),
    said(ask, 'notKnown', [...overTime.notKnown, ...change.notKnown].join(' ')),
  ]
}

/** A part in words alone. */
function said({ writing: { t } }: Asked, key: string, sentence: string, definition = ''): ReportPart {
  const words = { key: `outcomes.${key}`, title: t(`effects.record.${key}`), sentence, definition: definition || t('effects.record.how') }
  return { ...words, rowTitle: '', columns: [], rows: [], picture: null, isChange: false }
}

/** The question with the outcome that is fixed, and its answer: of all who began, how many at twelve months. */
function answerParts(ask: Asked): ReportPart[] {
  const { t, locale } = ask.writing
  const measure = measures['in-work-or-study-12-months']
  const [cells] = releasedOutcomes(ask.releasing, countingOf(ask.period, measure, ask.atPlace), measure, [])
  const figure = shareFigure(cells!, ask.noise, ask.writing)
  const bounds = figure.share?.leastIfUnknown ?? null
  const most = figure.share?.mostIfUnknown ?? null
  const words = bounds === null || most === null ? [] : [t('effects.record.bounds', { lower: hundred(bounds), upper: hundred(most) })]
  return [
    said(ask, 'question', t('effects.record.questionText'), t('effects.record.registered')),
    said(ask, 'answer', [`${measure.label[locale]}: ${figure.text}.`, ...words].join(' '), measure.definition[locale]),
  ]
}

const hundred = (share: number): number => Math.round(share * 100)
function changeParts({ writing: { t } }: Asked, { sentences, definition, regression, views }: Change): ReportPart[] {
  const none = { rowTitle: '', picture: null, isChange: true }
  return [
    {
      ...{ ...none, key: 'outcomes.change', title: t('effects.change.changes'), definition, columns: [], rows: [] },
      // The published example is left to the page.
      sentence: [...sentences, regression[0], regression.at(-1)].join(' '),
    },
    {
      ...{ ...none, key: 'outcomes.views', title: t('effects.views.title'), definition: views.definition, columns: [], rows: [] },
      sentence: views.items.map(({ sentence }) => sentence).join(' '),
    },
  ]
}
