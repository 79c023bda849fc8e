import type { Writing } from '../../statistics/figure.ts'
import { periodText } from '../../statistics/words.ts'
import type { Period } from '../../values/month.ts'
import { monthsNeeded, windowOf, type Described } from './described.ts'
import type { OwnResult } from './ownResult.ts'

/** What would be needed for the checks that fail, in persons and months; nothing when all hold. */
export function neededSentences({ report }: OwnResult, described: Described, { t, locale }: Writing): string[] {
  const { needed, gate } = report
  const months = monthsNeeded(described, { report })
  const written = (key: string, period: Period | undefined): string =>
    period ? t(`effects.against.needed.${key}`, { period: periodText(period, { locale }) }) : ''
  const fails = (check: keyof typeof gate): boolean => gate[check].pass !== true && gate[check].pass !== 'declared'
  const lines = [
    needed.treated !== undefined && t('effects.against.needed.treated', { n: needed.treated }),
    months.startsUntil !== undefined &&
      t('effects.against.needed.pace', { month: periodText({ from: months.startsUntil, to: months.startsUntil }, { locale }) }),
    needed.controls !== undefined &&
      t('effects.against.needed.controls', { n: needed.controls, months: written('controlMonths', windowOf(described)) }),
    needed.outcomes !== undefined &&
      t('effects.against.needed.outcomes', { n: needed.outcomes, months: written('outcomeMonths', months.outcome) }),
    fails('followUpGap') && t('effects.against.needed.gap', { months: written('outcomeMonths', months.outcome) }),
    fails('largestWeight') && t('effects.against.needed.alike'),
    gate.placebo.value === null && t('effects.against.needed.placebo', { months: written('placeboMonths', months.before) }),
    fails('sameWindow') && t('effects.against.needed.window'),
    ((fails('placebo') && gate.placebo.value !== null) || fails('balance')) && t('effects.against.needed.otherGroup'),
  ].filter((line) => line !== false)
  const counts = needed.treated !== undefined || needed.controls !== undefined
  return counts ? [...lines, t('effects.against.needed.unlike')] : lines
}
