import { sql } from 'kysely'
import type { Queries } from '../../platform/database.ts'

/** The support measure of an association in a year, in the unit of the national office's table. */
export interface ShownSupport {
  year: number
  association: string
  supportMeasure: number
}

/** The support measures that the national office lets everybody see, by name of association; invented ones for invented associations alone. */
export async function findShownSupport(queries: Queries, fictive: boolean): Promise<ShownSupport[]> {
  const { rows } = await sql<{ year: number; association: string; support_measure: number }>`
    select * from shown_support() where invented = ${fictive}`.execute(queries)
  return rows.map(({ year, association, support_measure }) => ({ year, association, supportMeasure: Number(support_measure) }))
}
