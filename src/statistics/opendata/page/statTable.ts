/** A part of a published table as the interface for open data gives it (JSON-stat 2.0), as far as the page reads it. */
export interface StatTable {
  label: string
  updated: string
  note: string[]
  id: string[]
  size: number[]
  role: { time: string[]; geo?: string[]; metric: string[] }
  dimension: Record<
    string,
    { label: string; category: { index: Record<string, number>; label: Record<string, string> }; extension: { elimination: boolean } }
  >
  value: (number | null)[]
  status?: Record<string, string>
}

/** A value of a variable, by code and name. */
export interface StatValue {
  code: string
  label: string
}

/** A table laid out: headings of rows and columns (outermost first), and the place of each cell among the values. */
export interface StatGrid {
  rows: StatValue[][]
  columns: StatValue[][]
  placeOf(row: number, column: number): number
}

/** The values of a variable in their order. */
export function valuesOf({ dimension }: StatTable, variable: string): StatValue[] {
  const { index, label } = dimension[variable]!.category
  return Object.keys(index)
    .sort((a, b) => index[a]! - index[b]!)
    .map((code) => ({ code, label: label[code]! }))
}

/** Lays out a table with some variables as columns and the others as rows. */
export function layOut(table: StatTable, heading: readonly string[]): StatGrid {
  const strides = table.size.map((_, at) => table.size.slice(at + 1).reduce((product, size) => product * size, 1))
  const side = (variables: readonly string[]) => {
    let found: { values: StatValue[]; offset: number }[] = [{ values: [], offset: 0 }]
    for (const variable of variables) {
      const stride = strides[table.id.indexOf(variable)]!
      found = found.flatMap(({ values, offset }) =>
        valuesOf(table, variable).map((value, at) => ({ values: [...values, value], offset: offset + at * stride })),
      )
    }
    return found
  }
  const columns = side(table.id.filter((variable) => heading.includes(variable)))
  const rows = side(table.id.filter((variable) => !heading.includes(variable)))
  return {
    rows: rows.map(({ values }) => values),
    columns: columns.map(({ values }) => values),
    placeOf: (row, column) => rows[row]!.offset + columns[column]!.offset,
  }
}

/** The choice of values as it stands in an address: `Tid=2023,2024`; variables that are not in it are counted whole. */
export type Choice = Readonly<Record<string, readonly string[]>>

/**
 * The query of the interface for a choice: `valuecodes[Tid]=2023,2024`, `*` where all values of a variable are chosen. Codes with commas stand in brackets.
 * @param sizes how many values each variable has
 */
export function apiQuery(choice: Choice, sizes: Readonly<Record<string, number>>, more: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams()
  for (const [variable, codes] of Object.entries(choice)) {
    const listed = codes.map((code) => (code.includes(',') ? `[${code}]` : code)).join(',')
    if (codes.length > 0) query.set(`valuecodes[${variable}]`, codes.length === sizes[variable] ? '*' : listed)
  }
  for (const [name, text] of Object.entries(more)) query.set(name, text)
  return query.toString().replaceAll('%5B', '[').replaceAll('%5D', ']').replaceAll('%2C', ',')
}

/** A laid out table as text with tabs between, as spreadsheets take it from the clipboard. */
export function tabText(table: StatTable, grid: StatGrid, format: (place: number) => string): string {
  const stub = grid.rows[0]?.map(() => '') ?? []
  const head = [...stub, ...grid.columns.map((values) => values.map(({ label }) => label).join(' '))]
  const lines = grid.rows.map((values, row) => [
    ...values.map(({ label }) => label),
    ...grid.columns.map((_, column) => format(grid.placeOf(row, column))),
  ])
  return [[table.label], [], head, ...lines, [], ...table.note.map((note) => [note])].map((line) => line.join('\t')).join('\n')
}
