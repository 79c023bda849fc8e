import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { countKey } from '../disclosure/noise/cellKey.ts'
import type { Counted } from '../disclosure/releasedCell.ts'
import { ExitReason } from '../participations/codes.ts'
import type { Queries } from '../platform/database.ts'
import { together } from './countedCells.ts'
import { getSeed } from './noiseStore.ts'
import { worksFor } from './commissionPlaces.ts'
import type { Place } from './placeStore.ts'

/** Counts without rows by association, and who could report, at a place in some calendar years. */
export interface OutsideRows {
  counts: { association: string; anonymous: Counted; volume: Counted }[]
  /** All associations of the place. */
  associations: string[]
}

/** Women and men counted without rows, in one intervention and year. */
export interface CountRow {
  association_id: string
  intervention_id: string
  year: number
  women: number
  men: number
}

/**
 * Anonymous counts, and head-counts of interventions counted by volume only, with keys by the secret seed and what each count is of. Such counts have no
 * home municipality, so those of a region are those of the associations with a municipality in it.
 */
export async function getOutsideRows(queries: Queries, place: Place, years: readonly number[], fictive: boolean): Promise<OutsideRows> {
  const { rows: associations } = await sql<{ id: string }>`
    select a.id from association a where a.fictive = ${fictive} and ${within(place, sql.ref('a.id'))}`.execute(queries)
  const { anonymous, volume } = await listCountRows(queries, place, years, fictive)
  const seed = await getSeed(queries)
  const counted = (rows: readonly CountRow[], kind: string, id: string): Counted =>
    together(rows.filter((row) => row.association_id === id).map((row) => keyed(row, kind, seed)))
  const reporting = new Set([...anonymous, ...volume].map((row) => row.association_id))
  return {
    counts: [...reporting].map((id) => ({
      ...{ association: id, anonymous: counted(anonymous, 'anonymous', id), volume: counted(volume, 'volume', id) },
    })),
    associations: associations.map(({ id }) => id),
  }
}

/**
 * Anonymous counts, and head-counts of interventions counted by volume only (the latest version of each), as they are: not for anybody to see. One that
 * registers its participants now may have been counted by volume in years of which nobody is registered.
 */
export async function listCountRows(
  queries: Queries,
  place: Place,
  years: readonly number[],
  fictive: boolean,
): Promise<{ anonymous: CountRow[]; volume: CountRow[] }> {
  const inYears = sql`c.year = any(${[...years]}::int[])`
  const inPlace = moneyAndHeadsOf(place, sql.ref('c.association_id'), sql.ref('c.intervention_id'))
  const { rows: anonymous } = await sql<CountRow>`
    select c.association_id, c.intervention_id, c.year, sum(c.women) as women, sum(c.men) as men
    from anonymous_count c join association a on a.id = c.association_id
    where a.fictive = ${fictive} and ${inYears} and ${inPlace}
    group by c.association_id, c.intervention_id, c.year`.execute(queries)
  const { rows: volume } = await sql<CountRow>`
    select c.association_id, c.intervention_id, c.year, c.women, c.men
    from (
      select distinct on (association_id, intervention_id, year) * from head_count order by association_id, intervention_id, year, version desc
    ) c
    join association a on a.id = c.association_id
    join intervention i on i.id = c.intervention_id
    where a.fictive = ${fictive} and (i.counting_mode = 'volume' or not exists (
        select from fact f where f.intervention_id = i.id and f.exit_reason is distinct from ${ExitReason.index('felregistrering')}
          and c.year between f.entry_month / 12 and coalesce(f.exit_month / 12, c.year)))
      and ${inYears} and ${inPlace}`.execute(queries)
  return { anonymous, volume }
}

/** Participations of the country in a year that are counted without a row, anonymous and by volume together: as they are, not for anybody to see. */
export async function countOutside(queries: Queries, year: number, fictive: boolean): Promise<number> {
  const { anonymous, volume } = await listCountRows(
    queries,
    { kind: 'nation', code: '', address: '', name: '', within: [] },
    [year],
    fictive,
  )
  return [...anonymous, ...volume].reduce((sum, { women, men }) => sum + Math.max(0, Number(women)) + Math.max(0, Number(men)), 0)
}

/** A key per head: one more or less is another sum. Corrections are negative rows, so a sum could be negative while one is under way. */
function keyed(row: CountRow, kind: string, seed: string): Counted {
  return together((['women', 'men'] as const).map((sex) => keyedBySex(row, kind, sex, seed)))
}

