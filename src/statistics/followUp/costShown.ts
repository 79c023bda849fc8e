import { isShown, valueOf } from '../../disclosure/cell.ts'
import type { Cell } from '../../disclosure/cell.ts'
import { yearsOf } from '../coverage.ts'
import type { KnownCost } from '../coverageStore.ts'
import { dimensionsOf } from '../dimension.ts'
import type { CostShown } from '../domain.ts'
import type { Asked } from '../question.ts'
import { countText } from '../plainText.ts'
import { releasedCells } from '../releasedCells.ts'
import { periodText } from '../words.ts'

/** The counts of the page that a cost may be divided by. */
export interface CostedCounts {
  participation: Cell
  exit: Cell
  success: Cell
}

/**
 * What the interventions of a place cost, and that per participation, exit, and exit to work or study where the count is exact and published. It is
 * never divided by an approximate or hidden count: an exact sum of money would give the count away, or look more exact than it is.
 */
export function costShown(ask: Asked, cost: KnownCost, counts: CostedCounts): { cost: CostShown | null; costNote: string } {
  const { period, place, writing } = ask
  const none = (key: string) => ({ cost: null, costNote: writing.t(key) })
  if (place.kind === 'region') return none('statistics.costRegion')
  if (!period.from.endsWith('-01') || !period.to.endsWith('-12')) return none('statistics.costWholeYears')
  if (cost.interventions.size === 0) return none('statistics.costNone')
  const isAll = cost.isAll && isOfAllAttended(ask, cost)
  const kronor = Math.round(cost.ore / 100)
  const per = (['participation', 'exit', 'success'] as const).map((code) => {
    const count = counts[code]
    return {
      heading: { code, label: writing.t(`statistics.costPer.${code}`) },
      count,
      kronor: isShown(count) && count.value > 0 ? Math.round(kronor / count.value) : null,
    }
  })
  const words = { kronor: countText(kronor, writing.locale), n: cost.interventions.size, period: periodText(period, writing) }
  const sentence = writing.t('statistics.costSentence', words)
  return {
    cost: { years: yearsOf(period), kronor, interventions: cost.interventions.size, per: isAll ? per : [], sentence },
    costNote: writing.t(costNoteOf(isAll, per)),
  }
}

/**
 * Whether the counts are of the interventions that the cost is of, as far as protected numbers tell. People can be in one that has ended, and an exit can be
 * registered later.
 */
function isOfAllAttended({ snapshot: { facts }, releasing, inPeriod }: Asked, { interventions }: KnownCost): boolean {
  const axis = dimensionsOf(facts).get('intervention')!
  if (axis.codes.length === 0) return true
  return releasedCells(releasing, { ...inPeriod, axes: [axis] }).every(
    (cell, at) => valueOf(cell) === 0 || interventions.has(axis.codes[at]!.code),
  )
}

function costNoteOf(isAll: boolean, per: CostShown['per']): string {
  if (!isAll) return 'statistics.costSome'
  return per.some(({ kronor }) => kronor !== null) ? 'statistics.costNote' : 'statistics.costNotDivided'
}
