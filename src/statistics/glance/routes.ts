import { sql } from 'kysely'
import { hasDemoData } from '../../access/store.ts'
import { listMethods } from '../../interventions/catalogueStore.ts'
import { notFound } from '../../platform/errors.ts'
import type { Queries } from '../../platform/database.ts'
import { serveAfter, type Server } from '../../platform/serve.ts'
import { stockholmDate } from '../../values/civilDate.ts'
import type { OpenTables } from '../opendata/openTables.ts'
import { getGlance, getMethodGlance } from './contract.ts'
import { glanceOf, mostYears } from './glance.ts'
import { methodGlanceOf } from './methodGlance.ts'
import type { MethodIntervention } from './methodGlance.ts'
import { approvedMoney } from './moneyStore.ts'

/** Mounts what is published at a glance: the nation, an association, a method. */
export function glanceRoutes(server: Server, tables: OpenTables): void {
  serveAfter(
    server,
    getGlance,
    async () => tables.cubes(),
    async ({ prepared: cubes, queries, query, locale, t }) => {
      const associations = await queries
        .selectFrom('association')
        .select(['id', 'slug', 'name'])
        .where('fictive', '=', await hasDemoData(queries))
        .orderBy(sql`name collate sv`)
        .execute()
      const place = query.association === undefined ? undefined : associations.find(({ slug }) => slug === query.association)
      if (query.association !== undefined && !place) throw notFound()
      const money = await approvedMoney(queries, place ? [place] : associations, mostYears)
      return glanceOf(cubes, associations, place, { money, writing: { locale, t } })
    },
  )
  serveAfter(
    server,
    getMethodGlance,
    async () => tables.cubes(),
    async ({ prepared: cubes, queries, params, locale, t, now }) => {
      const methods = await listMethods(queries)
      const method = methods.find(({ code }) => code === params.code)
      if (!method) throw notFound()
      const names = new Map(methods.map(({ code, name }) => [code, name]))
      const interventions = await interventionsBy(queries, method.code)
      return methodGlanceOf(cubes, { method, names, interventions }, { writing: { locale, t }, today: stockholmDate(now) })
    },
  )
}

async function interventionsBy(queries: Queries, method: string): Promise<MethodIntervention[]> {
  return queries
    .selectFrom('intervention as i')
    .innerJoin('intervention_association as ia', 'ia.intervention_id', 'i.id')
    .innerJoin('association as a', 'a.id', 'ia.association_id')
    .select(['i.id', 'i.name', 'i.methods', 'i.end_date', 'ia.association_id', 'a.name as association', 'a.slug'])
    .where('i.fictive', '=', await hasDemoData(queries))
    .where(sql<boolean>`${method} = any (i.methods)`)
    .where('i.stage', 'not in', ['idea', 'prepared'])
    .orderBy(sql`i.name collate sv`)
    .orderBy(sql`a.name collate sv`)
    .execute()
}
