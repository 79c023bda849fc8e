import { sql } from 'kysely'
import type { Queries } from '../../platform/database.ts'
import type { Entered } from './domain.ts'

/** What an association has entered for a year, of its interventions that had begun by the end of a period. */
export interface EnteredBooks {
  headCounts: Entered
  money: Entered
}

interface BookRow {
  association_id: string
  start_date: string
  is_volume: boolean
  has_count: boolean
  has_money: boolean
}

/**
 * For which interventions associations have entered head-counts and actual costs of a year. Only whether something is entered, never what.
 * @returns what an association has entered, of interventions that began no later than a day
 */
export async function findEntered(queries: Queries, year: number): Promise<(association: string, by: string) => EnteredBooks> {
  const { rows } = await sql<BookRow>`
    select ia.association_id, i.start_date::text as start_date, i.counting_mode = 'volume' as is_volume,
      exists (
        select from head_count h
        where h.association_id = ia.association_id and h.intervention_id = i.id and h.year = ${year}::int) as has_count,
      exists (
        select from intervention_year y
        where y.association_id = ia.association_id and y.intervention_id = i.id and y.year = ${year}::int
          and y.actual_ore is not null) as has_money
    from intervention i join intervention_association ia on ia.intervention_id = i.id
    where i.start_date <= ${`${year}-12-31`}::date and (i.end_date is null or i.end_date >= ${`${year}-01-01`}::date)`.execute(queries)
  const byAssociation = Map.groupBy(rows, ({ association_id }) => association_id)
  return (association, by) => {
    const begun = (byAssociation.get(association) ?? []).filter(({ start_date }) => start_date <= by)
    const counted = begun.filter(({ is_volume }) => is_volume)
    return {
      headCounts: { part: counted.filter(({ has_count }) => has_count).length, whole: counted.length },
      money: { part: begun.filter(({ has_money }) => has_money).length, whole: begun.length },
    }
  }
}
