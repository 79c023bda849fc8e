import type { Cells } from './cells.ts'

/** A sparse matrix by row: row r holds `index[start[r]] … index[start[r + 1] - 1]`. Entries are ones and minus ones, save where cells were taken together. */
export interface Sparse {
  start: Int32Array
  index: Int32Array
  sign: Int8Array | Float64Array
}

/** Every sum that is known to hold: parent − Σ children = 0. By row (`rows`) and turned round (`columns`: the rows of a cell). */
export interface Sums {
  rows: Sparse
  columns: Sparse
}

/** A row for every cell, dimension and way to divide its node whose parts all are cells: 1 for the whole, −1 for each part. */
export function makeSums({ instance: { dims }, size, nodes, find }: Cells): Sums {
  const start = [0]
  const index: number[] = []
  const tuple = new Int32Array(dims.length)
  for (let cell = 0; cell < size; cell++) {
    tuple.set(nodes.subarray(cell * dims.length, (cell + 1) * dims.length))
    for (let dim = 0; dim < dims.length; dim++) {
      const node = tuple[dim]!
      for (const parts of dims[dim]!.partitions[node]!) {
        const found: number[] = []
        for (const part of parts) {
          tuple[dim] = part
          const at = find(tuple)
          if (at === undefined) break
          found.push(at)
        }
        tuple[dim] = node
        if (found.length < parts.length) continue
        index.push(cell, ...found)
        start.push(index.length)
      }
    }
  }
  const rows = { start: Int32Array.from(start), index: Int32Array.from(index), sign: new Int8Array(index.length).fill(-1) }
  for (const at of start.slice(0, -1)) rows.sign[at] = 1
  return { rows, columns: transpose(rows, size) }
}

/** The same matrix with its `width` columns as rows. */
export function transpose({ start, index, sign }: Sparse, width: number): Sparse {
  const turned = { start: new Int32Array(width + 1), index: new Int32Array(index.length), sign: sign.slice() }
  for (const column of index) turned.start[column + 1]!++
  for (let column = 0; column < width; column++) turned.start[column + 1]! += turned.start[column]!
  const next = turned.start.slice()
  for (let row = 0; row + 1 < start.length; row++) {
    for (let at = start[row]!; at < start[row + 1]!; at++) {
      const to = next[index[at]!]!++
      turned.index[to] = row
      turned.sign[to] = sign[at]!
    }
  }
  return turned
}
