import { valueOf, type Cell } from '../../disclosure/cell.ts'
import { MonthState } from '../../participations/codes.ts'
import { amongDimension } from '../../statistics/among.ts'
import { monthStateCodes, monthStateDimension, untoldStates, workStates } from '../../statistics/monthState.ts'
import { percentText } from '../../statistics/plainText.ts'
import type { Asked } from '../../statistics/question.ts'
import type { Counting } from '../../statistics/releasedTable.ts'
import { monthNumber } from '../../values/month.ts'
import type { MonthByMonth, MonthPoint } from '../domain.ts'
import { meanMonths, type Part } from './meanMonths.ts'
import { pointOf } from './monthPoint.ts'
import { stayInWork } from './stayInWork.ts'
import { lastMonth, monthsSeen } from './wholeDays.ts'

/** The horizons that a mean of months may have, the longest first. */
const horizons = [24, 12, 6]
/** The month that is told in words. */
const primary = 12

/** Those who began, as a cell; how far apart the months are that are shown of so many; and the last month that is counted. */
export interface Began {
  started: Cell
  length: number | undefined
  until: number | undefined
}

/** What those who began in the period lived of month by month after their start, as far as anybody told, and for how many months in all. */
export function monthByMonth(ask: Asked, began: Began): MonthByMonth {
  const { t, locale } = ask.writing
  const points = pointsOf(ask, began)
  const horizon = horizons.find((months) => points.some((point) => point.months === months) && points[0]!.months === 0)
  const within = points.filter(({ months }) => months <= (horizon ?? 0))
  return {
    states: monthStateCodes.map(({ code, label }) => ({ code, label: label[locale] })),
    points,
    within:
      horizon === undefined
        ? null
        : {
            months: horizon,
            rows: parts.map(({ key, ...part }) => meanMonths(ask, within, { ...part, label: t(`effects.months.${key}`) })),
          },
    stay: stayInWork(ask),
    sentence: points.length === 0 ? t('effects.overTime.statesNone') : sentenceOf(points, ask),
    definition: t('effects.months.definition'),
  }
}

function pointsOf(ask: Asked, { started, length, until }: Began): MonthPoint[] {
  const points: MonthPoint[] = []
  if (length === undefined || until === undefined) return points
  for (let months = 0; months <= lastMonth; months += length) {
    const isEverybody = monthsSeen(monthNumber(ask.period.to), until) >= months
    const counting = isEverybody ? cohort(ask) : cohort(ask, [{ dimension: amongDimension(`dueAfterStart${months}`), codes: ['in'] }])
    const point = pointOf(ask, counting, { months, dimension: monthStateDimension(months), whole: isEverybody ? started : undefined })
    if (point === 'few') break
    if (point) points.push(point)
  }
  return points
}

const cohort = ({ atPlace, period }: Asked, conditions: Counting['conditions'] = []): Counting => ({
  ...{ conditions: [...atPlace, ...conditions], population: 'entries', period, count: 'participations' },
})

const at = (code: Parameters<typeof MonthState.index>[0]): number => MonthState.index(code)
const kindNotKnown = at('workOfUnknownType')
const parts: (Omit<Part, 'label'> & { key: string })[] = [
  { key: 'workOrStudies', seen: [...workStates, at('studies')], may: [...untoldStates] },
  { key: 'work', seen: [...workStates], may: [...untoldStates] },
  { key: 'ordinary', seen: [at('ordinaryWork')], may: [kindNotKnown, ...untoldStates] },
  { key: 'subsidised', seen: [at('subsidisedWork')], may: [kindNotKnown, ...untoldStates] },
  { key: 'studies', seen: [at('studies')], may: [...untoldStates] },
]

function sentenceOf(points: readonly MonthPoint[], { writing: { t, locale } }: Asked): string {
  const { months, cells } = points.find((point) => point.months === primary) ?? points.at(-1)!
  const values = cells.map((cell) => valueOf(cell)!)
  const all = Math.max(
    1,
    values.reduce((sum, value) => sum + value, 0),
  )
  const part = (...states: number[]): string => percentText(states.reduce((sum, state) => sum + values[state]!, 0) / all, locale)
  const [participating, unknown] = [values.length - 2, values.length - 1]
  return t('effects.months.sentence', {
    ...{ months, work: part(...workStates), subsidised: part(at('subsidisedWork')), studies: part(at('studies')) },
    ...{ participating: part(participating), unknown: part(unknown) },
  })
}
