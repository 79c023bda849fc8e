import { serveAfter, type Server } from '../../platform/serve.ts'
import type { OpenTables } from '../../statistics/opendata/openTables.ts'
import * as contract from './contract.ts'
import { recordNeedFigures } from './figures.ts'
import { getNeed } from './need.ts'

/** Mounts need beside what is offered. */
export function needRoutes(server: Server, tables: OpenTables): void {
  const prepare = async () => tables.cubes()
  serveAfter(server, contract.recordNeedFigures, prepare, async ({ prepared: cubes, queries, scope, params, body, locale, t, now }) => {
    await recordNeedFigures(queries, scope, params.associationId, body, now)
    return getNeed(queries, params.associationId, cubes, { locale, t }, now)
  })
  serveAfter(server, contract.getNeed, prepare, async ({ prepared: cubes, queries, params, locale, t, now }) =>
    getNeed(queries, params.associationId, cubes, { locale, t }, now),
  )
}
