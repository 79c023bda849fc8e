import { serveAfter, type Server } from '../../platform/serve.ts'
import type { OpenTables } from '../../statistics/opendata/openTables.ts'
import * as contract from './contract.ts'
import { getNeed } from './need.ts'

/** Mounts need beside what is offered. */
export function needRoutes(server: Server, tables: OpenTables): void {
  const prepare = async () => tables.cubes()
  serveAfter(server, contract.getNeed, prepare, async ({ prepared: cubes, queries, params, locale, t, now }) =>
    getNeed(queries, params.associationId, cubes, { locale, t }, now),
  )
}
