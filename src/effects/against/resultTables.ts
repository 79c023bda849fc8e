import type { Writing } from '../../statistics/figure.ts'
import { countText } from '../../statistics/plainText.ts'
import { differenceText, estimateText, levelText, numberText, reachedText, roughly, type Shape } from './amounts.ts'
import { deviationsText, gateRows } from './gateRows.ts'
import { missingRow } from './missingRows.ts'
import type { OwnResult } from './ownResult.ts'

/** A table of words, as pages and files show it: the first text of a row names it. */
export interface WordsTable {
  title: string
  head: string[]
  rows: string[][]
  /** The row that counts. */
  strong?: number
}

export interface Told {
  shape: Shape
  writing: Writing
}

const ways = ['naive', 'ols', 'ipw', 'or', 'dr', 'entropy'] as const
const heads = (names: readonly string[], { t }: Writing): string[] => names.map((name) => t(`effects.against.${name}`))

/** Each way's estimate in words; the one reported says so. */
export function estimateRows({ report }: OwnResult, { shape, writing }: Told) {
  const { t } = writing
  return ways.map((way) => {
    const estimate = report[way]
    const strong = report.reported === way
    const text = estimate ? estimateText(estimate, shape, writing) : t('effects.against.noEntropy')
    return { label: `${t(`effects.against.way.${way}`)}${strong ? ` (${t('effects.against.reportedMark')})` : ''}`, text, estimate, strong }
  })
}

export function estimateTable(result: OwnResult, told: Told): WordsTable {
  const rows = estimateRows(result, told)
  return {
    ...{ title: told.writing.t('effects.against.estimates'), head: heads(['way', 'result'], told.writing) },
    ...{ rows: rows.map(({ label, text }) => [label, text]), strong: rows.findIndex(({ strong }) => strong) },
  }
}

/** Both groups: how many, how many followed, and what they reached before background is considered. */
export function whoTable({ groups }: OwnResult, { shape, writing }: Told): WordsTable {
  const rows = (['treated', 'controls'] as const).map((name) => {
    const { n, known } = groups[name]
    const counts = [n, known].map((count) => countText(count, writing.locale))
    return [writing.t(`effects.against.group.${name}`), ...counts, reachedText(groups[name], shape, writing)]
  })
  return { title: writing.t('effects.against.who'), head: heads(['group', 'inFile', 'known', 'reached'], writing), rows }
}

export function gateTable({ report }: OwnResult, { shape, writing }: Told): WordsTable {
  const rows = gateRows(report, shape, writing).map(({ name, answer, value, limit }) => [name, answer, value, limit])
  return { title: writing.t('effects.against.gate'), head: heads(['check', 'verdictColumn', 'value', 'limit'], writing), rows }
}

export function balanceTable({ report }: OwnResult, writing: Writing): WordsTable {
  const rows = Object.entries(report.balance).map(([name, { before, after }]) => [
    name,
    ...[before, after].map((one) => deviationsText(one, writing)),
  ])
  return { title: writing.t('effects.against.deviations'), head: heads(['background', 'before', 'after'], writing), rows }
}

/** How both groups were followed. */
export function missingTable({ groups }: OwnResult, { shape, writing }: Told): WordsTable {
  const rows = (['treated', 'controls'] as const).map((name) => {
    const row = missingRow(name, groups[name], shape, writing)
    return [row.group, row.coverage, row.followed, row.weighted, row.bounds]
  })
  const names = ['group', 'coverageColumn', 'followedColumn', 'weightedColumn', 'boundsColumn']
  return { title: writing.t('effects.against.unfollowed'), head: heads(names, writing), rows }
}

export function powerTable({ power }: OwnResult, { shape, writing }: Told): WordsTable {
  const rows = power.rows.map(({ difference, perGroup }) => [
    differenceText(difference, shape, writing),
    numberText(roughly(perGroup), 0, writing),
  ])
  return { title: writing.t('effects.against.power'), head: heads(['toSee', 'perGroup'], writing), rows }
}

/** What power is worked out from. */
export function powerHelp({ power }: OwnResult, { shape, writing }: Told): string {
  if (!shape.isShare) return writing.t('effects.against.powerHelpMean')
  return writing.t('effects.against.powerHelp', { base: levelText(power.base, shape, writing) })
}

/** The smallest difference that groups as large as these can see. */
export function detectableText({ power }: OwnResult, { shape, writing }: Told): string | undefined {
  if (power.detectable === null) return undefined
  return writing.t('effects.against.detectable', { difference: differenceText(roughly(power.detectable), shape, writing) })
}

/** How strong something unseen would have to be, of outcomes of yes or no. */
export function eValueText({ sensitivity }: OwnResult, writing: Writing): string | undefined {
  if (sensitivity.eValue === null) return undefined
  return writing.t('effects.against.open.eValue', { n: numberText(sensitivity.eValue, 1, writing) })
}

export function sensitivityTable({ report, sensitivity }: OwnResult, { shape, writing }: Told): WordsTable {
  const { t } = writing
  const say = (value: number | null): string => (value === null ? t('effects.against.cannot') : differenceText(value, shape, writing))
  const rows = [
    [t('effects.against.asReported'), say(report.dr.estimate)],
    ...Object.entries(sensitivity.withoutCovariate).map(([name, value]) => [t('effects.against.without', { name }), say(value)]),
    [t('effects.against.withoutTop'), say(sensitivity.withoutTopWeights)],
  ]
  return { title: t('effects.against.sensitivity'), head: heads(['choice', 'result'], writing), rows, strong: 0 }
}