/** Heads of one sex with their key, by the secret seed and what they are a count of. */
export function keyedBySex(row: CountRow, kind: string, sex: 'women' | 'men', seed: string): Counted {
  const count = Math.max(0, Number(row[sex]))
  const record = [kind, row.association_id, row.intervention_id, row.year, sex].join(' ')
  return { count, key: countKey(seed, record, count) }
}

/** Whether the association in a column belongs to the place. */
export function within(place: Place, association: RawBuilder<unknown>): RawBuilder<unknown> {
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
  if (place.kind === 'method') {
    return sql`exists (
      select from intervention_association ia where ia.association_id = ${association} and ${worksBy(place.code, sql.ref('ia.intervention_id'))})`
  }
  if (place.kind === 'commission') {
    return sql`exists (
      select from intervention_association ia where ia.association_id = ${association} and ${worksFor(place.code, sql.ref('ia.intervention_id'))})`
  }
  return sql`true`
}

/** Whether the intervention in a column works by a method and no other. */
const worksBy = (code: string, intervention: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`exists (select from intervention w where w.id = ${intervention} and w.methods = array[${code}::text])`

/** Whether what an association has of an intervention belongs to the place. */
export function moneyAndHeadsOf(place: Place, association: RawBuilder<unknown>, intervention: RawBuilder<unknown>): RawBuilder<unknown> {
  if (place.kind === 'intervention') return sql`${intervention} = ${place.code}`
  if (place.kind === 'method') return worksBy(place.code, intervention)
  return place.kind === 'commission' ? worksFor(place.code, intervention) : within(place, association)
}

/** What interventions cost the place in some calendar years. */
export interface KnownCost {
  ore: number
  /** The interventions that it is of. */
  interventions: ReadonlySet<string>
  /** Whether that is all that ran and register participants there. */
  isAll: boolean
}

interface CostRow {
  intervention_id: string
  from_year: number | null
  to_year: number | null
  year: number
  /** Whether any association of the place has a share of it, or has entered money all the same. */
  is_paid: boolean
  /** As a number where the driver gives one, else as text. */
  ore: number | string | null
}

/**
 * Actual cost of the interventions whose participants are registered, where it is known for every year that they ran. Each association enters its own money,
 * so the cost for an association is its own, and a shared intervention costs what all who have a share of it have entered. Money has no home municipality,
 * so a region has none.
 */
export async function getCost(queries: Queries, place: Place, years: readonly number[], fictive: boolean): Promise<KnownCost> {
  if (place.kind === 'region') return { ore: 0, interventions: new Set(), isAll: false }
  const ofPlace = {
    nation: sql`true`,
    association: sql`ia.association_id = ${place.code}`,
    intervention: sql`i.id = ${place.code}`,
    method: worksBy(place.code, sql.ref('i.id')),
    commission: worksFor(place.code, sql.ref('i.id')),
  }[place.kind]
  // Who once had a share stays with 0 per cent, and has nothing to enter: what nobody else there pays for is not waited for.
  const { rows } = await sql<CostRow>`
    select i.id as intervention_id, extract(year from i.start_date)::int as from_year, extract(year from i.end_date)::int as to_year, ran.year,
      bool_or(ia.share_percent > 0 or y.actual_ore is not null) as is_paid,
      case when count(*) filter (where y.actual_ore is null and ia.share_percent > 0) = 0 then sum(y.actual_ore) end as ore
    from intervention i
    join intervention_association ia on ia.intervention_id = i.id
    cross join unnest(${[...years]}::int[]) as ran (year)
    left join intervention_year y on y.intervention_id = i.id and y.association_id = ia.association_id and y.year = ran.year
    where i.fictive = ${fictive} and i.counting_mode = 'identified' and ${ofPlace}
    group by i.id, ran.year`.execute(queries)
  const paid = rows.filter((row) => row.is_paid && ranThen(row))
  const running = [...Map.groupBy(paid, (row) => row.intervention_id)]
  const known = running.flatMap(([id, ofOne]) => costOf(ofOne).map((ore) => [id, ore] as const))
  return {
    ore: known.reduce((sum, [, ore]) => sum + ore, 0),
    interventions: new Set(known.map(([id]) => id)),
    isAll: running.length > 0 && known.length === running.length,
  }
}

/** What one intervention cost in the years that it ran; nothing unless it is known for each of them. */
function costOf(ofOne: readonly CostRow[]): [number] | [] {
  if (ofOne.some(({ ore }) => ore === null)) return []
  const ore = ofOne.reduce((sum, row) => sum + Number(row.ore), 0)
  return ore > 0 ? [ore] : []
}

function ranThen({ from_year, to_year, year }: CostRow): boolean {
  return (from_year === null || year >= from_year) && (to_year === null || year <= to_year)
}
