import type { Writing } from '../../statistics/figure.ts'
import { countText } from '../../statistics/plainText.ts'
import type { EffectReport } from '../comparison/effectReport.ts'
import type { Effect, OwnDifference, OwnEffect } from '../domain.ts'
import { estimateText, levelText, numberText, reachedText, shapeOf, type Shape } from './amounts.ts'
import { wholeOf, type Described } from './described.ts'
import { gateRows, type GateRow } from './gateRows.ts'
import type { OwnResult } from './ownResult.ts'

/** How the amounts of a result are written. */
export const shapeOfResult = ({ report, isShare }: OwnResult, { unit }: Pick<Described, 'unit'>): Shape =>
  shapeOf(isShare, unit, report[report.reported]!)

/**
 * What a comparison says, and what it may be called: an `OwnEffect` only where every check has passed; all else is a difference, and its
 * words do not have that one. `column` is what the outcome is called in the file.
 */
export function claimOf(result: OwnResult, described: Described, column: string, writing: Writing): OwnDifference | OwnEffect {
  const { report, leftOut } = result
  const { t } = writing
  const shape = shapeOfResult(result, described)
  const text = estimateText(report[report.reported]!, shape, writing)
  const rows = gateRows(report, shape, writing)
  const said = {
    sentences: groupSentences(result, described, column, { shape, writing }),
    notes: [
      ...(described.fixedBefore ? [] : [t('effects.against.exploratory')]),
      ...(leftOut > 0 ? [t('effects.against.leftOut', { n: leftOut })] : []),
      t('effects.against.local'),
    ],
    notKnown: [...openQuestions(report, rows, writing), t('effects.against.open.unseen'), t('effects.against.open.others')],
  }
  const gate = passedGate(report)
  const { lower, upper } = report[report.reported]!
  const maybeNone = lower <= 0 && upper >= 0 ? [t('effects.against.maybeNone')] : []
  if (gate) {
    const sentences = [t('effects.found.sentence', { text }), ...maybeNone, t('effects.found.holds'), ...said.sentences]
    return { claim: 'effect', title: t('effects.found.title'), gate, ...said, sentences }
  }
  const failed = t('effects.against.failedSentence', { n: rows.filter(({ holds }) => !holds).length })
  const sentences = [t('effects.against.differenceSentence', { text }), ...maybeNone, failed, ...said.sentences]
  return { claim: 'comparison', title: t('effects.against.difference'), ...said, sentences }
}

/** The checks, all passed or declared, that make an effect; `undefined` when one has not. */
function passedGate({ gate, verdict }: EffectReport): Effect['gate'] | undefined {
  const passed = Object.entries(gate).flatMap(([check, { pass }]) => (pass === true || pass === 'declared' ? [{ check, pass }] : []))
  return verdict === 'effect' && passed.length === Object.keys(gate).length ? passed : undefined
}

/** What the outcome is called: as described, with its months, else by its column. */
export function outcomeName({ outcome, horizon }: Described, column: string, { t }: Writing): string {
  const name = outcome.trim() || t('effects.against.noOutcomeName', { column })
  const months = wholeOf(horizon)
  return months === undefined ? name : t('effects.against.afterMonths', { outcome: name, months })
}

function groupSentences(
  { report, groups, power }: OwnResult,
  described: Described,
  column: string,
  { shape, writing }: { shape: Shape; writing: Writing },
): string[] {
  const { t, locale } = writing
  const [n1, n0] = [report.n1, report.n0].map((n) => countText(n, locale)) as [string, string]
  const reached = reachedText(groups.treated, shape, writing)
  const anyway = groups.treated.mean - report[report.reported]!.estimate
  return [
    t('effects.against.groupsSentence', { n1, n0, outcome: outcomeName(described, column, writing) }),
    shape.isShare
      ? t('effects.against.shareSentence', { reached, base: numberText(Math.max(0, anyway) * 100, 0, writing) })
      : t('effects.against.meanSentence', { mean: reached, base: levelText(power.base, shape, writing) }),
  ]
}

/** What each failed check leaves open. */
function openQuestions({ gate, balance, placeboFault }: EffectReport, rows: readonly GateRow[], { t }: Writing): string[] {
  const worst = Object.entries(balance).reduce<[string, number]>(
    (most, [name, { after }]) => (Math.abs(after) > most[1] ? [name, Math.abs(after)] : most),
    ['', -1],
  )
  const open = rows.filter(({ holds }) => !holds)
  // Without a placebo there is nothing to be uncertain about.
  const told = gate.placebo.value === null ? open.filter(({ check }) => check !== 'placeboPrecision') : open
  return told.map(({ check, value }) => {
    if (check === 'placebo' && placeboFault) return t('effects.against.open.placeboCannot', { why: value })
    if (check === 'placebo' && gate.placebo.value === null) return t('effects.against.open.noPlacebo')
    return t(`effects.against.open.${check}`, { value, column: worst[0] })
  })
}
