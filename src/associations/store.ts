import { sql } from 'kysely'
import type { Queries } from '../platform/database.ts'
import { register } from './register.ts'
import type { AssociationDetail, AssociationSummary, MunicipalityTile, Network } from './domain.ts'

/** Totals of a layer of the register: rows held beside the totals that are stated elsewhere. */
export async function getNetwork(queries: Queries, fictive: boolean): Promise<Network> {
  const count = async (table: 'association' | 'municipality' | 'region'): Promise<number> => {
    const row = await queries
      .selectFrom(table)
      .select(sql<number>`count(*)`.as('n'))
      .where('fictive', '=', fictive)
      .executeTakeFirstOrThrow()
    return row.n
  }
  const placed = await queries
    .selectFrom('association_municipality as am')
    .innerJoin('municipality as m', 'm.code', 'am.municipality_code')
    .select(sql<number>`count(distinct m.code)`.as('n'))
    .where('m.fictive', '=', fictive)
    .where('am.valid_to', 'is', null)
    .executeTakeFirstOrThrow()
  const { register: about, population } = register.about()
  return {
    fictive,
    associations: { rows: await count('association'), stated: fictive ? null : about.statedAssociations },
    municipalities: {
      rows: await count('municipality'),
      placed: placed.n,
      stated: fictive ? null : about.statedMunicipalities,
    },
    regions: await count('region'),
    statedYear: fictive ? null : about.statedYear,
    populationSource: `${population.source} ${population.year}`,
  }
}

/** All associations of a layer, in Swedish order. */
export async function listAssociations(queries: Queries, fictive: boolean): Promise<AssociationSummary[]> {
  const rows = await summaries(queries).where('a.fictive', '=', fictive).execute()
  return rows.map(toSummary)
}

/** One association by its address; `undefined` when there is none. */
export async function findAssociation(queries: Queries, slug: string): Promise<AssociationDetail | undefined> {
  const row = await summaries(queries)
    .select(['a.start_year', 'a.website', 'a.source', 'a.source_year', 'a.notes'])
    .where('a.slug', '=', slug)
    .executeTakeFirst()
  if (!row) return undefined
  const members = await queries
    .selectFrom('membership as ms')
    .innerJoin('organisation as o', 'o.id', 'ms.organisation_id')
    .select(['o.id', 'o.name', 'o.party', 'ms.inferred'])
    .where('ms.association_id', '=', row.id)
    .where('ms.valid_to', 'is', null)
    .orderBy(sql`o.name collate sv`)
    .execute()
  const area = await queries
    .selectFrom('association_municipality as am')
    .innerJoin('municipality as m', 'm.code', 'am.municipality_code')
    .select(['m.code', 'm.name', 'm.population', 'am.inferred'])
    .where('am.association_id', '=', row.id)
    .where('am.valid_to', 'is', null)
    .orderBy(sql`m.name collate sv`)
    .execute()
  return {
    ...toSummary(row),
    startYear: row.start_year,
    website: row.website,
    source: row.source,
    sourceYear: row.source_year,
    notes: row.notes,
    members: members as AssociationDetail['members'],
    area,
  }
}

function summaries(queries: Queries) {
  return queries
    .selectFrom('association as a')
    .leftJoin('association_municipality as am', (join) => join.onRef('am.association_id', '=', 'a.id').on('am.valid_to', 'is', null))
    .leftJoin('municipality as m', 'm.code', 'am.municipality_code')
    .leftJoin('region as r', 'r.code', 'm.region_code')
    .select(['a.id', 'a.slug', 'a.name', 'a.seat', 'a.confidence', 'a.fictive'])
    .select(sql<number>`coalesce(sum(m.population), 0)`.as('population'))
    .select(
      sql<string[]>`coalesce(array_agg(m.name order by m.name collate sv) filter (where m.code is not null), '{}')`.as('municipalities'),
    )
    .select(sql<string[]>`coalesce(array_agg(distinct r.name) filter (where r.code is not null), '{}')`.as('regions'))
    .groupBy('a.id')
    .orderBy(sql`a.name collate sv`)
}

interface SummaryRow {
  id: string
  slug: string
  name: string
  seat: string | null
  confidence: string | null
  fictive: boolean
  population: number
  municipalities: string[]
  regions: string[]
}

function toSummary(row: SummaryRow): AssociationSummary {
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    seat: row.seat,
    regions: row.regions,
    municipalities: row.municipalities,
    population: row.population,
    confidence: row.confidence as AssociationSummary['confidence'],
    fictive: row.fictive,
  }
}

/** Every municipality of a layer with its tile and what the register knows of its membership. */
export async function listMunicipalities(queries: Queries, fictive: boolean): Promise<MunicipalityTile[]> {
  const rows = await queries
    .selectFrom('municipality as m')
    .innerJoin('region as r', 'r.code', 'm.region_code')
    .leftJoin('association_municipality as am', (join) => join.onRef('am.municipality_code', '=', 'm.code').on('am.valid_to', 'is', null))
    .leftJoin('association as a', 'a.id', 'am.association_id')
    .select(['m.code', 'm.name', 'm.region_code', 'r.name as region_name', 'm.tile_column', 'm.tile_row', 'm.population'])
    .select(['a.slug', 'a.name as association_name', 'am.inferred'])
    .where('m.fictive', '=', fictive)
    .orderBy(sql`m.name collate sv`)
    .orderBy('a.slug')
    .execute()
  const tiles = new Map<string, MunicipalityTile>()
  for (const row of rows) {
    const tile = tiles.get(row.code) ?? {
      code: row.code,
      name: row.name,
      regionCode: row.region_code,
      regionName: row.region_name,
      column: row.tile_column,
      row: row.tile_row,
      population: row.population,
      status: 'unknown' as const,
      associations: [],
    }
    tiles.set(row.code, tile)
    if (!row.slug) continue
    tile.status = row.inferred ? 'inferred' : 'member'
    tile.associations.push({ slug: row.slug, name: row.association_name! })
  }
  return [...tiles.values()]
}
