/*
 * The innermost loops of tabulation. Each runs over one block of at most `blockSize` facts and one column.
 * They come one per kind of array, and are reached only through `step.kernel`, on purpose: a loop over several kinds of
 * array, or one inlined into its caller, is compiled to code 2–10 times slower (measured, Node 24).
 */

type Values = Uint8Array | Uint16Array | Uint32Array | Int32Array

/** One step over a block. What column, table and the rest hold is said at each kernel. */
export interface Step {
  kernel: (step: Step, from: number, n: number) => number
  column: Values
  table: Values
  state: Values
  keys: Values
  keySums: Uint32Array
  stride: number
  last: number
}

/** Facts per block: block and tables stay in the nearest caches; measured best between 2,048 and 8,192. */
export const blockSize = 4096

const everyRow = Int32Array.from({ length: blockSize }, (_, row) => row)
const nothing = new Int32Array(0)
const noKeys = new Uint32Array(0)
// The entries of the block at work: entry k is the fact `from + rows[k]`, which falls in cell `index[k]`.
let rows = new Int32Array(blockSize)
let index = new Int32Array(blockSize)
let moreRows = new Int32Array(blockSize)
let moreIndex = new Int32Array(blockSize)

/** Makes a step of a kernel and what it works on. */
export function step(kernel: Step['kernel'], parts: Partial<Step>): Step {
  return { kernel, column: nothing, table: nothing, state: nothing, keys: noKeys, keySums: noKeys, stride: 0, last: 0, ...parts }
}

/** Starts a block: every fact an entry, all in cell 0. */
export function startBlock(n: number): void {
  rows.set(everyRow)
  index.fill(0, 0, n)
}

/** Keeps entries whose value in `column` is marked 1 in `table`. Comes before anything that moves `index`. */
export function keepValues8(step: Step, from: number, n: number): number {
  const column = step.column as Uint8Array
  const keep = step.table as Uint8Array
  const kept = rows
  let count = 0
  for (let k = 0; k < n; k++) {
    const row = kept[k]!
    kept[count] = row
    count += keep[column[from + row]!]!
  }
  return count
}

/** As `keepValues8`, for 16 bits. */
export function keepValues16(step: Step, from: number, n: number): number {
  const column = step.column as Uint16Array
  const keep = step.table as Uint8Array
  const kept = rows
  let count = 0
  for (let k = 0; k < n; k++) {
    const row = kept[k]!
    kept[count] = row
    count += keep[column[from + row]!]!
  }
  return count
}

/** Keeps entries whose set in `column` shares a bit with `stride`. */
export function keepBits(step: Step, from: number, n: number): number {
  const column = step.column as Uint32Array
  const any = step.stride
  const kept = rows
  let count = 0
  for (let k = 0; k < n; k++) {
    const row = kept[k]!
    kept[count] = row
    if ((column[from + row]! & any) !== 0) count++
  }
  return count
}

/** Moves each entry by the offset that `table` gives for its value in `column`. */
export function addOffsets8(step: Step, from: number, n: number): number {
  const column = step.column as Uint8Array
  const offsets = step.table as Int32Array
  const entryRows = rows
  const cells = index
  for (let k = 0; k < n; k++) cells[k]! += offsets[column[from + entryRows[k]!]!]!
  return n
}

/** As `addOffsets8`, for 16 bits. */
export function addOffsets16(step: Step, from: number, n: number): number {
  const column = step.column as Uint16Array
  const offsets = step.table as Int32Array
  const entryRows = rows
  const cells = index
  for (let k = 0; k < n; k++) cells[k]! += offsets[column[from + entryRows[k]!]!]!
  return n
}

/** One entry per bit held in `column`, moved by bit × `stride`; bit 31 (not recorded) counts as bit `last`. */
export function expandBits(step: Step, from: number, n: number): number {
  const column = step.column as Uint32Array
  const { stride, last } = step
  if (moreRows.length < n * 32) {
    moreRows = new Int32Array(n * 32)
    moreIndex = new Int32Array(n * 32)
  }
  const [fromRows, fromIndex, toRows, toIndex] = [rows, index, moreRows, moreIndex]
  let entries = 0
  for (let k = 0; k < n; k++) {
    const row = fromRows[k]!
    const cell = fromIndex[k]!
    for (let set = column[from + row]! | 0; set !== 0; set &= set - 1) {
      const bit = 31 - Math.clz32(set & -set)
      toRows[entries] = row
      toIndex[entries] = cell + (bit === 31 ? last : bit) * stride
      entries++
    }
  }
  rows = toRows
  index = toIndex
  moreRows = fromRows
  moreIndex = fromIndex
  return entries
}

/** Adds one to `table` per entry. */
export function countEntries(step: Step, _from: number, n: number): number {
  const counts = step.table as Uint32Array
  const cells = index
  for (let k = 0; k < n; k++) counts[cells[k]!]!++
  return n
}

/** As `countEntries`, and adds each entry's key in `keys` to `keySums`, modulo 2^32: what noise is made by. */
export function countWithKeys(step: Step, from: number, n: number): number {
  const counts = step.table as Uint32Array
  const keys = step.keys as Uint32Array
  const sums = step.keySums
  const entryRows = rows
  const cells = index
  for (let k = 0; k < n; k++) {
    const cell = cells[k]!
    counts[cell]!++
    sums[cell]! += keys[from + entryRows[k]!]!
  }
  return n
}

/** As `countNewPersons`, and adds each new person's key in `keys` to `keySums`, modulo 2^32. */
export function countPersonsWithKeys(step: Step, from: number, n: number): number {
  const persons = step.column as Int32Array
  const counts = step.table as Uint32Array
  const seen = step.state as Int32Array
  const keys = step.keys as Uint32Array
  const sums = step.keySums
  const entryRows = rows
  const cells = index
  for (let k = 0; k < n; k++) {
    const row = from + entryRows[k]!
    const person = persons[row]!
    const cell = cells[k]!
    if (seen[cell] !== person) {
      seen[cell] = person
      counts[cell]!++
      sums[cell]! += keys[row]!
    }
  }
  return n
}

/** Adds one to `table` per person (`column`) new to the cell; `state` holds the last person seen in each cell. */
export function countNewPersons(step: Step, from: number, n: number): number {
  const persons = step.column as Int32Array
  const counts = step.table as Uint32Array
  const seen = step.state as Int32Array
  const entryRows = rows
  const cells = index
  for (let k = 0; k < n; k++) {
    const person = persons[from + entryRows[k]!]!
    const cell = cells[k]!
    if (seen[cell] !== person) {
      seen[cell] = person
      counts[cell]!++
    }
  }
  return n
}

/** Puts each entry's value in `column` at the next free place of its cell in `table`; `state` holds those places. */
export function placeValues(step: Step, from: number, n: number): number {
  const column = step.column as Int32Array
  const values = step.table as Int32Array
  const next = step.state as Uint32Array
  const entryRows = rows
  const cells = index
  for (let k = 0; k < n; k++) values[next[cells[k]!]!++] = column[from + entryRows[k]!]!
  return n
}
