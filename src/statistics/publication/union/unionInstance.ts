import { makeFreeDimension } from '../../../disclosure/tables/dimension.ts'
import type { Dimension, Instance, Table } from '../../../disclosure/tables/instance.ts'
import type { Facts } from '../../facts.ts'
import { workOrStudy } from './afterExit.ts'
import { attributes } from '../domain.ts'
import type { Publishable } from '../domain.ts'
import { mergedDimension, mergesOf, needsAllNodes, nodesShown, nodesWithin } from './merging.ts'
import { allCode, axesOf, breakdownOf, withoutCode } from './tableCounts.ts'
import { isSeveral } from './unionTables.ts'
import type { Union, UnionTable } from './unionTables.ts'

/** The code of the whole of each axis. */
const wholes: Record<string, string> = { place: 'nation' }
export const wholeOf = (axis: string): string => wholes[axis] ?? allCode

/**
 * The union of tables as linked tables of the disclosure engine: time first, then each axis that any table has. Throws nothing; what is known of
 * earlier releases is put in afterwards.
 */
export function unionInstance(facts: Facts, { tables, sums }: Union, threshold: number, groups: boolean): Instance {
  const axes = [...new Set(tables.flatMap(({ shown }) => axesOf(shown)))].sort()
  const periods = [...new Set(tables.flatMap(({ nodes }) => nodes))]
  const time = makeFreeDimension(
    'time',
    periods,
    undefined,
    sums.map(({ whole, parts }) => [whole, parts] as const),
  )
  const all = tables.map(({ shown }) => shown)
  const dims = [time, ...axes.map((axis) => axisDimension(facts, axis, codesSeen(tables, axis), mergesOf(all, axis)))]
  const published = new Set(tables.filter(({ hidden }) => !hidden).flatMap(({ nodes }) => nodes))
  return {
    ...{ name: 'union', threshold, dims, base: [], forcedPublished: [], keptHidden: [], structuralZero: [], withheld: [] },
    tables: [...tables, ...apart(tables)].map((table) => engineTable(table, dims, axes)),
    hiddenNodes: new Map([
      [0, periods.flatMap((code, node) => (published.has(code) ? [] : [node]))],
      ...axes.flatMap((axis, at): [number, number[]][] => (isSeveral(axis) ? [[at + 1, complements(dims[at + 1]!)]] : [])),
    ]),
    attributes: groups ? axes.flatMap((axis, at) => (attributes.includes(axis as Publishable) ? [at + 1] : [])) : [],
  }
}

/** What one table shows as one and another apart is a sum that everybody can make: a hidden table of it for each that does not show it so. */
function apart(tables: readonly UnionTable[]): UnionTable[] {
  const all = tables.map(({ shown }) => shown)
  return tables.filter(({ shown, hidden }) => !hidden && needsAllNodes(shown, all)).map((table) => ({ ...table, hidden: true }))
}

function complements({ codes }: Dimension): number[] {
  return codes.flatMap((code, node) => (code.startsWith(withoutCode('')) ? [node] : []))
}

/** Codes that occur in counts by an axis. */
function codesSeen(tables: readonly UnionTable[], axis: string): Set<string> {
  const seen = new Set<string>()
  for (const { shown, counts } of tables) {
    const at = axesOf(shown).indexOf(axis)
    if (at >= 0) for (const byLeaf of counts.values()) for (const key of byLeaf.keys()) seen.add(key.split('\u0000')[at]!)
  }
  return seen
}

function axisDimension(facts: Facts, axis: string, seen: ReadonlySet<string>, merges: readonly string[][]): Dimension {
  if (axis === 'place') return placeDimension(facts, seen, merges)
  const codes = breakdownOf(facts, axis as Publishable | 'region').codes.map(({ code }) => code)
  if (axis === 'afterExit') {
    const parent = [-1, 0, ...codes.map((code) => (code.startsWith(workOrStudy.code) ? 1 : 0))]
    return mergedDimension(axis, [allCode, workOrStudy.code, ...codes], parent, merges)
  }
  const own = axis === 'region' ? codes.filter((code) => seen.has(code)) : codes
  if (!isSeveral(axis)) return mergedDimension(axis, [allCode, ...own], [-1, ...own.map(() => 0)], merges)
  const sums = own.map((code) => [allCode, [code, withoutCode(code)]] as const)
  return makeFreeDimension(axis, [allCode, ...own, ...own.map(withoutCode)], allCode, sums)
}

/** The nation, associations, and below them their interventions, as they occur; those that are shown as one whether they occur or not. */
function placeDimension({ dictionaries }: Facts, seen: ReadonlySet<string>, merges: readonly string[][]): Dimension {
  const known = new Set(dictionaries.associations.map(({ id }) => id))
  const merged = merges.flat().filter((code) => known.has(code))
  const associations = [...new Set([...[...seen].map((code) => code.split('/')[0]!), ...merged])].sort()
  const interventions = [...seen].filter((code) => code.includes('/')).sort()
  const codes = ['nation', ...associations, ...interventions]
  const above = interventions.map((code) => 1 + associations.indexOf(code.split('/')[0]!))
  return mergedDimension('place', codes, [-1, ...associations.map(() => 0), ...above], merges)
}

function engineTable({ shown, nodes, hidden, counts }: UnionTable, dims: readonly Dimension[], axes: readonly string[]): Table {
  const own = axesOf(shown)
  const positions = own.map((axis) => axes.indexOf(axis) + 1)
  const numbers = dims.map(({ codes }) => new Map(codes.map((code, node) => [code, node])))
  const time = nodes.map((node) => numbers[0]!.get(node)!)
  const base = nodes.flatMap((node, at) =>
    [...(counts.get(node) ?? [])].map(([key, count]) => {
      const row = Int32Array.from([...dims.map(({ root }) => root), count])
      row[0] = time[at]!
      if (own.length > 0) key.split('\u0000').forEach((code, place) => (row[positions[place]!] = numbers[positions[place]!]!.get(code)!))
      return row
    }),
  )
  const chosen = hidden ? nodesWithin : nodesShown
  return {
    ...{ dims: [0, ...positions], hidden, base, maxDepth: new Map() },
    nodes: new Map([[0, time], ...own.map((axis, at): [number, number[]] => [positions[at]!, chosen(dims[positions[at]!]!, axis, shown)])]),
  }
}
