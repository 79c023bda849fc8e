import { valueOf } from '../../disclosure/cell.ts'
import type { ProtectedTable } from '../../disclosure/protect.ts'
import { yearsOf } from '../coverage.ts'
import type { InterventionCost } from '../coverageStore.ts'
import type { CostShown } from '../domain.ts'
import type { Asked } from '../question.ts'
import { costedCounts } from './costedCounts.ts'
import type { Totals } from './followUpCounts.ts'
import { countText } from '../plainText.ts'
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
  const counts = costedCounts(ask, costs, totals, toWorkOrStudy)
  const per = (['participation', 'exit', 'success'] as const).map((code) => {
    const count = valueOf(counts[code])
    return {
      heading: { code, label: writing.t(`statistics.costPer.${code}`) },
      count: counts[code],
      kronor: count ? Math.round(kronor / count) : null,
    }
  })
  const words = { kronor: countText(kronor, writing.locale), n: costs.length, period: periodText(period, writing) }
  const cost = { years: yearsOf(period), kronor, interventions: costs.length, per, sentence: writing.t('statistics.costSentence', words) }
  return { cost, costNote: writing.t('statistics.costNote') }
}
