import { z } from 'zod'
import { valueOf, type Cell } from '../../../disclosure/cell.ts'
import { coarseShare, hiddenBehind, type CoarseShare } from '../../../disclosure/coarseShare.ts'

/** How large a part of all participations of the country in the year the registered ones are, in coarse steps; null where it cannot be told. */
export const PublishedCoverage = z.object({ percent: z.int().min(0).max(100), step: z.int().min(1).max(10) }).nullable()
export type PublishedCoverage = z.infer<typeof PublishedCoverage>

/** A table as far as it tells how many participations there are: all counted whole in the first cell. */
interface CountedTable {
  spec: { population: string }
  cells: readonly Cell[]
}

/** A coverage that is out, beside the participations it is of. */
export interface ToldCoverage {
  registered: number
  share: CoarseShare
}

/**
 * Coverage beside the participations that a release publishes: their part of them and those that are counted without a row. Of the country alone: those of associations would together narrow
 * each other. `undefined` when it publishes no participations.
 * @param outside participations counted without a row; never told but in the share
 * @param before what is out of the same year: corrections must not close in on the number from several sides
 */
export function publishedCoverage(
  tables: readonly CountedTable[],
  outside: number,
  { threshold, before }: { threshold: number; before: readonly ToldCoverage[] },
): PublishedCoverage | undefined {
  const registered = registeredOf(tables)
  if (registered === undefined) return undefined
  const share = registered === null ? undefined : coarseShare(registered, outside, threshold)
  return share && isHidden([...before, { registered: registered!, share }], threshold) ? share : null
}

/** What a release has told of coverage, if it has. */
export function toldCoverage(tables: readonly CountedTable[], coverage: PublishedCoverage | undefined): ToldCoverage[] {
  const registered = registeredOf(tables)
  return coverage && registered ? [{ registered, share: coverage }] : []
}

/** Participations of the country: all counted whole, which is the first code of each axis. `null` where they are hidden, `undefined` without such a table. */
function registeredOf(tables: readonly CountedTable[]): number | null | undefined {
  const table = tables.find(({ spec }) => spec.population === 'inPeriod')
  return table && (valueOf(table.cells[0]!) ?? null)
}

/** Whether the count could be any of at least `threshold` numbers, taking together all that has been told while it may have been the same. */
function isHidden(told: readonly ToldCoverage[], threshold: number): boolean {
  const [last, ...earlier] = told.map(({ registered, share }) => hiddenBehind(registered, share)).reverse()
  const [least, most] = earlier.reduce(
    ([low, high], [otherLow, otherHigh]) =>
      otherLow > high || otherHigh < low ? [low, high] : [Math.max(low, otherLow), Math.min(high, otherHigh)],
    last!,
  )
  return most - least + 1 >= threshold
}
