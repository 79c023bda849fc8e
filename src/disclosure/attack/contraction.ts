import { transpose, type Sums } from '../tables/rows.ts'
import { carryBounds, type Bounds } from './bounds.ts'
import { findComponents, type Component } from './components.ts'
import { noDeadline } from './deadline.ts'
import { Factor, snap } from './factor.ts'

/** Suppressed cells of which each follows from the other by a factor, taken as one: an attack on them is smaller by half or more, and just as exact. */
export interface Contraction {
  /** What is left of the sums, between groups. */
  sums: Sums
  /** How far each group can go. */
  bounds: Bounds
  /** How far it could go by the bounds of its cells alone, before any were carried. */
  given: Bounds
  /** For each cell its group, or -1 when it cannot move. */
  groupOf: Int32Array
  /** A cell moves by so much when its group moves by one. */
  factorOf: Float64Array
}

/** Times that bounds narrowed by groups are carried on to other cells. */
const mostRounds = 6
const tiny = 1e-9

/**
 * Groups the suppressed cells that move in proportion. Bounds of a cell hold for all of its group; `bounds` is narrowed by what follows from them.
 * Throws `OutOfTime` after the deadline.
 */
export function contract(sums: Sums, suppressed: Uint8Array, bounds: Bounds, deadline = noDeadline): Contraction {
  const given = { low: bounds.low.slice(), high: bounds.high.slice() }
  carryBounds(sums, bounds, deadline)
  const size = suppressed.length
  const groupOf = new Int32Array(size)
  const factorOf = new Float64Array(size)
  const columnOf = new Int32Array(size).fill(-1)
  for (let round = 1; ; round++) {
    const open = suppressed.map((flag, cell) => (flag > 0 && bounds.high[cell]! - bounds.low[cell]! > tiny ? 1 : 0))
    const components = findComponents(sums, open, true)
    groupOf.fill(-1)
    let groups = 0
    for (const component of components) groups = group(sums, component, { groupOf, factorOf, columnOf }, groups, deadline)
    const merged = merge(groups, bounds, groupOf, factorOf)
    if (round < mostRounds && spread(merged, bounds, groupOf, factorOf)) {
      carryBounds(sums, bounds, deadline)
      continue
    }
    return {
      ...{ sums: between(sums, components, groups, groupOf, factorOf), groupOf, factorOf },
      ...{ bounds: merged, given: merge(groups, given, groupOf, factorOf) },
    }
  }
}

/**
 * Numbers at random for each free column; what a column is worth at each tells what it is proportional to. Equality by chance (one in 10¹⁸) would make what an
 * attacker can say narrower, so it could hide no danger.
 */
const probes = 3

/** Numbers the groups of a component from `next` up. Gives the next number that is not used. */
function group(
  sums: Sums,
  component: Component,
  { groupOf, factorOf, columnOf }: Pick<Contraction, 'groupOf' | 'factorOf'> & { columnOf: Int32Array },
  next: number,
  deadline = noDeadline,
): number {
  component.cells.forEach((cell, column) => (columnOf[cell] = column))
  const factor = new Factor(component, sums.rows, columnOf, deadline)
  component.cells.forEach((cell) => (columnOf[cell] = -1))
  const worth = worths(factor)
  const first = new Map<string, number>()
  component.cells.forEach((cell, column) => {
    const [one, other, third] = worth.map((by) => by[column]!) as [number, number, number]
    if (Math.abs(one) < tiny && Math.abs(other) < tiny && Math.abs(third) < tiny) return
    const key = `${(other / one).toFixed(9)} ${(third / one).toFixed(9)}`
    const leader = first.get(key)
    if (leader === undefined) first.set(key, column)
    groupOf[cell] = leader === undefined ? next++ : groupOf[component.cells[leader]!]!
    factorOf[cell] = leader === undefined ? 1 : simple(one / worth[0]![leader]!)
  })
  return next
}

