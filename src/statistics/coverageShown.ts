import { valueOf } from '../disclosure/cell.ts'
import type { Cell } from '../disclosure/cell.ts'
import { releasedCell } from '../disclosure/releasedCell.ts'
import { leastBase } from '../disclosure/share.ts'
import { yearPeriod } from '../values/month.ts'
import { together } from './countedCells.ts'
import { yearsOf } from './coverage.ts'
import type { OutsideRows } from './coverageStore.ts'
import { dimensionsOf } from './dimension.ts'
import type { CoverageShown, Figure } from './domain.ts'
import { statusOf, statusText } from './knownStatus.ts'
import { percentText } from './plainText.ts'
import type { Asked } from './question.ts'
import { releasedCells } from './releasedCells.ts'
import { releasedCount } from './releasedTable.ts'

/**
 * What stands beside every outcome. Participations of whole years have the cell that every question about them has; the share that can be
 * followed, and which associations have data, are made of what is shown only.
 * @param outcome whose unknown tells of how many the status is known; none when no outcome is asked for
 */
export function coverageShown(ask: Asked, outside: OutsideRows, outcome?: Figure): CoverageShown {
  const { period, noise, releasing, inPeriod } = ask
  const years = yearsOf(period)
  const isWholeYears = period.from.endsWith('-01') && period.to.endsWith('-12')
  const followable = releasedCount(releasing, inPeriod, years.map(yearPeriod))
  const cellOf = (of: 'anonymous' | 'volume'): Cell => releasedCell(together(outside.counts.map((one) => one[of])), noise)
  const [anonymous, volume] = [cellOf('anonymous'), cellOf('volume')]
  const reporting = new Set([...reportingCounts(ask, outside), ...reportingRows(ask, years)])
  const shown = {
    associations: { part: outside.associations.filter((id) => reporting.has(id)).length, whole: outside.associations.length },
    ...{ years, isWholeYears, followable, anonymous, volume },
    followableShare: shareOfAll(followable, [anonymous, volume]),
    knownStatus: outcome ? statusOf(outcome) : null,
  }
  return { ...shown, sentences: sentencesOf(ask, shown) }
}

/** The same beside an outcome, with of how many the status is known. */
export function withStatus(ask: Asked, coverage: CoverageShown, outcome: Figure): CoverageShown {
  const shown = { ...coverage, knownStatus: statusOf(outcome) }
  return { ...shown, sentences: sentencesOf(ask, shown) }
}

/** The part of what is shown; `null` when something is not, or when it is too little for a share. */
function shareOfAll(part: Cell, others: readonly Cell[]): number | null {
  const values = [part, ...others].map(valueOf)
  if (values.some((value) => value === undefined)) return null
  const all = values.reduce<number>((sum, value) => sum + value!, 0)
  return all < leastBase ? null : values[0]! / all
}

/** Associations with participations, as far as the numbers shown tell: a few may be shown as nought. */
function reportingRows({ releasing, inPeriod, snapshot }: Asked, years: readonly number[]): string[] {
  const association = dimensionsOf(snapshot.facts).get('association')!
  if (association.codes.length === 0) return []
  const period = { from: yearPeriod(years[0]!).from, to: yearPeriod(years.at(-1)!).to }
  const cells = releasedCells(releasing, { ...inPeriod, period, axes: [association] })
  return association.codes.filter((_, at) => valueOf(cells[at]!) !== 0).map(({ code }) => code)
}

function reportingCounts({ noise }: Asked, { counts }: OutsideRows): string[] {
  const isSeen = (one: OutsideRows['counts'][number]): boolean =>
    [one.anonymous, one.volume].some((counted) => valueOf(releasedCell(counted, noise)) !== 0)
  return counts.filter(isSeen).map(({ association }) => association)
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
  if (knownStatus && valueOf(knownStatus.followed)! > 0) sentences.push(statusText(knownStatus, writing))
  if (place.kind === 'nation' || place.kind === 'region') sentences.push(t('statistics.reporting', associations))
  return sentences
}
