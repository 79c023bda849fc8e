import { isApproximate, valueOf, type Cell } from '../../disclosure/cell.ts'
import { hideWhere } from '../../disclosure/groupDisclosure.ts'
import { varianceBehind } from '../../disclosure/noise/noise.ts'
import { leastBase } from '../../disclosure/share.ts'
import { ownViewItems, ownViewNames, type OwnViewItem } from '../../participations/ownViews.ts'
import { lastStep } from '../../participations/viewSteps.ts'
import {
  answeredOftenDimension,
  answeredTwiceDimension,
  firstViewDimension,
  paces,
  stepChanges,
  viewChangeDimension,
  viewPaceDimension,
} from '../../statistics/ownViewChange.ts'
import { cellText } from '../../statistics/plainText.ts'
import type { Asked } from '../../statistics/question.ts'
import { releasedCells } from '../../statistics/releasedCells.ts'
import type { Counting } from '../../statistics/releasedTable.ts'
import type { ScaleChange, ViewChange, ViewChanges } from '../domain.ts'
import { meanOfCounts, type CountedValue } from '../intervals/meanOfCounts.ts'

/** The own answers of those who ended in the period: the first and the last of each person, as change in steps. */
export function viewChanges(ask: Asked): ViewChanges {
  const { t } = ask.writing
  const [exits] = releasedCells(ask.releasing, { ...ask.exits, axes: [] })
  return {
    exits: exits!,
    changes: stepChanges.map((change) => ({ code: String(change), label: stepsText(change, ask) })),
    items: ownViewNames.map((item) => changeOf(ask, item)),
    definition: t('effects.views.definition'),
  }
}

function changeOf(ask: Asked, item: OwnViewItem): ViewChange {
  const { locale, t } = ask.writing
  const twice = answeredTwiceDimension(item)
  const [, answered] = releasedCells(ask.releasing, { ...ask.exits, axes: [twice] })
  const among: Counting = { ...ask.exits, conditions: [...ask.exits.conditions, { dimension: twice, codes: ['in'] }] }
  const isMany = (valueOf(answered!) ?? 0) >= leastBase
  const cells = releasedCells(ask.releasing, { ...among, axes: [viewChangeDimension(item)] }).map((cell) => hideWhere(!isMany, cell))
  const change = isMany ? scaleChange(ask, among, { item, cells }) : null
  const label = ownViewItems[item].label[locale]
  return {
    ...{ key: item, label, statement: ownViewItems[item].statement[locale], answered: answered!, cells, change },
    ...paceOf(ask, item),
    sentence: change ? sentenceOf(ask, label, { answered: answered!, change }) : t('effects.views.hidden', { label }),
  }
}

/** The mean change of what is shown, and where it began; `null` where a number is hidden. */
function scaleChange(ask: Asked, among: Counting, { item, cells }: { item: OwnViewItem; cells: readonly Cell[] }): ScaleChange | null {
  const { releasing } = ask
  const [persons] = releasedCells(releasing, { ...among, count: 'persons', axes: [] })
  const firsts = releasedCells(releasing, { ...among, axes: [firstViewDimension(item)] })
  const change = meanOf(ask, cells, stepChanges, persons!)
  const first = meanOf(
    ask,
    firsts,
    firsts.map((_, at) => at + 1),
    persons!,
  )
  if (!change || !first) return null
  const widest = lastStep - 1
  const began = rounded(first.mean)
  return {
    first: began,
    // By the rounded ones, so that what is read adds up.
    last: rounded(Math.min(lastStep, Math.max(1, began + rounded(change.mean)))),
    ...{ change: rounded(change.mean), lower: rounded(Math.max(-widest, change.lower)), upper: rounded(Math.min(widest, change.upper)) },
  }
}

/**
 * How fast the answers of those who answered on three days or more changed: the mean of the persons' own slopes, with its interval by persons. `null` below 20, or where a number is hidden.
 */
function paceOf(ask: Asked, item: OwnViewItem): Pick<ViewChange, 'often' | 'pace' | 'paceText'> {
  const { t } = ask.writing
  const dimension = answeredOftenDimension(item)
  const [, often] = releasedCells(ask.releasing, { ...ask.exits, axes: [dimension] })
  const among: Counting = { ...ask.exits, conditions: [...ask.exits.conditions, { dimension, codes: ['in'] }] }
  const [persons] = releasedCells(ask.releasing, { ...among, count: 'persons', axes: [] })
  const cells = releasedCells(ask.releasing, { ...among, axes: [viewPaceDimension(item)] })
  const isMany = (valueOf(often!) ?? 0) >= leastBase
  const found = isMany ? meanOf(ask, cells, paces, persons!) : undefined
  if (!found) return { often: often!, pace: null, paceText: t('effects.views.paceHidden') }
  const most = paces.at(-1)!
  const pace = { perYear: rounded(found.mean), lower: rounded(Math.max(-most, found.lower)), upper: rounded(Math.min(most, found.upper)) }
  const words = { change: stepsText(pace.perYear, ask), lower: stepsText(pace.lower, ask), upper: stepsText(pace.upper, ask) }
  return { often: often!, pace, paceText: t('effects.views.pace', words) }
}

function meanOf({ noise }: Asked, cells: readonly Cell[], values: readonly number[], persons: Cell) {
  const m = valueOf(persons)
  const counted = cells.flatMap((cell, at): CountedValue[] => {
    const count = valueOf(cell)
    if (count === undefined) return []
    return [{ value: values[at]!, count, noise: isApproximate(cell) ? varianceBehind(noise.table, count) : 0 }]
  })
  return m === undefined || counted.length < cells.length ? undefined : meanOfCounts(counted, m)
}

const rounded = (steps: number): number => Math.round(steps * 10) / 10

function sentenceOf(ask: Asked, label: string, { answered, change }: { answered: Cell; change: ScaleChange }): string {
  const { t, locale } = ask.writing
  const plain = (steps: number): string => numberText(steps, ask)
  return t('effects.views.sentence', {
    ...{ label, n: cellText(answered, locale), first: plain(change.first), last: plain(change.last) },
    ...{ change: stepsText(change.change, ask), lower: stepsText(change.lower, ask), upper: stepsText(change.upper, ask) },
  })
}

/** A change in words: so many steps up or down, or none. */
function stepsText(steps: number, ask: Asked): string {
  const { t } = ask.writing
  if (steps === 0) return t('effects.views.same')
  return t(steps > 0 ? 'effects.views.up' : 'effects.views.down', { n: numberText(Math.abs(steps), ask) })
}

function numberText(value: number, { writing: { locale } }: Asked): string {
  return value.toLocaleString(locale === 'sv' ? 'sv-SE' : 'en-GB', { maximumFractionDigits: 1 })
}
