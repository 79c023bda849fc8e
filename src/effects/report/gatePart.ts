import { valueOf } from '../../disclosure/cell.ts'
import { leastBase } from '../../disclosure/share.ts'
import { countingOf } from '../../statistics/countingOf.ts'
import { shareFigure } from '../../statistics/figure.ts'
import { cellText } from '../../statistics/plainText.ts'
import type { Asked } from '../../statistics/question.ts'
import { releasedOutcomes } from '../../statistics/releasedTable.ts'
import type { ReportPart, ReportRow } from '../../statistics/reports/domain.ts'
import { gateRows, type GateRow } from '../against/gateRows.ts'
import { followUpChecks, gate, gateLimits, type CheckName } from '../comparison/gate.ts'
import { measureOf } from '../registered/measureOf.ts'
import type { Registration } from '../registered/domain.ts'
import { said } from './answerParts.ts'

/** What the checks ask about, beside a comparison group. */

/** Limits that go by the other numbers of a comparison. */
const ownLimits: ReadonlySet<CheckName> = new Set<CheckName>(['n0', 'ess', 'placebo', 'placeboPrecision'])

/**
 * The checks of the gate as far as a report without a comparison group can try them: how many started with a known outcome, and how many of them were followed. The rest
 * are named with their limits and said to be untried, so the gate stays shut; and what it would take to try them. Numbers are protected ones.
 */
export function gatePart(ask: Asked, outcome: Pick<Registration, 'outcome' | 'months'>, comparisonSha256: string | undefined): ReportPart {
  const { t, locale } = ask.writing
  const measure = measureOf(outcome)
  const [cells] = releasedOutcomes(ask.releasing, countingOf(ask.period, measure, ask.atPlace), measure, [])
  const { n, known } = shareFigure(cells!, ask.noise, ask.writing)
  const started = known ? valueOf(known) : undefined
  const all = (n ? valueOf(n) : undefined) ?? 0
  const followed = started === undefined || all < leastBase ? undefined : Math.min(1, started / all)
  const tried: Partial<Record<CheckName, boolean>> = { n1: started !== undefined, followUp: followed !== undefined }
  const rows = shutGate(ask, started ?? 0, followed ?? 0).map(({ check, name, value, limit, answer }): ReportRow => {
    const found = {
      n1: known ? cellText(known, locale) : t('effects.against.none'),
      followUp: followed === undefined ? t('effects.record.tooFewForShare') : value,
    }
    const isOurs = check === 'n1' || check === 'followUp'
    const texts = [
      isOurs ? found[check] : t('effects.record.noGroup'),
      ownLimits.has(check) ? t(`effects.record.gate.${check}`) : limit,
      tried[check] ? answer : t('effects.record.untried'),
    ]
    return { label: name, isTotal: false, values: texts.map((text) => ({ kind: 'text', text })) }
  })
  const needed = t('effects.record.gateNeeded', { n: Math.max(gateLimits.n1, started ?? 0) })
  const given = comparisonSha256 ? [t('effects.record.given', { sha256: comparisonSha256 })] : []
  const columns = (['value', 'limit', 'answer'] as const).map((code) => ({
    code,
    label: t(`effects.record.gate.${code}`),
    unit: 'text' as const,
  }))
  return {
    ...said(ask, 'comparison', [t('effects.record.noComparison'), needed, ...given].join(' '), measure.definition[locale]),
    ...{ rowTitle: t('effects.record.gate.check'), columns, rows },
  }
}

/** The gate as it is with nobody to compare with. */
function shutGate(ask: Asked, n1: number, followed: number): GateRow[] {
  const nobody = { n0: 0, ess: 0, largestWeightShare: 1, largestDifference: 1, indexDateRule: undefined, placebo: undefined }
  const { checks } = gate({ ...nobody, n1, followUp: { treated: followed, controls: 0 }, effect: 0, lottery: false })
  const { followUp } = followUpChecks({ treated: followed, controls: followed })
  return gateRows({ gate: { ...checks, followUp } }, { isShare: true, unit: '', digits: 0 }, ask.writing)
}
