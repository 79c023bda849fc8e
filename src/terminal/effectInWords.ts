import type { Estimate } from '../probability/interval.ts'
import type { EffectReport } from '../effects/comparison/effectReport.ts'
import type { Sensitivity } from '../effects/comparison/sensitivity.ts'
import type { Terminal } from './terminal.ts'

/** The report as lines to read: what was found by each way, how alike the groups became, each check, and what it may be called. */
export function effectInWords(report: EffectReport & { sensitivity?: Sensitivity }, { t, locale }: Terminal): string {
  // Three digits of the estimate are more than it is sure of.
  const digits = Math.min(6, Math.max(0, 2 - Math.floor(Math.log10(Math.abs(report.dr.estimate) || 1))))
  const number = (value: number, most = digits): string =>
    value.toLocaleString(locale, { maximumFractionDigits: most, signDisplay: 'negative' })
  const line = (way: string, found: Estimate | null): string =>
    found
      ? t('effect.estimate', { way, estimate: number(found.estimate), lower: number(found.lower), upper: number(found.upper) })
      : t('effect.noEntropy')
  const { n1, n0, ess, balance, gate, verdict, reported, largestWeightShare } = report
  const mark = (pass: boolean | 'declared' | null): string => t(pass === true || pass === 'declared' ? 'effect.holds' : 'effect.fails')
  const shown = (value: number | string | null): string => (typeof value === 'number' ? number(value, 3) : (value ?? '–'))
  return [
    t('effect.groups', { n1, n0 }),
    ...(['naive', 'ols', 'ipw', 'or', 'dr', 'entropy'] as const).map((way) => line(t(`effect.way.${way}`), report[way])),
    t('effect.weights', { ess: number(ess, 0), share: number(100 * largestWeightShare, 1), reported: t(`effect.way.${reported}`) }),
    t('effect.balance'),
    ...Object.entries(balance).map(([name, { before, after }]) => `  ${name}: ${number(before, 2)} → ${number(after, 2)}`),
    ...sensitivityLines(report.sensitivity, { t, number }),
    t('effect.gate'),
    ...Object.entries(gate).map(
      ([name, { pass, value, limit }]) => `  ${mark(pass)} ${t(`effect.check.${name}`)}: ${shown(value)} (${shown(limit)})`,
    ),
    t(`effect.verdict.${verdict}`),
    ...(['treated', 'controls', 'outcomes'] as const).flatMap((what) => {
      const n = report.needed[what]
      return n === undefined ? [] : [t(`effect.needed.${what}`, { n })]
    }),
  ].join('\n')
}

function sensitivityLines(
  found: Sensitivity | undefined,
  { t, number }: { t: Terminal['t']; number: (value: number) => string },
): string[] {
  if (!found) return []
  return [
    t('effect.sensitivity'),
    ...Object.entries(found.withoutCovariate).map(
      ([name, estimate]) => `  ${t('effect.without', { name })}: ${estimate === null ? '–' : number(estimate)}`,
    ),
    `  ${t('effect.withoutTop')}: ${found.withoutTopWeights === null ? '–' : number(found.withoutTopWeights)}`,
    ...(found.eValue === null ? [] : [`  ${t('effect.eValue')}: ${number(found.eValue)}`]),
  ]
}
