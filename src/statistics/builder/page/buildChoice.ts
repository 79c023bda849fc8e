import type { LocationQuery } from 'vue-router'

/** A table to build as it stands in the address: what is counted, by what, among whom, when. */
export interface BuildChoice {
  measure: string
  rows: string
  columns: string
  from: string
  to: string
  /** Codes by dimension; a dimension without codes keeps nobody out. */
  filters: Readonly<Record<string, readonly string[]>>
  /** Which column rows are sorted by: `''` as they are, `label`, or the place of a column; down when it is large first. */
  sort: string
}

const prefix = 'f.'

/** Reads a choice from an address; what is missing is as in `usual`. */
export function readBuild(query: LocationQuery, usual: BuildChoice): BuildChoice {
  const text = (key: string): string | undefined => (typeof query[key] === 'string' ? query[key] : undefined)
  const filters = Object.keys(query)
    .filter((key) => key.startsWith(prefix))
    .map((key): [string, string[]] => [key.slice(prefix.length), (text(key) ?? '').split(',').filter(Boolean)])
  return {
    measure: text('matt') ?? usual.measure,
    rows: text('rader') ?? usual.rows,
    columns: text('kolumner') ?? usual.columns,
    from: text('fran') ?? usual.from,
    to: text('till') ?? usual.to,
    filters: Object.fromEntries(filters),
    sort: text('ordning') ?? usual.sort,
  }
}

/** The address of a choice; reading it gives the same choice. */
export function writeBuild({ measure, rows, columns, from, to, filters, sort }: BuildChoice): Record<string, string> {
  const own = Object.entries(filters).map(([name, codes]): [string, string] => [prefix + name, codes.join(',')])
  return { matt: measure, rader: rows, kolumner: columns, fran: from, till: to, ordning: sort, ...Object.fromEntries(own) }
}

/** The question that a choice is, for the endpoint of tables. */
export function questionOf({ measure, rows, columns, from, to, filters }: BuildChoice) {
  const where = [
    `from=${from}`,
    `to=${to}`,
    ...Object.entries(filters).flatMap(([name, codes]) => (codes.length > 0 ? [`${name}=${codes.join(',')}`] : [])),
  ]
  return { measure, where, ...(rows ? { rows } : {}), ...(columns ? { columns } : {}) }
}
