import { valueOf } from '../disclosure/cell.ts'
import type { Cell } from '../disclosure/cell.ts'
import { hideWhere, isLone } from '../disclosure/groupDisclosure.ts'
import type { Noise } from '../disclosure/noise/noise.ts'
import { releasedCell } from '../disclosure/releasedCell.ts'
import { isAttribute } from './attribute.ts'
import { countedAt, countedCells, without, withoutAxis } from './countedCells.ts'
import type { CellQuery } from './countedCells.ts'
import { dimensionsOf } from './dimension.ts'
import type { Dimension } from './dimension.ts'
import type { Facts } from './facts.ts'
import type { PublishedCells } from './publishedCells.ts'
import { addressesOf } from './queryAddress.ts'
import type { KeyedTabulation } from './tabulate.ts'

/** What cells are made by: the facts, the noise, and what is published. */
export interface Releasing {
  facts: Facts
  noise: Noise
  published: PublishedCells
}

/**
 * Counts as cells that may be seen, in mixed-radix order (the last axis runs fastest): as published where they are, else with noise; hidden where
 * they would tell that all of a group have one and the same of an attribute. That is judged per attribute in the same way whether it is an axis or a
 * condition, so a count is hidden in every question that it stands in, or in none.
 * @param counted the counts, when they are known already
 */
export function releasedCells(by: Releasing, query: CellQuery, counted = countedCells(by.facts, query)): Cell[] {
  const cells = withoutGroups(by, query, counted)
  const isHidden = new Uint8Array(cells.length)
  const conditioned = new Set(query.conditions.map(({ dimension }) => dimension.name))
  for (const [axis, dimension] of query.axes.entries()) {
    if (!isAttribute(dimension) || conditioned.has(dimension.name)) continue
    const lone = loneGroups(by, query, counted, cells, axis)
    mark(isHidden, counted.sizes, axis, lone)
  }
  for (const name of conditioned) {
    const dimension = dimensionsOf(by.facts).get(name)
    if (dimension && isAttribute(dimension)) markConditioned(by, query, dimension, isHidden, counted.sizes)
  }
  return cells.map((cell, at) => hideWhere(isHidden[at] === 1, cell))
}

/** The cells before what they tell of groups is looked at. */
function withoutGroups({ noise, published }: Releasing, query: CellQuery, counted: KeyedTabulation): Cell[] {
  const addressOf = addressesOf(query)
  return Array.from(counted.counts, (_, cell) => {
    const address = addressOf?.(cell)
    return releasedCell(countedAt(counted, cell), noise, address === undefined ? undefined : published.find(address))
  })
}

/** Per group along an axis (every combination of the other axes' codes), whether it tells that all have the same. */
function loneGroups(by: Releasing, query: CellQuery, counted: KeyedTabulation, cells: readonly Cell[], axis: number): Uint8Array {
  const width = counted.sizes[axis]!
  const stride = strideOf(counted.sizes, axis)
  const lone = new Uint8Array(cells.length / width)
  const isMulti = query.axes[axis]!.kind === 'multi'
  const whole = isMulti ? withoutAxis(by.facts, query, counted, axis) : undefined
  const row = new Array<Cell>(width)
  for (let group = 0; group < lone.length; group++) {
    const first = Math.floor(group / stride) * stride * width + (group % stride)
    for (let code = 0; code < width; code++) row[code] = cells[first + code * stride]!
    // The last code of a dimension with several is that nothing is recorded.
    const isHeld = (cell: Cell, code: number): boolean =>
      code < width - 1 && heldByAll(by, countedAt(counted, first + code * stride), cell, countedAt(whole!, group))
    if (isLone(row) || (whole !== undefined && row.some(isHeld))) lone[group] = 1
  }
  return lone
}

/** Where a person may have several codes, each is a yes or no of its own: whether nobody is left who does not have it. */
function heldByAll({ noise }: Releasing, part: ReturnType<typeof countedAt>, cell: Cell, whole: ReturnType<typeof countedAt>): boolean {
  return valueOf(cell) !== 0 && valueOf(releasedCell(without(whole, part), noise)) === 0
}

/** Judges an attribute that conditions keep to some codes of: by all its codes, without those conditions. */
function markConditioned(by: Releasing, query: CellQuery, dimension: Dimension, isHidden: Uint8Array, sizes: readonly number[]): void {
  const axis = query.axes.findIndex(({ name }) => name === dimension.name)
  const others = query.axes.filter((_, at) => at !== axis)
  const whole: CellQuery = {
    ...query,
    axes: [...others, dimension],
    conditions: query.conditions.filter((condition) => condition.dimension.name !== dimension.name),
  }
  const counted = countedCells(by.facts, whole)
  const lone = loneGroups(by, whole, counted, withoutGroups(by, whole, counted), others.length)
  if (axis >= 0) mark(isHidden, sizes, axis, lone)
  else for (const [cell, one] of lone.entries()) isHidden[cell]! |= one
}

function mark(isHidden: Uint8Array, sizes: readonly number[], axis: number, lone: Uint8Array): void {
  const [width, stride] = [sizes[axis]!, strideOf(sizes, axis)]
  for (let cell = 0; cell < isHidden.length; cell++) {
    isHidden[cell]! |= lone[Math.floor(cell / (stride * width)) * stride + (cell % stride)]!
  }
}

function strideOf(sizes: readonly number[], axis: number): number {
  return sizes.slice(axis + 1).reduce((product, size) => product * size, 1)
}
