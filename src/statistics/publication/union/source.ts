import type { CodedCount } from './tableCounts.ts'
import { axesOf } from './tableCounts.ts'
import type { PublishedTable } from '../domain.ts'
import type { TimeNode } from './timeNodes.ts'

/** A table of a period with its counts by leaf: to come out, or out already, as it was counted then. */
export interface Source {
  table: PublishedTable
  node: TimeNode
  counts: readonly CodedCount[]
  /** The release it came out with; none when it is to come out. */
  release?: string | undefined
}

/** How far down a table goes by place. */
export const placeDepth = { nation: 0, association: 1, intervention: 2 } as const
const placeOf = ['nation', 'association', 'intervention'] as const

/** What two tables both show: the breakdowns they share, as far down by place as both go. */
export function overlap(one: PublishedTable, other: PublishedTable): Omit<PublishedTable, 'population'> {
  return {
    place: placeOf[Math.min(placeDepth[one.place], placeDepth[other.place])]!,
    region: one.region && other.region,
    by: one.by.filter((name) => other.by.includes(name)),
  }
}

/** Whether a table holds all that another shows, so that its counts can be summed to the other's. */
export function covers(table: Omit<PublishedTable, 'population'>, other: Omit<PublishedTable, 'population'>): boolean {
  return (
    placeDepth[table.place] >= placeDepth[other.place] &&
    (table.region || !other.region) &&
    other.by.every((name) => table.by.includes(name))
  )
}

/**
 * The counts of a source summed to fewer axes, by the codes joined with a null character. Of a breakdown with several codes only the count of all is summed
 * when it falls away.
 */
export function summed(
  source: Pick<Source, 'table' | 'counts'>,
  shown: Omit<PublishedTable, 'population'>,
  isSeveral: (axis: string) => boolean,
): Map<string, number> {
  const [from, to] = [axesOf(source.table), axesOf(shown)]
  const dropped = [...from.keys()].filter((at) => !to.includes(from[at]!) && isSeveral(from[at]!))
  const sums = new Map<string, number>()
  for (const { codes, count } of source.counts) {
    if (dropped.some((at) => codes[at] !== 'all')) continue
    const key = to
      .map((axis) => {
        const code = codes[from.indexOf(axis)]!
        return axis === 'place' && shown.place === 'association' ? code.split('/')[0]! : code
      })
      .join('\u0000')
    sums.set(key, (sums.get(key) ?? 0) + count)
  }
  return sums
}
