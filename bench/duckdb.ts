import { DuckDBInstance } from '@duckdb/node-api'
import { createFacts } from './factsCsv.ts'

/** A DuckDB in memory with the facts of a CSV file. */
export interface DuckDb {
  version: string
  query: (sql: string) => Promise<unknown[][]>
  close: () => void
}

/** Opens DuckDB in memory and loads the facts. */
export async function openDuckDb(csvFile: string): Promise<DuckDb> {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  const query = async (sql: string) => (await connection.runAndReadAll(sql)).getRows()
  await query(createFacts)
  await query(`copy facts from '${csvFile}' (format csv, header false)`)
  const [[version]] = (await query('select version()')) as [[string]]
  const close = () => {
    connection.closeSync()
    instance.closeSync()
  }
  return { version, query, close }
}
