import { sql } from 'kysely'
import { notFound } from '../../platform/errors.ts'
import { serveAfter, type Server } from '../../platform/serve.ts'
import type { OpenTables } from '../opendata/openTables.ts'
import { getGlance } from './contract.ts'
import { glanceOf } from './glance.ts'

/** Mounts what is published at a glance. */
export function glanceRoutes(server: Server, tables: OpenTables): void {
  serveAfter(
    server,
    getGlance,
    async () => tables.cubes(),
    async ({ prepared: cubes, queries, query, locale, t }) => {
      const associations = await queries
        .selectFrom('association')
        .select(['id', 'slug', 'name'])
        .where(
          'fictive',
          '=',
          cubes.some(({ demo }) => demo),
        )
        .orderBy(sql`name collate sv`)
        .execute()
      const place = query.association === undefined ? undefined : associations.find(({ slug }) => slug === query.association)
      if (query.association !== undefined && !place) throw notFound()
      return glanceOf(cubes, associations, place, { locale, t })
    },
  )
}
