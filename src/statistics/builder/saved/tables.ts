import type { ColumnType, Generated } from 'kysely'
import type { SavedQuestion } from '../domain.ts'

type Json<T> = ColumnType<T, string, string>

export interface SavedTableRow {
  id: string
  owner_id: string
  name: string
  question: Json<SavedQuestion>
  version: Generated<number>
  saved_at: string
  changed_at: string
}

/** The table of saved questions, as Kysely sees it. */
export interface SavedTables {
  saved_table: SavedTableRow
}
