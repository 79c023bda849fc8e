import { valueOf } from '../../disclosure/cell.ts'
import { percentText } from '../../statistics/plainText.ts'
import type { Asked } from '../../statistics/question.ts'
import { firstWorkWithin, gotWorkDimension, stillInWorkDimension } from '../../statistics/monthState.ts'
import { releasedCells } from '../../statistics/releasedCells.ts'
import type { Counting } from '../../statistics/releasedTable.ts'
import type { MonthPoint, StayInWork } from '../domain.ts'
import { meanMonths } from './meanMonths.ts'
import { pointOf } from './monthPoint.ts'

/** How long after the first month in work it is asked whether somebody still is. */
const later = [3, 6, 9, 12]
/** The one that is told in words: design of the outcomes, U3. */
const primary = 6
const [still, left, notKnown] = [0, 1, 2]

/** Of those who began in the period and got work within a year, who stayed in it for how long. */
export function stayInWork(ask: Asked): StayInWork {
  const { t, locale } = ask.writing
  const points = later.map((months) => pointAt(ask, months)).filter((point) => point !== undefined)
  const isWhole = points.length === later.length
  const told = points.find(({ months }) => months === primary)
  return {
    states: stillInWorkDimension(primary).codes.map(({ code, label }) => ({ code, label: label[locale] })),
    points,
    within: isWhole ? meanMonths(ask, points, { label: t('effects.months.stayMean'), seen: [still], may: [notKnown] }, [allInWork]) : null,
    sentence: told ? sentenceOf(told, ask) : t('effects.months.stayNone'),
    definition: t('effects.months.stayDefinition', { months: firstWorkWithin }),
  }
}

/** Nothing is shown where it would tell that all of a group got work, or that all who did fared the same. */
function pointAt(ask: Asked, months: number): MonthPoint | undefined {
  const { releasing, atPlace: conditions, period } = ask
  const counting: Counting = { conditions, population: 'entries', period, count: 'participations' }
  const [, gotWork] = releasedCells(releasing, { ...counting, axes: [gotWorkDimension(months)] })
  if (valueOf(gotWork!) === undefined) return undefined
  const among = { ...counting, conditions: [...conditions, { dimension: gotWorkDimension(months), codes: ['in'] }] }
  const point = pointOf(ask, among, { months, dimension: stillInWorkDimension(months), whole: gotWork })
  return point === 'few' ? undefined : point
}

/** In the first month in work all are. */
const allInWork = { time: 0, seen: { share: 1, variance: 0 }, most: { share: 1, variance: 0 } }

function sentenceOf({ months, cells }: MonthPoint, { writing: { t, locale } }: Asked): string {
  const values = cells.map((cell) => valueOf(cell)!)
  const all = Math.max(
    1,
    values.reduce((sum, value) => sum + value, 0),
  )
  const part = (state: number): string => percentText(values[state]! / all, locale)
  return t('effects.months.staySentence', { months, still: part(still), left: part(left), unknown: part(notKnown) })
}
