import type { PublishedTable } from '../domain.ts'
import { isMulti } from '../domain.ts'
import type { Publishable } from '../domain.ts'
import { jointsOf } from './joints.ts'
import type { Unpublished } from './joints.ts'
import { covers, overlap, summed } from './source.ts'
import type { Source } from './source.ts'
import { nodeCode, timeSums } from './timeNodes.ts'
import type { TimeNode, TimeSum } from './timeNodes.ts'

/** Counts of one table of the union by node of time and leaf. */
export interface UnionTable {
  shown: Omit<PublishedTable, 'population'>
  /** Names of the nodes it shows. */
  nodes: readonly string[]
  /** Never published: differences that can be worked out between tables that are. */
  hidden: boolean
  /** By node: counts by codes joined with a null character. */
  counts: ReadonlyMap<string, ReadonlyMap<string, number>>
}

export interface Union {
  tables: UnionTable[]
  sums: TimeSum[]
  /** The joint tables among them. */
  joints: Source[]
}

/** Whether an axis is a breakdown of which one may have several codes. */
export const isSeveral = (axis: string): boolean => isMulti(axis as Publishable)

/**
 * The tables to protect together: those to come out, those that are out, and the differences that can be worked out between them: the rest of a longer
 * period, who stayed on, who began. What is out comes first, so its counts hold where both have a cell.
 */
export function unionOf(sources: readonly Source[], unpublished: Unpublished): Union {
  const ordered = [...sources].sort((a, b) => Number(b.release !== undefined) - Number(a.release !== undefined))
  const nodes = new Map(ordered.map(({ node }) => [nodeCode(node), node]))
  const sums = timeSums([...nodes.values()])
  const groups = connected(sums)
  const joints = hangingTogether(ordered, groups).flatMap((members) => jointsOf(members, unpublished))
  const own = [...ordered.map((source) => tableOf(source, false)), ...joints.map((joint) => tableOf(joint, true))]
  const holding: TimeSum[] = []
  const hidden: UnionTable[] = []
  for (const group of groups) {
    const members = [...ordered, ...joints].filter((one) => isIn(group, one))
    const shapes = overlaps(members)
    const filled = shapes.map((shown) => differences({ shown, group, sources: members, unpublished }))
    const broken = new Set(filled.flatMap(({ broken }) => broken))
    if (filled.length > 0) holding.push(...group.filter((sum) => !broken.has(sum)))
    hidden.push(...filled.map(({ table }) => table))
  }
  return { tables: [...own, ...hidden], sums: holding, joints }
}

function tableOf({ table, node, counts }: Source, hidden: boolean): UnionTable {
  const byLeaf = new Map(counts.map(({ codes, count }) => [codes.join('\u0000'), count]))
  return { shown: table, nodes: [nodeCode(node)], hidden, counts: new Map([[nodeCode(node), byLeaf]]) }
}

const isIn = (group: readonly TimeSum[], { node }: Source): boolean => group.some((sum) => nodesOf(sum).includes(nodeCode(node)))

/** The sources of each group of periods that are tied by sums, and of each period that is not. */
function hangingTogether(sources: readonly Source[], groups: readonly TimeSum[][]): Source[][] {
  const apart = sources.filter((one) => !groups.some((group) => isIn(group, one)))
  const byNode = Map.groupBy(apart, ({ node }) => nodeCode(node))
  return [...groups.map((group) => sources.filter((one) => isIn(group, one))), ...byNode.values()]
}

const nodesOf = ({ whole, parts }: TimeSum): string[] => [whole, ...parts]

/** Sums that hang together by their nodes. */
function connected(sums: readonly TimeSum[]): TimeSum[][] {
  const groups: TimeSum[][] = []
  for (const sum of sums) {
    const touching = groups.filter((group) => group.some((one) => nodesOf(one).some((node) => nodesOf(sum).includes(node))))
    for (const one of touching) groups.splice(groups.indexOf(one), 1)
    groups.push([...touching.flat(), sum])
  }
  return groups
}

/** What pairs of tables of different periods both show, without those that others hold. */
function overlaps(sources: readonly Source[]): Omit<PublishedTable, 'population'>[] {
  const shapes = sources.flatMap((one, at) =>
    sources.slice(at + 1).flatMap((other) => (nodeCode(one.node) === nodeCode(other.node) ? [] : [overlap(one.table, other.table)])),
  )
  return shapes.filter(
    (shape, at) => !shapes.some((other, place) => place !== at && covers(other, shape) && (!covers(shape, other) || place < at)),
  )
}

interface Asked {
  shown: Omit<PublishedTable, 'population'>
  group: readonly TimeSum[]
  sources: readonly Source[]
  unpublished: Unpublished
}

/** The table of all nodes of some sums: published ones as their source has them, differences by subtraction. `broken`: sums that do not hold any more. */
function differences({ shown, group, sources, unpublished }: Asked): { table: UnionTable; broken: TimeSum[] } {
  const names = [...new Set(group.flatMap(nodesOf))]
  const counts = new Map<string, ReadonlyMap<string, number>>()
  for (const name of names) {
    const source = sources.find(({ table, node }) => nodeCode(node) === name && covers(table, shown))
    if (source) counts.set(name, summed(source, shown, isSeveral))
  }
  const broken: TimeSum[] = []
  const solve = (): boolean =>
    group.some((sum) => {
      const missing = nodesOf(sum).filter((node) => !counts.has(node))
      if (missing.length === 1) counts.set(missing[0]!, missingOf(sum, missing[0]!, counts))
      return missing.length === 1
    })
  while (solve());
  for (const name of names.filter((one) => !counts.has(one))) {
    const node = periodNode(name)
    if (counts.has(name) || !node) continue
    counts.set(name, unpublished.countToday(node, shown))
    while (solve());
  }
  for (const sum of group) if (!holds(sum, counts)) broken.push(sum)
  return { table: { shown, nodes: names, hidden: true, counts }, broken }
}

function missingOf(
  { whole, parts }: TimeSum,
  missing: string,
  counts: ReadonlyMap<string, ReadonlyMap<string, number>>,
): Map<string, number> {
  const known = [whole, ...parts].filter((node) => node !== missing)
  const result = new Map<string, number>()
  for (const node of known) {
    // The whole is the sum of the parts; a part is the whole without the others.
    const sign = missing === whole || node === whole ? 1 : -1
    for (const [key, count] of counts.get(node)!) result.set(key, (result.get(key) ?? 0) + sign * count)
  }
  return result
}

function holds({ whole, parts }: TimeSum, counts: ReadonlyMap<string, ReadonlyMap<string, number>>): boolean {
  const all = [whole, ...parts].map((node) => counts.get(node))
  if (all.includes(undefined)) return true
  const keys = new Set(all.flatMap((one) => [...one!.keys()]))
  return [...keys].every((key) => all.reduce((sum, one, at) => sum + (at === 0 ? 1 : -1) * (one!.get(key) ?? 0), 0) === 0)
}

/** The period that a node is by its name; undefined for differences. */
function periodNode(name: string): TimeNode | undefined {
  const [, population, year, month] = /^(exits|entries|inPeriod):(\d{4})-(\d\d)$/.exec(name) ?? []
  return population === undefined
    ? undefined
    : { population: population as TimeNode['population'], year: Number(year), month: Number(month) }
}
