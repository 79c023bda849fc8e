import type { Sparse, Sums } from '../tables/rows.ts'

/** Suppressed cells that hang together by sums, with those sums. */
export interface Component {
  cells: Int32Array
  /** Numbers of the sums that hold any of the cells. */
  rows: Int32Array
}

/**
 * The components of suppressed cells. With `peeled`, only of those that can move at all: a cell that is alone in a sum is
 * determined, and leaves the others of its sums to be looked at. Without, also sums with a single cell are there, to prove that it cannot.
 */
export function findComponents({ rows, columns }: Sums, suppressed: Uint8Array, peeled: boolean): Component[] {
  const free = suppressed.slice()
  const { unknown, touched } = countFree(rows, columns, free)
  if (peeled) peel(rows, columns, free, unknown, touched)
  const above = new Int32Array(free.length)
  for (let cell = 0; cell < free.length; cell++) if (free[cell] === 1) above[cell] = cell
  const top = (cell: number): number => {
    while (above[cell] !== cell) cell = above[cell] = above[above[cell]!]!
    return cell
  }
  eachFree(rows, free, touched, (row, first, cell) => row >= 0 && (above[top(cell)] = top(first)))
  const found = new Map<number, { cells: number[]; rows: number[] }>()
  const at = (cell: number): { cells: number[]; rows: number[] } => {
    const key = top(cell)
    if (!found.has(key)) found.set(key, { cells: [], rows: [] })
    return found.get(key)!
  }
  for (let cell = 0; cell < free.length; cell++) if (free[cell] === 1) at(cell).cells.push(cell)
  eachFree(rows, free, touched, (row, first, cell) => first === cell && at(cell).rows.push(row))
  return [...found.values()].map((one) => ({ cells: Int32Array.from(one.cells), rows: Int32Array.from(one.rows) }))
}

/** For each cell the component that it is in, or -1, and its column there. */
export function locate(components: readonly Component[], size: number): { componentOf: Int32Array; columnOf: Int32Array } {
  const found = { componentOf: new Int32Array(size).fill(-1), columnOf: new Int32Array(size).fill(-1) }
  components.forEach(({ cells }, component) =>
    cells.forEach((cell, column) => {
      found.componentOf[cell] = component
      found.columnOf[cell] = column
    }),
  )
  return found
}

/** How many free cells each sum has, and which have any: few do, so that the others are not gone through again. */
function countFree(rows: Sparse, columns: Sparse, free: Uint8Array): { unknown: Int32Array; touched: Int32Array } {
  const unknown = new Int32Array(rows.start.length - 1)
  const touched: number[] = []
  for (let cell = 0; cell < free.length; cell++) {
    if (free[cell] === 0) continue
    for (let at = columns.start[cell]!; at < columns.start[cell + 1]!; at++)
      if (unknown[columns.index[at]!]!++ === 0) touched.push(columns.index[at]!)
  }
  return { unknown, touched: Int32Array.from(touched).sort() }
}

/** Takes out of `free`, again and again, cells that are the only free ones of a sum. */
function peel(rows: Sparse, columns: Sparse, free: Uint8Array, unknown: Int32Array, touched: Int32Array): void {
  const single = [...touched].filter((row) => unknown[row] === 1)
  for (const row of single) {
    if (unknown[row] !== 1) continue
    let at = rows.start[row]!
    while (!free[rows.index[at]!]) at++
    const cell = rows.index[at]!
    free[cell] = 0
    for (let place = columns.start[cell]!; place < columns.start[cell + 1]!; place++) {
      const other = columns.index[place]!
      if (--unknown[other]! === 1) single.push(other)
    }
  }
}

function eachFree(rows: Sparse, free: Uint8Array, touched: Int32Array, use: (row: number, first: number, cell: number) => void): void {
  for (const row of touched) {
    let first = -1
    for (let at = rows.start[row]!; at < rows.start[row + 1]!; at++) {
      const cell = rows.index[at]!
      if (!free[cell]) continue
      if (first < 0) first = cell
      use(row, first, cell)
    }
  }
}
