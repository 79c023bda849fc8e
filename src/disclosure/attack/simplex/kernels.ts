import { assemble } from './assembly.ts'
import { factorRoutines } from './factorRoutines.ts'
import { pricingRoutines } from './pricingRoutines.ts'
import { ratioRoutines } from './ratioRoutines.ts'
import { rowRoutines } from './rowRoutines.ts'

/**
 * The loops in which a simplex method spends its time. Vectors are given by their addresses, and many are taken two numbers at a time: with an odd number
 * the nought is read, and may be written, that `Arena.numbers` puts behind it.
 */
export interface Kernels {
  /** x[to] −= value · x[from], step by step: each has sixteen bytes, `to`, `from` and the value. */
  forwards(steps: number, size: number, x: number): void
  backwards(steps: number, size: number, x: number): void
  /** pair[from] −= value · pair[to], step by step, of pairs of numbers. */
  transposedForwards(steps: number, size: number, pair: number): void
  transposedBackwards(steps: number, size: number, pair: number): void
  /** x[hub] −= Σ value · x[rim], group by group: each has one hub and four of the others. */
  gatherGroups(hub: number, rim: number, value: number, groups: number, x: number): void
  gatherPairs(hub: number, rim: number, value: number, groups: number, pair: number): void
  /** x[rim] −= value · x[hub], the last group first. */
  scatterGroups(hub: number, rim: number, value: number, groups: number, x: number): void
  scatterPairs(hub: number, rim: number, value: number, groups: number, pair: number): void
  /** x[at] ·= by[at]. */
  scale(x: number, by: number, size: number): void
  scalePairs(pair: number, by: number, size: number): void
  /** Pairs of products of columns of four entries each: sums of value · pair[index]. */
  products(index: number, value: number, places: number, pair: number, into: number): void
  /** Gains and weights after an exchange, from those pairs of products, with one more pair behind an odd number. */
  update(gain: number, weight: number, products: number, places: number, by: number, inverse: number, norm: number): void
  /** The place whose gain² / weight is largest, of those that gain at least `least` (above 0) and are not yet where they would go; -1 when there is none. */
  steepest(gain: number, weight: number, at: number, from: number, to: number, places: number, least: number): number
  /** The largest of `least` and rate / room of all rows, to both sides. */
  soonest(entering: number, x: number, low: number, high: number, rows: number, direction: number, tolerance: number, least: number): number
  /** The row with the largest entry, above `least`, of those that are stopped no later than `nearest`; -1 when there is none. */
  blocking(entering: number, x: number, low: number, high: number, rows: number, direction: number, nearest: number, least: number): number
  /** x −= entering · by. */
  advance(x: number, entering: number, size: number, by: number): void
  /** Makes pairs of noughts and a vector. Gives the square of its length. */
  pairUp(vector: number, pair: number, size: number): number
  /** The first of each pair. */
  firsts(pair: number, into: number, size: number): void
  /** Makes the values of groups nought that go to or from a place. */
  forget(hub: number, rim: number, value: number, groups: number, place: number): void
  /** Puts down where a vector is not nought, into whole numbers with room for one more than it has entries. Gives how many there are. */
  gather(x: number, size: number, into: number, tiny: number): number
}

let assembled: WebAssembly.Module | undefined

/** The loops on this memory. Assembled once. */
export function kernelsOn(memory: WebAssembly.Memory): Kernels {
  assembled ??= new WebAssembly.Module(assemble([...factorRoutines, ...pricingRoutines, ...ratioRoutines, ...rowRoutines]))
  return new WebAssembly.Instance(assembled, { '': { memory } }).exports as unknown as Kernels
}
