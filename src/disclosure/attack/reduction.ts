import { transpose, type Sparse, type Sums } from '../tables/rows.ts'
import type { Bounds } from './bounds.ts'
import { noDeadline } from './deadline.ts'
import { snap } from './factor.ts'

/** Fewer columns: those whose own bounds can never be met first are left out, each for what a sum says of it. */
export interface Reduction {
  /** What is left of the sums, between the columns that are left. */
  sums: Sums
  /** One flag per column: left. */
  isLeft: Uint8Array
  /** What the columns that are left have to keep within: an end that a sum says anyway is endless. */
  bounds: Bounds
  /** Each column as the sum of columns that are left, times factors. */
  forms: (column: number) => ReadonlyMap<number, number>
}

/** Entries that leaving out a column may add to the sums. */
const mostFill = 40
const tiny = 1e-9
/** An entry so small is not divided by: what follows would be inexact. */
const leastPivot = 0.3

/**
 * Leaves out columns whose bounds are implied: in one of its sums the others keep it within them whatever they do (free column substitution of presolving
 * in linear programming; Andersen & Andersen 1995). Of the others, ends that are implied in the same way are left out, one after the other, so that fewer
 * bounds are met at once in a vertex. A programme on what is left has the same ends and costs less. Throws `OutOfTime` after the deadline.
 * @param given the bounds that hold by themselves
 * @param narrow the same and what follows from them; a column whose narrower bounds keep another one within its own has to keep within those itself
 */
export function reduce({ rows, columns }: Sums, { given, narrow }: { given: Bounds; narrow: Bounds }, deadline = noDeadline): Reduction {
  const work = new Work(rows, columns, given, narrow)
  const size = columns.start.length - 1
  const isLeft = new Uint8Array(size).fill(1)
  const isBounded = (column: number): boolean => narrow.low[column]! > -Infinity && narrow.high[column]! < Infinity
  const definitions: [column: number, Definition][] = []
  for (let isChanged = true; isChanged;) {
    isChanged = false
    const order = [...isLeft.keys()]
      .filter((column) => isLeft[column]! > 0 && isBounded(column))
      .sort((a, b) => work.uses(a) - work.uses(b) || a - b)
    for (const column of order) {
      deadline.check()
      const row = work.rowImplying(column)
      if (row < 0) continue
      definitions.push([column, work.leaveOut(column, row)])
      isLeft[column] = 0
      isChanged = true
    }
  }
  for (const column of isLeft.keys()) if (isLeft[column]! > 0) work.loosen(column)
  const known = formsOf(definitions)
  return { sums: work.sums(), isLeft, bounds: work.bounds, forms: (column) => known.get(column) ?? new Map([[column, 1]]) }
}

/** What a sum says of a column that is left out. */
interface Definition {
  index: number[]
  factor: number[]
}

/** The last column that was left out is told by columns that are left; those before by them and later ones. */
function formsOf(definitions: readonly [column: number, Definition][]): Map<number, Map<number, number>> {
  const forms = new Map<number, Map<number, number>>()
  for (const [column, { index, factor }] of definitions.toReversed()) {
    const form = new Map<number, number>()
    const add = (other: number, by: number): unknown => form.set(other, snap((form.get(other) ?? 0) + by))
    index.forEach((other, at) => {
      const known = forms.get(other)
      if (!known) add(other, factor[at]!)
      else for (const [one, by] of known) add(one, by * factor[at]!)
    })
    for (const [other, by] of form) if (Math.abs(by) < tiny) form.delete(other)
    forms.set(column, form)
  }
  return forms
}

class Work {
  readonly #rows: Map<number, number>[]
  /** By column: the rows it stands in. */
  readonly #rowsOf: Set<number>[]
  readonly #narrow: Bounds
  /** What each column has to keep within. */
  readonly #due: Bounds

