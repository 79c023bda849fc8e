import { InstanceFault, type Instance } from './instance.ts'
import { readInstance } from './readInstance.ts'

/** Tables as they come from CSV: plain texts. */
export interface Records {
  name: string
  threshold: number
  /** The first row names the dimensions and, last, the count; each row after it gives a leaf of each and a whole number. */
  rows: readonly (readonly string[])[]
  /** dimension, code, code above (empty for the total); dimensions that are not here are flat, below the total `Tot`. */
  hierarchy: readonly (readonly string[])[]
  /** Names of the dimensions of each table; none: one table of all. */
  tables: readonly (readonly string[])[]
}

/** The instance of records. Throws `InstanceFault` with the row (from 1, the heading) and code of what is wrong. */
export function fromRecords({ name, threshold, rows, hierarchy, tables }: Records): Instance {
  const [heading, ...body] = rows
  if (!heading || heading.length < 2) throw new InstanceFault('noHeading')
  const names = heading.slice(0, -1)
  const dims = names.map((dim, at) => ({
    name: dim,
    ...tree(
      dim,
      hierarchy,
      body.map((row) => row[at] ?? ''),
    ),
  }))
  const base = body.map((row, at) => {
    if (row.length !== heading.length) throw new InstanceFault('badRecord', { row: at + 2, cells: row.length, wanted: heading.length })
    const nodes = dims.map(({ codes, name: dim }, place) => {
      const node = codes.indexOf(row[place]!)
      if (node < 0) throw new InstanceFault('unknownRecordCode', { row: at + 2, dim, code: row[place]! })
      return node
    })
    const text = row.at(-1)!.trim()
    if (!/^-?\d+([.,]\d+)?$/.test(text)) throw new InstanceFault('notNumber', { row: at + 2, given: text })
    return [...nodes, Number(text.replace(',', '.'))]
  })
  const chosen = (tables.length > 0 ? tables : [names]).map((table) => ({
    dims: table.map((dim) => {
      const at = names.indexOf(dim)
      if (at < 0) throw new InstanceFault('unknownDimension', { dim })
      return at
    }),
  }))
  return readInstance({ name, threshold, dims, tables: chosen, base })
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
