import type { Publishable, PublishedTable } from '../domain.ts'
import { isMulti } from '../domain.ts'
import { overlap, placeDepth, summed } from './source.ts'
import type { Source } from './source.ts'
import { axesOf } from './tableCounts.ts'

type Shown = Omit<PublishedTable, 'population'>
type Counts = ReadonlyMap<string, number>

/** Counts by codes joined with a null character, and what they are laid out by. */
interface Laid {
  shown: Shown
  counts: Counts
}

/**
 * A table that has the sums of others and is like one of today as far as it can: for a period whose joint table was not kept and whose records have changed
 * since. Any table with those sums will do, since what it shows is that figures that are out leave another one possible. Made by joining them one after the
 * other on what they share (the extension exists for sets that can be told apart in such an order), whole counts throughout.
 * @param own tables of one period, as they came out
 * @param today counts by `shown` as they are now
 * @returns counts by `shown`; undefined where a breakdown with several codes is among them or a place is not known any more: the sums are for the caller to check
 */
export function fittedJoint(shown: Shown, own: readonly Source[], today: Counts): Counts | undefined {
  if (shown.by.some(isMulti)) return undefined
  const isSeveral = (): boolean => false
  const like = (by: Shown): Counts => summed(asSource(shown, today), by, isSeveral)
  const laid = own.map((source): Laid => {
    const common = overlap(source.table, { ...shown, population: source.table.population })
    return { shown: common, counts: summed(source, common, (axis) => isMulti(axis as Publishable)) }
  })
  let joint = laid.sort((a, b) => axesOf(b.shown).length - axesOf(a.shown).length)[0]!
  const join = (next: { shown: Shown; columns: readonly string[]; room?: Map<string, number> }): boolean => {
    const whole = both(joint.shown, next.shown)
    const counts = joined(joint, next, whole, like(whole))
    if (counts) joint = { shown: whole, counts }
    return counts !== undefined
  }
  for (const { shown: theirs, counts } of laid.slice(1)) {
    if (!join({ shown: theirs, columns: [...counts.keys()], room: new Map(counts) })) return undefined
  }
  const added = addedBy(shown, joint.shown)
  if (axesOf(added).length > 0 && !join({ shown: added, columns: [...like(added).keys()] })) return undefined
  return summed(asSource(joint.shown, joint.counts), shown, isSeveral)
}

const asSource = (shown: Shown, counts: Counts): Pick<Source, 'table' | 'counts'> => ({
  table: { ...shown, population: 'exits' },
  counts: [...counts].map(([key, count]) => ({ codes: key.split('\u0000'), count })),
})

/** What two tables show together. */
function both(one: Shown, other: Shown): Shown {
  return {
    place: placeDepth[one.place] >= placeDepth[other.place] ? one.place : other.place,
    region: one.region || other.region,
    by: [...new Set([...one.by, ...other.by])],
  }
}

/** What a table shows that another does not. */
function addedBy(shown: Shown, beside: Shown): Shown {
  return {
    place: placeDepth[shown.place] > placeDepth[beside.place] ? shown.place : 'nation',
    region: shown.region && !beside.region,
    by: shown.by.filter((name) => !beside.by.includes(name)),
  }
}

/** Each count of one table spread over the columns of another, as today where there is so much room; without `room` each column takes as much as comes. */
function joined(
  one: Laid,
  other: { shown: Shown; columns: readonly string[]; room?: Map<string, number> },
  whole: Shown,
  today: Counts,
): Counts | undefined {
  const [own, theirs] = [seenAs(whole, one.shown), seenAs(whole, other.shown)]
  const left = new Map(one.counts)
  const { room } = other
  const found = new Map<string, number>()
  const put = (key: string, most: number): void => {
    const [row, column] = [own(key), theirs(key)]
    const by = Math.min(most, left.get(row) ?? 0, room ? (room.get(column) ?? 0) : Infinity)
    if (by <= 0) return
    found.set(key, (found.get(key) ?? 0) + by)
    left.set(row, left.get(row)! - by)
    room?.set(column, room.get(column)! - by)
  }
  for (const [key, count] of today) put(key, count)
  for (const row of one.counts.keys()) {
    if (left.get(row) === 0) continue
    for (const column of other.columns) {
      const key = matched(whole, { shown: one.shown, key: row }, { shown: other.shown, key: column })
      if (key !== undefined) put(key, Infinity)
    }
  }
  return [...left.values()].every((count) => count === 0) ? found : undefined
}

/** How a key of a table reads in one that shows less. */
function seenAs(whole: Shown, part: Shown): (key: string) => string {
  const axes = axesOf(whole)
  return (key) => {
    const codes = key.split('\u0000')
    return axesOf(part)
      .map((axis) => placed(axis, codes[axes.indexOf(axis)]!, part))
      .join('\u0000')
  }
}

const placed = (axis: string, code: string, { place }: Shown): string =>
  axis === 'place' && place === 'association' ? code.split('/')[0]! : code

/** The key that two keys make together; undefined when they differ in what both show. */
function matched(whole: Shown, one: { shown: Shown; key: string }, other: { shown: Shown; key: string }): string | undefined {
  const read = ({ shown, key }: typeof one): Map<string, string> => {
    const codes = key.split('\u0000')
    return new Map(axesOf(shown).map((axis, at) => [axis, codes[at]!]))
  }
  const [a, b] = [read(one), read(other)]
  const codes: string[] = []
  for (const axis of axesOf(whole)) {
    const [first, second] = [a.get(axis), b.get(axis)]
    if (first !== undefined && second !== undefined) {
      const [short, long] = first.length <= second.length ? [first, second] : [second, first]
      if (short !== long && !(axis === 'place' && long.startsWith(`${short}/`))) return undefined
      codes.push(long)
    } else codes.push((first ?? second)!)
  }
  return codes.join('\u0000')
}
