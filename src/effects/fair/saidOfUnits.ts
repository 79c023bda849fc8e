import type { Writing } from '../../statistics/figure.ts'
import { ofHundred, type ShareWithInterval } from '../askedAbout.ts'
import type { FairOutcome, UnitShown } from '../domain.ts'
import { quantile } from '../../probability/quantile.ts'
import type { Overdispersion } from '../units/funnel.ts'

/** What the comparison says in sentences: the country, how many are compared, what the adjustment did, and whether they differ more than by chance. */
export function saidOfUnits(
  { t, locale }: Writing,
  {
    outcome,
    units,
    overall,
    spread,
  }: { outcome: FairOutcome; units: readonly UnitShown[]; overall: ShareWithInterval | undefined; spread: Overdispersion },
): string[] {
  if (!overall) return [t('effects.fair.noModel')]
  const compared = units.filter(({ adjusted }) => adjusted !== null)
  const sentences = [
    t(`effects.fair.${outcome}Overall`, { share: ofHundred(overall, { t, locale }) }),
    t(`effects.fair.${outcome}Compared`, { n: compared.length, all: units.length }),
  ]
  if (compared.length === 0) return sentences
  if (compared.length > 2) sentences.push(spreadText(spread, { t, locale }))
  return [...sentences, adjustmentText(compared, { t, locale })]
}

function spreadText({ widening }: Overdispersion, { t, locale }: Writing): string {
  if (widening === 1) return t('effects.fair.chance')
  const times = widening.toLocaleString(locale === 'sv' ? 'sv-SE' : 'en-GB', { maximumFractionDigits: 1, minimumFractionDigits: 1 })
  return t('effects.fair.spread', { times })
}

/** How far the adjustment moved the shares: in the middle, and the one that it moved the most. */
function adjustmentText(compared: readonly UnitShown[], { t }: Writing): string {
  const moved = compared.map(({ heading, share, adjusted }) => {
    return { unit: heading.label, from: Math.round(share!.share * 100), to: Math.round(adjusted!.share * 100) }
  })
  const distances = moved.map(({ from, to }) => Math.abs(to - from))
  const most = Math.max(...distances)
  const usual = Math.round(
    quantile(
      [...distances].sort((a, b) => a - b),
      0.5,
    ),
  )
  return t('effects.fair.adjustment', { usual, most, ...moved[distances.indexOf(most)]! })
}
