export interface DocumentRow {
  association_id: string
  id: string
  name: string
  media_type: string
  byte_count: number
  sha256: string
  content: Uint8Array
  recorded_at: string
  recorded_by: string
}

/** The tables of the slice, as Kysely sees them. */
export interface DocumentTables {
  document: DocumentRow
}
