import type { Expression } from 'kysely'
import type { Queries } from '../../platform/database.ts'
import type { CodeList } from '../../values/codeList.ts'
import type { Keyring } from '../identity/keys.ts'
import { countRows, readByCursor } from './cursor.ts'

/** Any value that stands in a row as it is stored: JSON. */
export type Stored = string | number | boolean | null | readonly unknown[] | object

/** A column of an exported table, in Swedish for people and by key for programs. */
export interface Column {
  key: string
  title: string
  about: string
  /** What its codes mean; the spreadsheet has the words, the JSON the codes. */
  list?: CodeList<string>
  /** An instant: in the spreadsheet Swedish time, in the JSON UTC. */
  isInstant?: true
  /** In words for the spreadsheet, where it takes more than a list. */
  inWords?: (value: Stored) => string
}

/** What a table is read with. */
export interface ExportSource {
  queries: Queries
  controllerId: string
  /** The keys that numbers are read with; none when they were not asked for. */
  keys?: Keyring
}

/** A table of an export: what it is, its columns, how many rows it has, and the rows a part at a time. */
export interface ExportTable {
  file: string
  about: string
  columns: readonly Column[]
  /** About how many rows there are, to tell how far the work has come. */
  count(source: ExportSource): Promise<number>
  read(source: ExportSource): AsyncIterable<readonly ExportRow[]>
}

/** Values by the keys of the columns. */
export type ExportRow = Record<string, Stored>

/** A table that is what a query gives; its columns are named as the table's. `map` makes rows of what is not stored as it is shown. */
export function tableOf<O extends object>(given: {
  file: string
  about: string
  columns: readonly Column[]
  query(source: ExportSource): Expression<O>
  map?(row: O, source: ExportSource): ExportRow[]
}): ExportTable {
  const { query, map, ...described } = given
  return {
    ...described,
    count: (source) => countRows(source.queries, query(source)),
    async *read(source) {
      for await (const rows of readByCursor<O>(source.queries, query(source))) {
        yield map ? rows.flatMap((row) => map(row, source)) : (rows as ExportRow[])
      }
    },
  }
}
