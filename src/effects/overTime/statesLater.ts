import { valueOf, type Cell } from '../../disclosure/cell.ts'
import { leastBase } from '../../disclosure/share.ts'
import { laterMonths } from '../../participations/later.ts'
import { countingOf } from '../../statistics/countingOf.ts'
import { measures } from '../../statistics/measure.ts'
import { percentText } from '../../statistics/plainText.ts'
import type { Asked } from '../../statistics/question.ts'
import { releasedCells } from '../../statistics/releasedCells.ts'
import { stateDimension } from '../../statistics/stateLater.ts'
import type { StatesLater } from '../domain.ts'

/** In work at all, to say beside its kinds: the first three of the states. */
const kindsOfWork = 3

/** What those who began in the period do 6, 12 and 24 months after their start, as far as follow-ups tell; all sources of work and studies at once. */
export function statesLater(ask: Asked): StatesLater {
  const { releasing, writing, period } = ask
  const { t, locale } = writing
  const points = laterMonths.map((months) => {
    const counting = countingOf(period, measures[`in-work-or-study-${months}-months`], ask.atPlace)
    const cells = releasedCells(releasing, { ...counting, axes: [stateDimension(`stateAfterStart${months}`)] })
    const [n] = releasedCells(releasing, { ...counting, axes: [] })
    return { months, n: n!, cells, ...drawnOf(n!, cells) }
  })
  const { codes } = stateDimension('stateAfterStart12')
  return {
    states: codes.map(({ code, label }) => ({ code, label: label[locale] })),
    points,
    sentences: [...points.filter(({ isDrawn }) => isDrawn).map((point) => sentence(point, ask)), ...hiddenSentence(points, ask)],
    definition: `${measures['in-work-or-study-12-months'].definition[locale]} ${t('effects.overTime.statesDefinition')}`,
  }
}

/**
 * Below 20, or where what is shown adds up to fewer, nothing is drawn: a part of so few says more of chance than of anything else. A number that is
 * hidden is not nought, so of its point nothing is drawn either.
 */
function drawnOf(n: Cell, cells: readonly Cell[]): { isDrawn: boolean; isHidden: boolean } {
  const all = valueOf(n)
  if (all !== undefined && all < leastBase) return { isDrawn: false, isHidden: false }
  const values = cells.map(valueOf)
  const isHidden = all === undefined || values.includes(undefined)
  return { isDrawn: !isHidden && values.reduce<number>((sum, value) => sum + value!, 0) >= leastBase, isHidden }
}

type Point = StatesLater['points'][number]

function sentence({ months, cells }: Point, { writing: { t, locale } }: Asked): string {
  const values = cells.map((cell) => valueOf(cell)!)
  const sum = (from: number, to = from + 1): number => values.slice(from, to).reduce((total, value) => total + value, 0)
  const all = sum(0, values.length)
  const part = (n: number): string => percentText(n / all, locale)
  const words = { ordinary: part(sum(0)), subsidised: part(sum(1)), unknownKind: part(sum(2)), studies: part(sum(kindsOfWork)) }
  return t('effects.overTime.statesSentence', { months, ...words, unknown: part(values.at(-1)!) })
}

/** One sentence of all points whose numbers are hidden, if any. */
function hiddenSentence(points: readonly Point[], { writing: { t, locale } }: Asked): string[] {
  const hidden = points.filter(({ isHidden }) => isHidden).map(({ months }) => String(months))
  if (hidden.length === 0) return []
  return [t('effects.overTime.statesHidden', { months: new Intl.ListFormat(locale, { type: 'conjunction' }).format(hidden) })]
}
