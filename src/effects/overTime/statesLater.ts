import { valueOf } from '../../disclosure/cell.ts'
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
    // Below this many nothing is drawn: a part of so few says more of chance than of anything else.
    return { months, n: n!, cells, isDrawn: (valueOf(n!) ?? 0) >= leastBase }
  })
  const { codes } = stateDimension('stateAfterStart12')
  return {
    states: codes.map(({ code, label }) => ({ code, label: label[locale] })),
    points,
    sentences: points.filter(({ isDrawn }) => isDrawn).map((point) => sentence(point, ask)),
    definition: `${measures['in-work-or-study-12-months'].definition[locale]} ${t('effects.overTime.statesDefinition')}`,
  }
}

function sentence({ months, cells }: StatesLater['points'][number], { writing: { t, locale } }: Asked): string {
  const values = cells.map((cell) => valueOf(cell) ?? 0)
  const sum = (from: number, to = from + 1): number => values.slice(from, to).reduce((total, value) => total + value, 0)
  const all = Math.max(1, sum(0, values.length))
  const part = (n: number): string => percentText(n / all, locale)
  const words = { ordinary: part(sum(0)), subsidised: part(sum(1)), unknownKind: part(sum(2)), studies: part(sum(kindsOfWork)) }
  return t('effects.overTime.statesSentence', { months, ...words, unknown: part(values.at(-1)!) })
}
