import { valueOf } from '../disclosure/cell.ts'
import type { Cell } from '../disclosure/cell.ts'
import { withoutCloseCount } from '../disclosure/closeCounts.ts'
import { protect } from '../disclosure/protect.ts'
import { yearsOf } from './coverage.ts'
import type { OutsideRows } from './coverageStore.ts'
import { dimensionsOf } from './dimension.ts'
import type { CoverageShown, Figure } from './domain.ts'
import { inPeriod } from './filter.ts'
import type { Filter } from './filter.ts'
import type { Asked } from './question.ts'
import { statusOf, statusText } from './knownStatus.ts'
import { percentText } from './plainText.ts'
import { tabulate } from './tabulate.ts'
import { yearPeriod } from '../values/month.ts'

/**
 * What stands beside every outcome. The counts without rows are a table of their own beside the participations, which are
 * known already; the share that can be followed is made of shown cells only.
 * @param participations the cell of the period's participations, which also is the followable when the period is one year; other
 *   years are shown beside it only when the difference is not few
 * @param outcome whose unknown tells of how many the status is known; none when no outcome is asked for
 */
export function coverageShown(ask: Asked, outside: OutsideRows, participations: Cell, outcome?: Figure): CoverageShown {
  const { policy, period } = ask
  const years = yearsOf(period)
  const isWholeYears = period.from.endsWith('-01') && period.to.endsWith('-12')
  const single = (count: number): Cell => protect({ rows: [''], columns: [''], counts: [[count]] }, policy).cells.grandTotal
  const isSame = isWholeYears && years.length === 1
  const followable = isSame ? participations : withoutCloseCount(single(followableIn(ask, years)), participations, policy)
  const { cells } = protect({ rows: [''], columns: ['anonymous', 'volume'], counts: [[outside.anonymous, outside.volume]] }, policy)
  const [anonymous, volume] = cells.cells[0]!
  const [seen, unseen] = [valueOf(followable), valueOf(cells.grandTotal)]
  const followableShare = seen === undefined || unseen === undefined || seen + unseen === 0 ? null : seen / (seen + unseen)
  const reporting = new Set([...outside.counting, ...reportingWithRows(ask, years)])
  const associations = {
    part: outside.associations.filter((id) => reporting.has(id)).length,
    whole: outside.associations.length,
  }
  const knownStatus = outcome ? statusOf(outcome, policy.threshold) : null
  const shown = { associations, years, isWholeYears, followable, anonymous: anonymous!, volume: volume!, followableShare, knownStatus }
  return { ...shown, sentences: sentencesOf(ask, shown) }
}

/** Participations of each calendar year, added up. */
function followableIn(ask: Asked, years: readonly number[]): number {
  return years.reduce((sum, year) => sum + tabulate(ask.snapshot.facts, { dimensions: [], filter: inYear(ask, year) }).total, 0)
}

function inYear({ atPlace }: Asked, year: number): Filter[] {
  return [...atPlace, ...inPeriod(yearPeriod(year))]
}

function reportingWithRows(ask: Asked, years: readonly number[]): string[] {
  const { facts } = ask.snapshot
  const association = dimensionsOf(facts).get('association')!
  if (association.codes.length === 0) return []
  return years.flatMap((year) => {
    const { counts } = tabulate(facts, { dimensions: [association], filter: inYear(ask, year) })
    return association.codes.filter((_, at) => counts[at]! > 0).map(({ code }) => code)
  })
}

function sentencesOf({ writing, place }: Asked, shown: Omit<CoverageShown, 'sentences'>): string[] {
  const { t, locale } = writing
  const { years, isWholeYears, followableShare, knownStatus, associations } = shown
  const of = years.length === 1 ? String(years[0]) : `${years[0]}–${years.at(-1)}`
  const sentences = [
    followableShare === null
      ? t('statistics.coverageHidden', { years: of })
      : t('statistics.coverageShare', { share: percentText(followableShare, locale), years: of }),
  ]
  if (!isWholeYears) sentences.push(t('statistics.wholeYears', { years: of }))
  if (knownStatus && knownStatus.followed > 0) sentences.push(statusText(knownStatus, writing))
  if (place.kind === 'nation' || place.kind === 'region') sentences.push(t('statistics.reporting', associations))
  return sentences
}
