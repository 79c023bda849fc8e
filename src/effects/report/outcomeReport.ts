import type { Asking } from '../../statistics/answer.ts'
import type { Asked } from '../../statistics/question.ts'
import type { Report, ReportPart } from '../../statistics/reports/domain.ts'
import { lastMonthCounted } from '../../statistics/seenUntil.ts'
import type { Period } from '../../values/month.ts'
import { aboutAnswer, askedAbout } from '../askedAbout.ts'
import { beforeAfterOf } from '../change/beforeAfter.ts'
import { cohortPeriod, overTimeOf } from '../overTime/overTime.ts'
import { findRegistered } from '../registered/store.ts'
import type { Registration } from '../registered/domain.ts'
import { answeredFirst, answerParts, said } from './answerParts.ts'
import { fairOf, fairPart } from './fairPart.ts'
import { gatePart } from './gatePart.ts'
import { overTimeParts } from './overTimeParts.ts'

/** What is asked: an intervention, and the months that its participants began in, or none for the usual ones. */
export interface OutcomeQuestion {
  interventionId: string
  from: string | undefined
  to: string | undefined
  /** The checksum of a comparison that the report refers to. */
  comparisonSha256?: string | undefined
}

type Change = ReturnType<typeof beforeAfterOf>

/**
 * What became of an intervention's participants as one report: the question and the outcome that is fixed for all, the answer, what happened over time, the same
 * persons before and after, why it is no more than that, and what is not known. Every number is protected. Throws `Refusal` 404 for an unknown intervention.
 */
export async function outcomeReport(
  asking: Asking,
  { interventionId, from, to, comparisonSha256 }: OutcomeQuestion,
  software: string,
): Promise<Report & { version: number }> {
  const place = `intervention:${interventionId}`
  const { dataDate } = await asking.store.snapshot(asking.queries)
  const until = dataDate === null ? undefined : lastMonthCounted(dataDate)
  const period: Period = await cohortPeriod(asking, { place, from, to }, until)
  const { ask, outside } = await askedAbout(asking, place, period)
  const registrations = await findRegistered(asking.queries, interventionId)
  const fair = await fairOf(asking, interventionId, { period, until })
  const { notes, coverage, ...about } = aboutAnswer(ask, outside)
  return {
    ...{ kind: 'outcomes', title: ask.writing.t('effects.record.title') },
    ...{ place: about.place, period, demo: about.demo, dataDate: about.dataDate, noise: about.noise },
    version: registrations[0]?.version ?? 0,
    parts: reportParts(ask, until, { registrations, fair: fairPart(ask, interventionId, fair), comparisonSha256 }),
    coverage: coverage.sentences,
    notes: [...notes, ask.writing.t('effects.record.madeBy', { software })],
  }
}

/** What the parts are made of beside the cells. */
export interface Beside {
  /** The latest first; none where the usual outcome holds. */
  registrations: readonly Registration[]
  fair: ReportPart
  comparisonSha256: string | undefined
}

/** The parts of the report, made of cells. */
export function reportParts(
  ask: Asked,
  until: number | undefined,
  { registrations, fair, comparisonSha256: sha256 }: Beside,
): ReportPart[] {
  const [overTime, change] = [overTimeOf(ask, until), beforeAfterOf(ask)]
  return [
    ...answerParts(ask, registrations),
    ...overTimeParts(overTime, ask.writing),
    ...changeParts(ask, change),
    fair,
    gatePart(ask, answeredFirst(registrations), sha256),
    said(ask, 'notKnown', [...overTime.notKnown, ...change.notKnown].join(' ')),
  ]
}

function changeParts({ writing: { t } }: Asked, { sentences, definition, regression, views }: Change): ReportPart[] {
  const none = { rowTitle: '', picture: null, isChange: true }
  return [
    {
      ...{ ...none, key: 'outcomes.change', title: t('effects.change.changes'), definition, columns: [], rows: [] },
      // The published example is left to the page; what is said of work and of studies may be the same.
      sentence: [...new Set(sentences), regression[0], regression.at(-1)].join(' '),
    },
    {
      ...{ ...none, key: 'outcomes.views', title: t('effects.views.title'), definition: views.definition, columns: [], rows: [] },
      sentence: views.items
        .flatMap(({ sentence, pace, paceText }) => [sentence, ...(pace ? [t('effects.views.paceSentence', { pace: paceText })] : [])])
        .join(' '),
    },
  ]
}