/** The free columns at random, the others as they follow. */
function worths({ pivotOf, pivots, upper }: Factor): Float64Array[] {
  return Array.from({ length: probes }, (_, probe) => {
    const worth = new Float64Array(pivotOf.length)
    pivotOf.forEach((pivot, column) => {
      if (pivot < 0) worth[column] = drawn(probes * column + probe + 1)
    })
    for (let pivot = pivots.length - 1; pivot >= 0; pivot--) {
      const { index, value } = upper[pivot]!
      let sum = 0
      for (let at = 1; at < index.length; at++) sum -= value[at]! * worth[index[at]!]!
      worth[index[0]!] = sum / value[0]!
    }
    return worth
  })
}

/** From 1 to 2, always the same for the same seed (the finaliser of MurmurHash3). */
function drawn(seed: number): number {
  let mixed = Math.imul(seed, 0x9e3779b1)
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return 1 + ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32
}

/** A whole number, or one part of one: factors between cells of tables are such. */
function simple(factor: number): number {
  const whole = snap(factor)
  return Number.isInteger(whole) ? whole : 1 / snap(1 / factor)
}

/** What all cells of a group allow it. */
function merge(groups: number, { low, high }: Bounds, groupOf: Int32Array, factorOf: Float64Array): Bounds {
  const merged = { low: new Float64Array(groups).fill(-Infinity), high: new Float64Array(groups).fill(Infinity) }
  groupOf.forEach((one, cell) => {
    if (one < 0) return
    const factor = factorOf[cell]!
    const [from, to] = factor > 0 ? [low[cell]!, high[cell]!] : [high[cell]!, low[cell]!]
    merged.low[one] = Math.max(merged.low[one]!, from / factor)
    merged.high[one] = Math.min(merged.high[one]!, to / factor)
  })
  return merged
}

/** Bounds of groups back to their cells; cells without group do not move. Says whether any became narrower. */
function spread(merged: Bounds, { low, high }: Bounds, groupOf: Int32Array, factorOf: Float64Array): boolean {
  let isNarrower = false
  groupOf.forEach((one, cell) => {
    const factor = factorOf[cell]!
    const ends = one < 0 ? [0, 0] : [factor * merged.low[one]!, factor * merged.high[one]!]
    const [from, to] = [Math.min(ends[0]!, ends[1]!), Math.max(ends[0]!, ends[1]!)]
    if (from <= low[cell]! + tiny && to >= high[cell]! - tiny) return
    isNarrower = true
    low[cell] = Math.max(low[cell]!, from)
    high[cell] = Math.min(high[cell]!, to)
  })
  return isNarrower
}

/** The sums between groups, each once. */
function between({ rows }: Sums, components: readonly Component[], groups: number, groupOf: Int32Array, factorOf: Float64Array): Sums {
  const [start, index, sign]: [number[], number[], number[]] = [[0], [], []]
  const known = new Set<string>()
  for (const row of components.flatMap((one) => [...one.rows])) {
    const weight = new Map<number, number>()
    for (let at = rows.start[row]!; at < rows.start[row + 1]!; at++) {
      const cell = rows.index[at]!
      const one = groupOf[cell]!
      if (one >= 0) weight.set(one, (weight.get(one) ?? 0) + rows.sign[at]! * factorOf[cell]!)
    }
    const left = [...weight].filter(([, by]) => Math.abs(by) > tiny).sort(([a], [b]) => a - b)
    if (left.length === 0) continue
    const scaled = left.map(([one, by]) => [one, snap(by / left[0]![1])] as const)
    const key = scaled.join(' ')
    if (known.has(key)) continue
    known.add(key)
    for (const [one, by] of scaled) {
      index.push(one)
      sign.push(by)
    }
    start.push(index.length)
  }
  const contracted = { start: Int32Array.from(start), index: Int32Array.from(index), sign: Float64Array.from(sign) }
  return { rows: contracted, columns: transpose(contracted, groups) }
}
