import { sql } from 'kysely'
import { hasDemoData } from '../../access/store.ts'
import { findApprovedBooks, listApprovedYears } from '../../financing/approved/approvedStore.ts'
import type { Queries } from '../../platform/database.ts'
import { notFound } from '../../platform/errors.ts'
import { serve, serveAfter, serveFile, type Server } from '../../platform/serve.ts'
import { countFigure } from '../figure.ts'
import type { Writing } from '../figure.ts'
import { exitsOf, shareAt } from '../glance/glance.ts'
import type { Cube } from '../opendata/cube.ts'
import { findCell } from '../opendata/findCell.ts'
import type { OpenTables } from '../opendata/openTables.ts'
import { downloadNationalMoney, getMemberMoney, getNationalMoney, listMoneyMembers } from './contract.ts'
import { findInterventionPlaces, findMemberArea } from './memberArea.ts'
import { memberMoney, payingMembers } from './memberMoney.ts'
import { memberInterventions } from './memberInterventions.ts'
import { moneyCsv } from './moneyCsv.ts'
import { nationalMoney } from './nationalMoney.ts'
import { findShownSupport } from './shownSupport.ts'

/** Mounts the money of the associations, for everybody. */
export function nationalMoneyRoutes(server: Server, tables: OpenTables): void {
  const prepare = async () => tables.cubes()
  serveAfter(server, getNationalMoney, prepare, async ({ prepared: cubes, queries }) => (await readMoney(queries, cubes)).money)
  serveAfter(server, getMemberMoney, prepare, async ({ prepared: cubes, queries, params, locale, t }) => {
    const { approved, money } = await readMoney(queries, cubes)
    const told = (association: string) => publishedOf(cubes, association, { locale, t })
    const found = memberMoney(approved, money.associations, told, { id: params.organisationId, demo: money.demo })
    if (!found) throw notFound()
    const known = {
      ...{ books: await findApprovedBooks(queries), bySlug: await idsBySlug(queries, money.demo), cubes },
      ...{ places: await findInterventionPlaces(queries), area: await findMemberArea(queries, params.organisationId) },
    }
    const interventions = memberInterventions(found.rows, known, { locale, t })
    return { ...found, interventions }
  })
  serve(server, listMoneyMembers, async ({ queries }) => payingMembers(await listApprovedYears(queries, await hasDemoData(queries))))
  serveFile(server, downloadNationalMoney, async ({ queries, locale, t }) => {
    const fictive = await hasDemoData(queries)
    const slugs = new Map([...(await findAssociations(queries, fictive))].map(([id, { slug }]) => [id, slug]))
    return moneyCsv(await listApprovedYears(queries, fictive), slugs, fictive, { locale, t })
  })
}

/** The years that associations have approved, and what they come to. */
async function readMoney(queries: Queries, cubes: readonly Cube[]) {
  const fictive = await hasDemoData(queries)
  const associations = await findAssociations(queries, fictive)
  const spent = await findSpent(queries)
  const shown = await findShownSupport(queries, fictive)
  const support = new Map(shown.map(({ association, year, supportMeasure }) => [`${association} ${year}`, supportMeasure]))
  const sourceOf = (id: string) => ({
    ...associations.get(id)!,
    support: (year: number) => support.get(`${associations.get(id)!.name} ${year}`),
    interventionsOre: (year: number) => spent.get(`${id} ${year}`) ?? null,
    participations: (year: number) => findCell(cubes, { population: 'inPeriod', year: String(year), codes: { place: id } })?.cell,
  })
  const coverage = (year: number) =>
    cubes
      .filter(({ isWholeYears, population }) => isWholeYears && population === 'inPeriod')
      .sort((one, other) => other.updated.getTime() - one.updated.getTime())
      .flatMap((cube) => cube.coverage)
      .find((one) => one.year === String(year))?.share ?? null
  const approved = await listApprovedYears(queries, fictive)
  return { approved, money: nationalMoney(approved, sourceOf, { demo: fictive, whole: associations.size, coverage }) }
}

/** Who left an association and how it went, of the newest year that is out. */
function publishedOf(cubes: readonly Cube[], place: string, writing: Writing) {
  const yearly = cubes.filter(({ isWholeYears }) => isWholeYears)
  const newest = yearly
    .flatMap(({ releases }) => releases.map(({ year }) => year))
    .sort()
    .at(-1)
  if (newest === undefined) return { toldOf: null, exits: null, outcome: null }
  const exits = findCell(yearly, exitsOf(newest, { place }))
  const outcome = shareAt(yearly, newest, { place }, writing)
  return { toldOf: newest, exits: exits ? countFigure(exits.cell, writing) : null, outcome: outcome?.figure ?? null }
}

const idsBySlug = async (queries: Queries, fictive: boolean): Promise<Map<string, string>> =>
  new Map([...(await findAssociations(queries, fictive))].map(([id, { slug }]) => [slug, id]))

async function findAssociations(
  queries: Queries,
  fictive: boolean,
): Promise<Map<string, { slug: string; name: string; workingAge: number }>> {
  const { rows } = await sql<{ id: string; slug: string; name: string; people: number }>`
    select a.id, a.slug, a.name, coalesce(sum(m.population_working_age_estimate), 0)::int as people
    from association a
    left join association_municipality am on am.association_id = a.id and am.valid_to is null
    left join municipality m on m.code = am.municipality_code
    where a.fictive = ${fictive} group by a.id`.execute(queries)
  return new Map(rows.map(({ id, slug, name, people }) => [id, { slug, name, workingAge: people }]))
}

/** What interventions cost the associations in years that they have approved, by association and year; öre. */
async function findSpent(queries: Queries): Promise<Map<string, number>> {
  const { rows } = await sql<{ association_id: string; year: number; actual_ore: number }>`select * from approved_money()`.execute(queries)
  return new Map(rows.map((row) => [`${row.association_id} ${row.year}`, row.actual_ore]))
}
