import { columnOf } from './column.ts'
import type { Dimension } from './dimension.ts'
import type { Facts } from './facts.ts'
import type { Filter } from './filter.ts'
import * as kernels from './kernels.ts'
import type { Step } from './kernels.ts'

/** What to count: the dimensions that span the table, and which facts to keep. */
export interface TabulationQuery {
  dimensions: readonly Dimension[]
  filter?: readonly Filter[]
}

/** Counts per cell in mixed-radix order: the last dimension runs fastest. */
export interface Tabulation {
  dimensions: readonly Dimension[]
  sizes: number[]
  counts: Uint32Array
  /** Facts (or persons) that passed the filter; with a multi-valued dimension the cells may sum past it, or short of it. */
  total: number
}

/** Values per cell, sorted: those of cell c are `values[start[c]] … values[start[c + 1] - 1]`. */
export interface Gathered {
  start: Uint32Array
  values: Int32Array
}

interface Plan {
  cells: number
  sizes: number[]
  filters: Step[]
  /** Single-valued dimensions first: they run over fewer entries. */
  dimensions: Step[]
}

const maxCells = 20_000_000

/** Counts participations per cell in one pass over the columns. Throws when the table would have over 20 million cells. */
export function tabulate(facts: Facts, query: TabulationQuery): Tabulation {
  const plan = planOf(facts, query)
  const counts = new Uint32Array(plan.cells)
  const total = scan(facts, plan, kernels.step(kernels.countEntries, { table: counts }))
  return { dimensions: query.dimensions, sizes: plan.sizes, counts, total }
}

/**
 * Counts distinct persons per cell: exact within a controller; over several controllers it is "unika inom respektive
 * huvudman", an upper bound, since nothing ties one person's records at two members together. Cells need not sum to the
 * total: a person may be in several.
 */
export function tabulatePersons(facts: Facts, query: TabulationQuery): Tabulation {
  const plan = planOf(facts, query)
  const counts = new Uint32Array(plan.cells)
  // Facts lie person by person, so the last person seen in a cell tells whether this one is new there.
  const seen = new Int32Array(plan.cells).fill(-1)
  const column = facts.columns.personIndex
  scan(facts, plan, kernels.step(kernels.countNewPersons, { column, table: counts, state: seen }))
  const total = query.dimensions.length === 0 ? counts[0]! : tabulatePersons(facts, { ...query, dimensions: [] }).total
  return { dimensions: query.dimensions, sizes: plan.sizes, counts, total }
}

/** Counts with the sum of the keys of what is counted in each cell, modulo 2^32: the same records give the same sum however they are asked for. */
export interface KeyedTabulation extends Tabulation {
  keys: Uint32Array
}

/** As `tabulate` or `tabulatePersons`, with keys; in the same pass. */
export function tabulateWithKeys(facts: Facts, query: TabulationQuery, count: 'participations' | 'persons'): KeyedTabulation {
  const plan = planOf(facts, query)
  const [counts, keys] = [new Uint32Array(plan.cells), new Uint32Array(plan.cells)]
  const { personIndex, personKey, recordKey } = facts.columns
  const sink =
    count === 'participations'
      ? kernels.step(kernels.countWithKeys, { table: counts, keys: recordKey, keySums: keys })
      : kernels.step(kernels.countPersonsWithKeys, {
          ...{ column: personIndex, table: counts, state: new Int32Array(plan.cells).fill(-1) },
          ...{ keys: personKey, keySums: keys },
        })
  const total = scan(facts, plan, sink)
  return { dimensions: query.dimensions, sizes: plan.sizes, counts, total, keys }
}

/** Gathers the values of a column per cell, sorted; for medians and quartiles. */
export function gather(facts: Facts, query: TabulationQuery, column: Int32Array): Gathered {
  const plan = planOf(facts, query)
  const counts = new Uint32Array(plan.cells)
  scan(facts, plan, kernels.step(kernels.countEntries, { table: counts }))
  const start = new Uint32Array(plan.cells + 1)
  for (let cell = 0; cell < plan.cells; cell++) start[cell + 1] = start[cell]! + counts[cell]!
  const values = new Int32Array(start[plan.cells]!)
  scan(facts, plan, kernels.step(kernels.placeValues, { column, table: values, state: start.slice() }))
  for (let cell = 0; cell < plan.cells; cell++) values.subarray(start[cell], start[cell + 1]).sort()
  return { start, values }
}

function planOf(facts: Facts, { dimensions, filter = [] }: TabulationQuery): Plan {
  const sizes = dimensions.map((dimension) => dimension.codes.length)
  const cells = sizes.reduce((product, size) => product * size, 1)
  if (cells > maxCells) throw new RangeError(`A table of ${cells} cells is larger than ${maxCells}`)
  const steps: Step[] = []
  let stride = cells
  for (const dimension of dimensions) {
    stride /= dimension.codes.length
    steps.push(dimensionStep(facts, dimension, stride))
  }
  const isExpansion = ({ kernel }: Step) => kernel === kernels.expandBits
  const ordered = [...steps.filter((step) => !isExpansion(step)), ...steps.filter(isExpansion)]
  return { cells, sizes, filters: filter.map((part) => filterStep(facts, part)), dimensions: ordered }
}

function dimensionStep(facts: Facts, dimension: Dimension, stride: number): Step {
  const column = columnOf(facts, dimension.column)
  if (dimension.kind === 'multi') {
    return kernels.step(kernels.expandBits, { column, stride, last: dimension.codes.length - 1 })
  }
  const kernel = column instanceof Uint8Array ? kernels.addOffsets8 : kernels.addOffsets16
  return kernels.step(kernel, { column, table: multiplied(dimension.lookup, stride) })
}

function filterStep(facts: Facts, filter: Filter): Step {
  const column = columnOf(facts, filter.column)
  if (filter.kind === 'bits') return kernels.step(kernels.keepBits, { column, stride: filter.any })
  const kernel = column instanceof Uint8Array ? kernels.keepValues8 : kernels.keepValues16
  return kernels.step(kernel, { column, table: filter.keep })
}

function multiplied(lookup: Uint16Array, stride: number): Int32Array {
  const offsets = new Int32Array(lookup.length)
  for (let value = 0; value < offsets.length; value++) offsets[value] = lookup[value]! * stride
  return offsets
}

/** Walks the facts block by block through filters, dimensions and the sink. Gives the number of facts kept. */
function scan(facts: Facts, plan: Plan, sink: Step): number {
  const steps = [...plan.dimensions, sink]
  let kept = 0
  for (let from = 0; from < facts.size; from += kernels.blockSize) {
    let n = Math.min(kernels.blockSize, facts.size - from)
    kernels.startBlock(n)
    n = run(plan.filters, from, n)
    kept += n
    run(steps, from, n)
  }
  return kept
}

function run(steps: Step[], from: number, entries: number): number {
  let n = entries
  for (const step of steps) n = step.kernel(step, from, n)
  return n
}
