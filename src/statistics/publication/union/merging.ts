import { makeDimension } from '../../../disclosure/tables/dimension.ts'
import type { Dimension } from '../../../disclosure/tables/instance.ts'
import { Refusal } from '../../../platform/errors.ts'
import type { PublishedTable } from '../domain.ts'
import { codesWithin, mergedCode } from './mergedCode.ts'
import { placeDepth } from './source.ts'
import { axesOf } from './tableCounts.ts'

type Shown = Omit<PublishedTable, 'population'>

/** Which codes of an axis any of these tables shows as one, each set once. */
export function mergesOf(tables: readonly Shown[], axis: string): string[][] {
  const found = tables.flatMap(({ merged = [] }) => merged.filter((one) => one.axis === axis).map(({ codes }) => mergedCode(codes)))
  return [...new Set(found)].map(codesWithin)
}

/**
 * A dimension with a node for each set of merged codes, above them and below what they lay under. Throws a refusal for codes that are not there or do
 * not lie under the same, for all that lie under it, and for sets that cross: what is out merges other codes than those to come out, so what both
 * show could be subtracted in ways that no tree tells.
 */
export function mergedDimension(name: string, codes: readonly string[], parent: readonly number[], merges: readonly string[][]): Dimension {
  // Larger sets lie above those that they hold.
  const ordered = [...merges].sort((one, other) => other.length - one.length)
  const above = [...parent]
  ordered.forEach((merge, at) => {
    const nodes = merge.map((code) => codes.indexOf(code))
    if (nodes.includes(-1)) throw new Refusal(400, 'publication.mergeUnknown', { codes: merge.join(', ') })
    const own = codes.length + at
    const [over, ...others] = new Set(nodes.map((node) => above[node]!))
    if (others.length > 0) {
      const crosses = [over!, ...others].some((node) => node >= codes.length)
      throw new Refusal(409, crosses ? 'publication.mergeCrosses' : 'publication.mergeApart', { codes: merge.join(', ') })
    }
    if (above.filter((node) => node === over).length === nodes.length)
      throw new Refusal(400, 'publication.mergeAll', { codes: merge.join(', ') })
    above[own] = over!
    for (const node of nodes) above[node] = own
  })
  return makeDimension(name, [...codes, ...ordered.map(mergedCode)], above)
}

/** How far down a place lies, by its code. */
function levelOf(code: string): number {
  if (code === 'nation') return placeDepth.nation
  return code.includes('/') ? placeDepth.intervention : placeDepth.association
}

/** Nodes of an axis that a table can show, merged ones beside what they are merged of: those of `place` as far down as the table goes. */
export function nodesWithin({ codes }: Dimension, axis: string, { place }: Shown): number[] {
  return [...codes.keys()].filter((node) => axis !== 'place' || levelOf(codes[node]!) <= placeDepth[place])
}

/** Nodes of an axis that a table shows: merged ones instead of what they are merged of. */
export function nodesShown(dim: Dimension, axis: string, table: Shown): number[] {
  const own = (table.merged ?? []).filter((one) => one.axis === axis)
  const within = new Set(own.flatMap((one) => one.codes.flatMap(codesWithin)))
  const names = new Set(own.map((one) => mergedCode(one.codes)))
  return nodesWithin(dim, axis, table).filter((node) => {
    const code = dim.codes[node]!
    return codesWithin(code).length > 1 ? names.has(code) : !within.has(code)
  })
}

/**
 * Whether other tables show codes of its axes as one that this one shows apart, or apart what it shows as one; or whether it shows interventions below
 * associations that it shows as one.
 */
export function needsAllNodes(table: Shown, all: readonly Shown[]): boolean {
  return axesOf(table).some((axis) => {
    const own = new Set(mergesOf([table], axis).map(mergedCode))
    const isDeep = axis === 'place' && table.place === 'intervention'
    return mergesOf(all, axis).some((codes) => isDeep || !own.has(mergedCode(codes)))
  })
}
