import type { Counted } from '../disclosure/releasedCell.ts'
import type { Period } from '../values/month.ts'
import type { Population } from './cellAddress.ts'
import type { Dimension } from './dimension.ts'
import type { Facts } from './facts.ts'
import { enteredIn, exitedIn, having, inPeriod } from './filter.ts'
import { tabulateWithKeys } from './tabulate.ts'
import type { KeyedTabulation } from './tabulate.ts'

/** Keeps the facts with one of some codes of a dimension. */
export interface Condition {
  dimension: Dimension
  codes: readonly string[]
}

/** Which counts are asked for: every combination of codes of the axes, among a population under conditions. */
export interface CellQuery {
  axes: readonly Dimension[]
  conditions: readonly Condition[]
  population: Population
  period: Period
  count: 'participations' | 'persons'
}

/** The facts that a population has in a period. */
export const filtersOf = { inPeriod, exits: exitedIn, entries: enteredIn }

/** True counts with their keys. They must pass disclosure before anybody sees them. */
export function countedCells(facts: Facts, { axes, conditions, population, period, count }: CellQuery): KeyedTabulation {
  const filter = [...filtersOf[population](period), ...conditions.map(({ dimension, codes }) => having(dimension, codes))]
  return tabulateWithKeys(facts, { dimensions: axes, filter }, count)
}

/** One of the counts. */
export function countedAt({ counts, keys }: KeyedTabulation, cell: number): Counted {
  return { count: counts[cell]!, key: keys[cell]! }
}

/** A whole without a part: keys add up like counts do. */
export function without(whole: Counted, part: Counted): Counted {
  return { count: whole.count - part.count, key: (whole.key - part.key) >>> 0 }
}

/** Several counts of different records as one. */
export function together(parts: readonly Counted[]): Counted {
  return parts.reduce((sum, { count, key }) => ({ count: sum.count + count, key: (sum.key + key) >>> 0 }), { count: 0, key: 0 })
}

/** The counts without one of the axes: summed where each fact has one code of it, else counted again, since a fact may have several. */
export function withoutAxis(facts: Facts, query: CellQuery, counted: KeyedTabulation, axis: number): KeyedTabulation {
  const axes = query.axes.filter((_, at) => at !== axis)
  if (query.count === 'persons' || query.axes[axis]!.kind === 'multi') return countedCells(facts, { ...query, axes })
  const [width, stride] = [counted.sizes[axis]!, counted.sizes.slice(axis + 1).reduce((product, size) => product * size, 1)]
  const cells = counted.counts.length / width
  const [counts, keys] = [new Uint32Array(cells), new Uint32Array(cells)]
  for (let cell = 0; cell < counted.counts.length; cell++) {
    const to = Math.floor(cell / (stride * width)) * stride + (cell % stride)
    counts[to]! += counted.counts[cell]!
    keys[to]! += counted.keys[cell]!
  }
  return { ...counted, dimensions: axes, sizes: counted.sizes.filter((_, at) => at !== axis), counts, keys }
}
