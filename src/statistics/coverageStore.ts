import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Queries } from '../platform/database.ts'
import type { Place } from './placeStore.ts'

/** Counts without rows, and who could report, at a place in some calendar years. */
export interface OutsideRows {
  anonymous: number
  volume: number
  /** Associations with counts without rows. */
  counting: string[]
  /** All associations of the place. */
  associations: string[]
}

/**
 * Anonymous counts, and head-counts of interventions counted by volume only. Such counts have no home municipality, so those
 * of a region are those of the associations with a municipality in it.
 */
export async function getOutsideRows(queries: Queries, place: Place, years: readonly number[], fictive: boolean): Promise<OutsideRows> {
  const { rows: associations } = await sql<{ id: string }>`
    select a.id from association a where a.fictive = ${fictive} and ${within(place, sql.ref('a.id'))}`.execute(queries)
  const inYears = (column: RawBuilder<unknown>) => sql`${column} = any(${[...years]}::int[])`
  const inPlace = place.kind === 'intervention' ? sql`c.intervention_id = ${place.code}` : within(place, sql.ref('c.association_id'))
  const { rows: anonymous } = await sql<{ association_id: string; n: number }>`
    select c.association_id, sum(c.women + c.men) as n
    from anonymous_count c join association a on a.id = c.association_id
    where a.fictive = ${fictive} and ${inYears(sql.ref('c.year'))} and ${inPlace}
    group by c.association_id`.execute(queries)
  const { rows: volume } = await sql<{ association_id: string; n: number }>`
    select c.association_id, sum(c.women + c.men) as n
    from (
      select distinct on (association_id, intervention_id, year) * from head_count order by association_id, intervention_id, year, version desc
    ) c
    join association a on a.id = c.association_id
    join intervention i on i.id = c.intervention_id
    where a.fictive = ${fictive} and i.counting_mode = 'volume' and ${inYears(sql.ref('c.year'))} and ${inPlace}
    group by c.association_id`.execute(queries)
  return {
    anonymous: total(anonymous),
    volume: total(volume),
    counting: [...anonymous, ...volume].filter(({ n }) => Number(n) > 0).map((row) => row.association_id),
    associations: associations.map(({ id }) => id),
  }
}

/** Corrections are negative rows, so a sum could be negative while one is under way. */
function total(rows: readonly { n: number }[]): number {
  return Math.max(
    0,
    rows.reduce((sum, { n }) => sum + Number(n), 0),
  )
}

/** Whether the association in a column belongs to the place. */
function within(place: Place, association: RawBuilder<unknown>): RawBuilder<unknown> {
  if (place.kind === 'association') return sql`${association} = ${place.code}`
  if (place.kind === 'region') {
    return sql`exists (
      select from association_municipality am join municipality m on m.code = am.municipality_code
      where am.association_id = ${association} and am.valid_to is null and m.region_code = ${place.code})`
  }
  if (place.kind === 'intervention') {
    return sql`exists (
      select from intervention_association ia where ia.association_id = ${association} and ia.intervention_id = ${place.code})`
  }
  return sql`true`
}

/** What an intervention cost the place in some calendar years. */
export interface InterventionCost {
  interventionId: string
  ore: number
}

interface CostRow {
  intervention_id: string
  from_year: number
  to_year: number | null
  share: number
  year: number
  ore: number | null
}

/**
 * Actual cost of each intervention whose participants are registered, where it is known for every year that it ran. Several
 * associations' money for one intervention is added; an association's part of the whole is by its share. Shares split money
 * only, never persons. Money has no home municipality, so a region has none.
 */
export async function getCosts(queries: Queries, place: Place, years: readonly number[], fictive: boolean): Promise<InterventionCost[]> {
  if (place.kind === 'region') return []
  const share =
    place.kind === 'association'
      ? sql`(select share_percent from intervention_association where intervention_id = i.id and association_id = ${place.code})`
      : sql`100`
  const ofPlace = {
    nation: sql`true`,
    association: sql`${share} is not null`,
    intervention: sql`i.id = ${place.code}`,
  }[place.kind]
  const { rows } = await sql<CostRow>`
    select i.id as intervention_id, extract(year from i.start_date)::int as from_year, extract(year from i.end_date)::int as to_year,
      ${share}::int as share, y.year, case when count(*) = count(y.actual_ore) then sum(y.actual_ore) end as ore
    from intervention i join intervention_year y on y.intervention_id = i.id
    where i.fictive = ${fictive} and i.counting_mode = 'identified' and y.year = any(${[...years]}::int[]) and ${ofPlace}
    group by i.id, y.year`.execute(queries)
  return [...Map.groupBy(rows, (row) => row.intervention_id)].flatMap(([interventionId, ofOne]) => {
    const { from_year, to_year, share } = ofOne[0]!
    const known = ofOne.filter((row) => row.ore !== null)
    const ran = years.filter((year) => year >= from_year && (to_year === null || year <= to_year))
    if (!ran.every((year) => known.some((row) => row.year === year))) return []
    const ore = known.reduce((sum, row) => sum + Number(row.ore), 0)
    return ore > 0 ? [{ interventionId, ore: Math.round((ore * share) / 100) }] : []
  })
}
