import { InstanceFault, type Instance } from './instance.ts'
import { readInstance } from './readInstance.ts'

/** Tables as they come from CSV: plain texts. */
export interface Records {
  name: string
  threshold: number
  /** The first row names the dimensions and, last, the count; each row after it gives a leaf of each and a whole number. Blank rows only count as rows. */
  rows: readonly (readonly string[])[]
  /** dimension, code, code above (empty for the total); dimensions that are not here are flat, below the total `Tot`. */
  hierarchy: readonly (readonly string[])[]
  /** Names of the dimensions of each table; none: one table of all. */
  tables: readonly (readonly string[])[]
}

interface NumberedRow {
  /** From 1, the first row of the file. */
  row: number
  cells: readonly string[]
}

/** The instance of records. Throws `InstanceFault` with the row (from 1, the heading) and codes of what is wrong. */
export function fromRecords({ name, threshold, rows, hierarchy, tables }: Records): Instance {
  const [heading, ...body] = rows
    .map((cells, at): NumberedRow => ({ row: at + 1, cells }))
    .filter(({ cells }) => cells.some((value) => value.trim() !== ''))
  if (!heading || heading.cells.length < 2) throw new InstanceFault('noHeading')
  const names = heading.cells.slice(0, -1)
  refuseBadHierarchy(hierarchy, names)
  const dims = names.map((dim, at) => ({
    name: dim,
    ...tree(
      dim,
      hierarchy,
      body.map(({ cells }) => cells[at] ?? ''),
    ),
  }))
  const base = body.map((one) => readRecord(one, dims, heading.cells.length))
  const chosen = (tables.length > 0 ? tables : [names]).map((table) => ({
    dims: table.map((dim) => {
      const at = names.indexOf(dim)
      if (at < 0) throw new InstanceFault('unknownDimension', { dim })
      return at
    }),
  }))
  return toldByRow(body, () => readInstance({ name, threshold, dims, tables: chosen, base }))
}

/** The first row may be a heading; any other that names no dimension would be passed over, and its codes be protected as if they were flat. */
function refuseBadHierarchy(hierarchy: Records['hierarchy'], names: readonly string[]): void {
  hierarchy.forEach((cells, at) => {
    const [dim = '', code = '', ...above] = cells
    if (cells.every((value) => value === '') || (at === 0 && !names.includes(dim))) return
    const row = at + 1
    if (!names.includes(dim)) throw new InstanceFault('unknownHierarchyDimension', { row, dim })
    if (code === '' || above.slice(1).some((value) => value !== '')) throw new InstanceFault('badHierarchyRow', { row })
    const first = hierarchy.findIndex((other) => other[0] === dim && other[1] === code)
    if (first < at) throw new InstanceFault('doubleHierarchyCode', { row, dim, code, first: first + 1 })
  })
}

/** The nodes of a row and, last, its count. */
function readRecord({ row, cells }: NumberedRow, dims: readonly { name: string; codes: readonly string[] }[], wanted: number): number[] {
  if (cells.length !== wanted) throw new InstanceFault('badRecord', { row, cells: cells.length, wanted })
  const nodes = dims.map(({ codes, name: dim }, place) => {
    const node = codes.indexOf(cells[place]!)
    if (node < 0) throw new InstanceFault('unknownRecordCode', { row, dim, code: cells[place]! })
    return node
  })
  const text = cells.at(-1)!.trim()
  if (!/^-?\d+([.,]\d+)?$/.test(text)) throw new InstanceFault('notNumber', { row, given: text })
  return [...nodes, Number(text.replace(',', '.'))]
}

/** What can be wrong with a combination of leaves and its count, and how that is said of a row. */
const faultsOfRows: Readonly<Record<string, string>> = {
  notLeaf: 'notLeafRecord',
  negative: 'negativeRecord',
  fraction: 'fractionRecord',
  tooLarge: 'tooLargeRecord',
  doubleRow: 'doubleRowRecord',
}

/** Who wrote a CSV file knows its rows, not the numbers that they get in the base. */
function toldByRow(body: readonly NumberedRow[], read: () => Instance): Instance {
  try {
    return read()
  } catch (error) {
    const key = error instanceof InstanceFault ? faultsOfRows[error.key] : undefined
    if (key === undefined) throw error
    const { at, ...args } = (error as InstanceFault).args
    throw new InstanceFault(key, { row: body[Number(at)]!.row, ...args })
  }
}

/** Codes with the code above each, from the hierarchy, or flat below a total. */
function tree(dim: string, hierarchy: readonly (readonly string[])[], seen: readonly string[]): { codes: string[]; parent: number[] } {
  const own = hierarchy.flatMap((row, at) => (row[0] === dim ? [{ code: row[1] ?? '', above: row[2] ?? '', row: at + 1 }] : []))
  if (own.length === 0) {
    const codes = ['Tot', ...new Set(seen.filter((code) => code !== 'Tot'))]
    return { codes, parent: codes.map((_, at) => (at === 0 ? -1 : 0)) }
  }
  const codes = own.map(({ code }) => code)
  const parent = own.map(({ above, row }) => {
    if (above === '') return -1
    const at = codes.indexOf(above)
    if (at < 0) throw new InstanceFault('unknownAbove', { row, dim, code: above })
    return at
  })
  return { codes, parent }
}