  constructor({ start, index, sign }: Sparse, columns: Sparse, given: Bounds, narrow: Bounds) {
    this.#rows = Array.from({ length: start.length - 1 }, (_, row) => {
      const entries = new Map<number, number>()
      for (let at = start[row]!; at < start[row + 1]!; at++) entries.set(index[at]!, sign[at]!)
      return entries
    })
    this.#rowsOf = Array.from(
      { length: columns.start.length - 1 },
      (_, column) => new Set(columns.index.subarray(columns.start[column]!, columns.start[column + 1]!)),
    )
    this.#narrow = narrow
    this.#due = { low: given.low.slice(), high: given.high.slice() }
  }

  uses(column: number): number {
    return this.#rowsOf[column]!.size
  }

  /** The row that keeps a column within what it has to, and adds the fewest entries to others when it is left out; -1 when there is none. */
  rowImplying(column: number): number {
    let [best, least] = [-1, mostFill + 1]
    const others = this.uses(column) - 1
    for (const row of this.#rowsOf[column]!) {
      const length = this.#rows[row]!.size - 1
      const fill = length * others - length - 1 - others
      if (fill < least && this.#isImplied(column, this.#rows[row]!)) [best, least] = [row, fill]
    }
    return best
  }

  #isImplied(column: number, entries: ReadonlyMap<number, number>): boolean {
    const [from, to] = reachOf(column, entries, this.#narrow)
    return from >= this.#due.low[column]! - tiny && to <= this.#due.high[column]! + tiny
  }

  /** Makes the ends of a column endless that a sum says anyway, as long as the others keep within what they have to. */
  loosen(column: number): void {
    const { low, high } = this.#due
    for (const row of this.#rowsOf[column]!) {
      const [from, to] = reachOf(column, this.#rows[row]!, this.#due)
      if (from >= low[column]! - tiny) low[column] = -Infinity
      if (to <= high[column]! + tiny) high[column] = Infinity
    }
  }

  /** Puts what a row says of a column in its place everywhere. */
  leaveOut(column: number, row: number): Definition {
    const entries = this.#rows[row]!
    const own = entries.get(column)!
    entries.delete(column)
    this.#rowsOf[column]!.delete(row)
    const others = { index: [...entries.keys()], factor: Array.from(entries.values(), (by) => snap(-by / own)) }
    for (const other of this.#rowsOf[column]!) this.#add(other, column, others)
    this.#rowsOf[column]!.clear()
    others.index.forEach((other, at) => {
      this.#rowsOf[other]!.delete(row)
      this.#owe(column, other, others.factor[at]! > 0)
    })
    entries.clear()
    return others
  }

  /** What kept a column within its bounds has to keep within its own from now on, on the sides that did. */
  #owe(column: number, other: number, isAlong: boolean): void {
    const [due, narrow] = [this.#due, this.#narrow]
    const needs = { low: due.low[column]! > -Infinity, high: due.high[column]! < Infinity }
    if (isAlong ? needs.low : needs.high) due.low[other] = narrow.low[other]!
    if (isAlong ? needs.high : needs.low) due.high[other] = narrow.high[other]!
  }

  #add(row: number, column: number, { index, factor }: Definition): void {
    const entries = this.#rows[row]!
    const times = entries.get(column)!
    entries.delete(column)
    for (let at = 0; at < index.length; at++) {
      const [other, value] = [index[at]!, snap((entries.get(index[at]!) ?? 0) + times * factor[at]!)]
      if (Math.abs(value) < tiny) {
        entries.delete(other)
        this.#rowsOf[other]!.delete(row)
      } else {
        entries.set(other, value)
        this.#rowsOf[other]!.add(row)
      }
    }
  }

  get bounds(): Bounds {
    return this.#due
  }

  sums(): Sums {
    const left = this.#rows.filter(({ size }) => size > 0)
    const start = [0]
    for (const { size } of left) start.push(start.at(-1)! + size)
    const rows = {
      start: Int32Array.from(start),
      index: Int32Array.from(left.flatMap((entries) => [...entries.keys()])),
      sign: Float64Array.from(left.flatMap((entries) => [...entries.values()])),
    }
    return { rows, columns: transpose(rows, this.#rowsOf.length) }
  }
}

/** How far a column can go by one of its sums when the others keep within these bounds: nothing is said where its entry is too small. */
function reachOf(column: number, entries: ReadonlyMap<number, number>, { low, high }: Bounds): readonly [from: number, to: number] {
  const own = entries.get(column)!
  let [from, to] = Math.abs(own) < leastPivot ? [-Infinity, Infinity] : [0, 0]
  for (const [other, by] of entries) {
    if (other === column) continue
    const factor = -by / own
    from += factor * (factor > 0 ? low : high)[other]!
    to += factor * (factor > 0 ? high : low)[other]!
  }
  return [from, to]
}
