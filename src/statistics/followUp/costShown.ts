import { valueOf } from '../../disclosure/cell.ts'
import type { Cell } from '../../disclosure/cell.ts'
import { protect } from '../../disclosure/protect.ts'
import type { ProtectedTable } from '../../disclosure/protect.ts'
import { withSharedTotals } from '../../disclosure/sharedTotals.ts'
import { yearsOf } from '../coverage.ts'
import type { InterventionCost } from '../coverageStore.ts'
import type { CostShown } from '../domain.ts'
import type { Asked } from '../question.ts'
import type { Totals } from './followUpCounts.ts'
import { endingDimension, interventionSplit } from '../madeDimension.ts'
import { outcomeDimension } from '../outcome.ts'
import { countText } from '../plainText.ts'
import { protectedCounts } from '../protectedCounts.ts'
import { tabulate } from '../tabulate.ts'
import { periodText } from '../words.ts'

/**
 * Actual cost per participation, exit, and exit to work or study, over the same interventions and calendar years. A cost is
 * never divided by a hidden count: a known sum would give the count away.
 */
export function costShown(
  ask: Asked,
  costs: readonly InterventionCost[],
  totals: Totals,
  toWorkOrStudy: ProtectedTable,
): { cost: CostShown | null; costNote: string } {
  const { period, place, writing } = ask
  const none = (key: string) => ({ cost: null, costNote: writing.t(key) })
  if (place.kind === 'region') return none('statistics.costRegion')
  if (!period.from.endsWith('-01') || !period.to.endsWith('-12')) return none('statistics.costWholeYears')
  if (costs.length === 0) return none('statistics.costNone')
  const kronor = Math.round(costs.reduce((sum, { ore }) => sum + ore, 0) / 100)
  const cells = countsWithCost(ask, costs, totals, toWorkOrStudy)
  const per = (['participation', 'exit', 'success'] as const).map((code, at) => {
    const count = valueOf(cells[at]!)
    return {
      heading: { code, label: writing.t(`statistics.costPer.${code}`) },
      count: cells[at]!,
      kronor: count ? Math.round(kronor / count) : null,
    }
  })
  const words = { kronor: countText(kronor, writing.locale), n: costs.length, period: periodText(period, writing) }
  const cost = { years: yearsOf(period), kronor, interventions: costs.length, per, sentence: writing.t('statistics.costSentence', words) }
  return { cost, costNote: writing.t('statistics.costNote') }
}

/** Participations, exits and exits to work or study of the interventions with a cost, agreeing with the totals of the answer. */
function countsWithCost(ask: Asked, costs: readonly InterventionCost[], totals: Totals, toWorkOrStudy: ProtectedTable): Cell[] {
  const { snapshot, period, policy } = ask
  const { interventions } = snapshot.facts.dictionaries
  const withCost = new Set(costs.map(({ interventionId }) => interventionId))
  const columns = interventionSplit(new Set(interventions.flatMap(({ id }, at) => (withCost.has(id) ? [at] : []))))
  const query = { rows: endingDimension(period), columns, filter: ask.inPeriod, count: 'participations' } as const
  const counts = withSharedTotals(protectedCounts(snapshot.facts, query, policy).table, {
    rowTotals: [totals.exits, totals.ongoing],
    grandTotal: totals.grandTotal,
  })
  const outcome = outcomeDimension('toWorkOrStudy')
  const raw = tabulate(snapshot.facts, { dimensions: [outcome, columns], filter: ask.exits }).counts
  const line = (...positions: number[]) => [0, 1].map((column) => positions.reduce((sum, at) => sum + raw[at * 2 + column]!, 0))
  const { cells } = protect({ rows: ['yes', 'rest'], columns: ['known', 'notKnown'], counts: [line(1), line(0, 2, 3)] }, policy)
  const successes = withSharedTotals(cells, {
    rowTotals: [toWorkOrStudy.columnTotals[0]!, toWorkOrStudy.grandSubtotal!],
    grandTotal: totals.exits,
  })
  return [counts.columnTotals[0]!, counts.cells[0]![0]!, successes.cells[0]![0]!]
}
