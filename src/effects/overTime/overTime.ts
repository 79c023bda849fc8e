import { valueOf, type Cell } from '../../disclosure/cell.ts'
import type { Asking } from '../../statistics/answer.ts'
import { choosePeriod } from '../../statistics/answer.ts'
import { countedCells } from '../../statistics/countedCells.ts'
import { findDataSpan } from '../../statistics/placeStore.ts'
import { cellText } from '../../statistics/plainText.ts'
import type { Asked } from '../../statistics/question.ts'
import { releasedCells } from '../../statistics/releasedCells.ts'
import type { Counting } from '../../statistics/releasedTable.ts'
import { monthNumber, monthOfNumber, yearPeriod, type Period } from '../../values/month.ts'
import { lastMonthCounted } from '../../statistics/seenUntil.ts'
import { periodText } from '../../statistics/words.ts'
import { aboutAnswer, askedAbout, withText, type PlaceChoice } from '../askedAbout.ts'
import type { CurveStep, CurveValue, Horizon, OverTime } from '../domain.ts'
import { lifeCounts } from './lifeCounts.ts'
import { causes, lifeDimension } from './lifeDimension.ts'
import { monthByMonth } from './monthByMonth.ts'
import { reachedPoints } from './reachedPoints.ts'
import { releasedSteps, stepLength, type ReleasedStep } from './releasedSteps.ts'
import { shownCurve } from './shownCurve.ts'
import { statesLater } from './statesLater.ts'
import { daysSeen, lastDayWithin, lastMonth, monthsSeen } from './wholeDays.ts'

/** Fixed before there are data. */
export const horizons = [6, 12, 24] as const
/** The one that sentences are about: design of the outcomes, U1 and U2. */
const primary = 12

/** Answers what happened over time to those who began at a place in a period; the last year that all have been seen for 12 months unless said. */
export async function answerOverTime(asking: Asking, choice: PlaceChoice): Promise<OverTime> {
  const { dataDate } = await asking.store.snapshot(asking.queries)
  const until = dataDate === null ? undefined : lastMonthCounted(dataDate)
  const { ask, outside } = await askedAbout(asking, choice.place, await cohortPeriod(asking, choice, until))
  return { ...overTimeOf(ask, until), ...aboutAnswer(ask, outside), claim: 'description' }
}

/** The months of the cohort: as asked for, else the last calendar year of which all have been seen for a year. */
export async function cohortPeriod(
  { queries, now }: Pick<Asking, 'queries' | 'now'>,
  { from, to }: PlaceChoice,
  until: number | undefined,
): Promise<Period> {
  const span = from === undefined && to === undefined ? await findDataSpan(queries) : undefined
  if (!span || until === undefined) return choosePeriod({ queries, now }, { from, to })
  return yearPeriod(Math.max(Math.floor(span.first / 12), Math.floor((until - primary + 1) / 12) - 1))
}

/** What the answer holds beside what every answer says of itself. */
type Content = Omit<OverTime, keyof ReturnType<typeof aboutAnswer> | 'claim'>

/** The curve of those who began in the period, made of cells. */
export function overTimeOf(ask: Asked, until: number | undefined): Content {
  const { releasing, noise, writing, period, snapshot } = ask
  const { t, locale } = writing
  const cohort = { conditions: ask.atPlace, population: 'entries', period, count: 'participations' } as const
  const [started] = releasedCells(releasing, { ...cohort, axes: [] })
  const length = stepLength(valueOf(started!))
  const found = until === undefined || length === undefined ? [] : stepsOf(ask, cohort, length, { until, cell: started! })
  const values = shownCurve(found, noise)
  const steps = found.map((step, at): CurveStep => ({
    ...step,
    values: values[at]!.map((value) => withText(value, writing)),
  }))
  const shown = horizons.map((months): Horizon => ({
    months,
    day: lastDayWithin(months),
    values: steps.find(({ to }) => to === months)?.values ?? null,
  }))
  const lag = lagOf(period, until, snapshot.dataDate)
  return {
    title: t('effects.overTime.title'),
    started: started!,
    states: statesLater(ask),
    reached: reachedPoints(ask),
    byMonth: monthByMonth(ask, { started: started!, length, until }),
    causes: causes.map((code) => ({ code, label: t(`effects.cause.${code}`) })),
    ...{ steps, horizons: shown, lag, until: until === undefined ? null : monthOfNumber(until) },
    sentences: [
      t('effects.overTime.started', { n: cellText(started!, locale) }),
      ...(steps.length === 0 ? [t('effects.overTime.none')] : told(ask, shown)),
    ],
    definition: t('effects.overTime.definition'),
    notKnown: [
      ...['atExit', 'why', 'kind', 'late'].map((key) => t(`effects.overTime.${key}`)),
      ...(until === undefined ? [] : [untilText(ask, until)]),
      ...(length !== undefined && steps.length > 0 && length > 1 ? [t('effects.overTime.steps', { length })] : []),
    ],
  }
}

function stepsOf(
  { releasing, noise, period }: Asked,
  cohort: Counting,
  length: number,
  { until, cell }: { until: number; cell: Cell },
): ReleasedStep[] {
  const counted = countedCells(releasing.facts, { ...cohort, axes: [lifeDimension(until)] })
  return releasedSteps(lifeCounts(counted, until), length, noise, { cell, days: daysSeen(monthNumber(period.to), until) })
}

function untilText({ snapshot, writing }: Asked, until: number): string {
  const month = monthOfNumber(until)
  return writing.t('effects.overTime.until', { until: periodText({ from: month, to: month }, writing), date: snapshot.dataDate! })
}

/** The primary horizon in words, or the last that there is. */
function told({ writing }: Asked, shown: readonly Horizon[]): string[] {
  const best = shown.find(({ months, values }) => months === primary && values) ?? shown.findLast(({ values }) => values)
  if (!best?.values) return []
  const [work, right, other] = best.values as [CurveValue, CurveValue, CurveValue]
  const count = (value: CurveValue): number => Math.round(value.share * 100)
  const words = { months: best.months, work: count(work), right: count(right), other: count(other) }
  return [writing.t('effects.overTime.sentence', { ...words, interval: intervalWords(work, writing) })]
}

function intervalWords({ lower, upper }: CurveValue, { t }: Asked['writing']): string {
  if (lower === null || upper === null) return t('effects.noInterval')
  return t('effects.between', { lower: Math.round(lower * 100), upper: Math.round(upper * 100) })
}

/** The months after the start that the first to begin lived in the last 60 days, as far as they are within what is looked at. */
function lagOf({ from }: Period, until: number | undefined, dataDate: string | null): OverTime['lag'] {
  if (until === undefined || dataDate === null) return null
  const first = monthNumber(from)
  const begins = monthsSeen(first, until)
  const ends = Math.min(lastMonth, monthNumber(dataDate) - first)
  return begins < lastMonth && ends > begins ? { from: begins, to: ends } : null
}
