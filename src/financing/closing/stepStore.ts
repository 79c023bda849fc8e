import type { Queries } from '../../platform/database.ts'
import type { ClosingStep } from './domain.ts'

/** Every step that closed or opened a year of an association's books, by year, first step first. */
export async function findClosingSteps(queries: Queries, associationId: string): Promise<Map<number, ClosingStep[]>> {
  const rows = await queries
    .selectFrom('year_closing as c')
    .innerJoin('app_user as u', 'u.id', 'c.recorded_by')
    .select(['c.year', 'c.act', 'c.state', 'c.note', 'c.recorded_at', 'c.recorded_by', 'u.name'])
    .where('c.association_id', '=', associationId)
    .orderBy('c.step')
    .execute()
  const steps = Map.groupBy(rows, ({ year }) => year)
  return new Map(
    [...steps].map(([year, all]) => [
      year,
      all.map(({ act, state, note, name, recorded_at, recorded_by }) => ({
        ...{ act: act as ClosingStep['act'], state: state as ClosingStep['state'], note },
        ...{ recordedAt: recorded_at, recordedBy: name, byId: recorded_by },
      })),
    ]),
  )
}

/** Which version of the meaning of accounts a closed year was closed with; `undefined` when the year is open. */
export async function findClosedKey(queries: Queries, associationId: string, year: number): Promise<number | undefined> {
  const rows = await queries
    .selectFrom('year_closing')
    .select(['state', 'account_key_version'])
    .where('association_id', '=', associationId)
    .where('year', '=', year)
    .orderBy('step', 'desc')
    .execute()
  if (rows.length === 0 || rows[0]!.state === 'open') return undefined
  return rows.find((row) => row.account_key_version !== null)!.account_key_version!
}
