import { sql } from 'kysely'
import { hasDemoData } from '../../access/store.ts'
import { listApprovedYears } from '../../financing/approved/approvedStore.ts'
import type { Queries } from '../../platform/database.ts'
import { serveAfter, serveFile, type Server } from '../../platform/serve.ts'
import { findCell } from '../opendata/findCell.ts'
import type { OpenTables } from '../opendata/openTables.ts'
import { downloadNationalMoney, getNationalMoney } from './contract.ts'
import { moneyCsv } from './moneyCsv.ts'
import { nationalMoney } from './nationalMoney.ts'

/** Mounts the money of the associations, for everybody. */
export function nationalMoneyRoutes(server: Server, tables: OpenTables): void {
  serveAfter(
    server,
    getNationalMoney,
    async () => tables.cubes(),
    async ({ prepared: cubes, queries }) => {
      const fictive = await hasDemoData(queries)
      const associations = await findAssociations(queries, fictive)
      const spent = await findSpent(queries)
      const sourceOf = (id: string) => ({
        ...associations.get(id)!,
        interventionsOre: (year: number) => spent.get(`${id} ${year}`) ?? null,
        participations: (year: number) => findCell(cubes, { population: 'inPeriod', year: String(year), codes: { place: id } })?.cell,
      })
      return nationalMoney(await listApprovedYears(queries, fictive), sourceOf, { demo: fictive, whole: associations.size })
    },
  )
  serveFile(server, downloadNationalMoney, async ({ queries, locale, t }) => {
    const fictive = await hasDemoData(queries)
    const slugs = new Map([...(await findAssociations(queries, fictive))].map(([id, { slug }]) => [id, slug]))
    return moneyCsv(await listApprovedYears(queries, fictive), slugs, fictive, { locale, t })
  })
}

async function findAssociations(queries: Queries, fictive: boolean): Promise<Map<string, { slug: string; workingAge: number }>> {
  const { rows } = await sql<{ id: string; slug: string; people: number }>`
    select a.id, a.slug, coalesce(sum(m.population_working_age_estimate), 0)::int as people
    from association a
    left join association_municipality am on am.association_id = a.id and am.valid_to is null
    left join municipality m on m.code = am.municipality_code
    where a.fictive = ${fictive} group by a.id`.execute(queries)
  return new Map(rows.map(({ id, slug, people }) => [id, { slug, workingAge: people }]))
}

/** What interventions cost the associations in years that they have approved, by association and year; öre. */
async function findSpent(queries: Queries): Promise<Map<string, number>> {
  const { rows } = await sql<{ association_id: string; year: number; actual_ore: number }>`select * from approved_money()`.execute(queries)
  return new Map(rows.map((row) => [`${row.association_id} ${row.year}`, row.actual_ore]))
}
