import { world } from './api.ts'
import { openData } from './openData.ts'
import { publishing, trial } from './publications.ts'
import { stableId } from '../src/associations/register.ts'
import type { Database } from '../src/platform/database.ts'

const [first, second] = world.associations
export const enteredBy = 'associationadmin.1'

/** Open data with both associations' books of 2023 entered (all agreed on a million kronor each, the municipality decided on less) and not yet approved, and its participations published. */
export async function moneyData() {
  const open = await openData()
  const participations = { population: 'inPeriod', place: 'association', region: false, by: ['sex'] } as const
  await publishing(open.app).release({
    ...trial,
    ...{ title: { sv: 'Deltaganden 2023', en: '' }, year: 2023, month: 12, tables: [{ ...participations, by: ['sex'] }] },
  })
  const { queries } = open.database
  const state = { id: stableId('state'), name: 'Kassan', party: 'stateFk', municipality_code: null, region_code: null, fictive: true }
  await queries.insertInto('organisation').values(state).execute()
  await queries
    .insertInto('membership')
    .values([first, second].map((association_id) => ({ association_id, organisation_id: state.id })))
    .execute()
  await enterBooks(open.database, first)
  await enterBooks(open.database, second)
  return open
}

/** Approves an association's year 2023, or opens it again. */
export async function approve(
  database: Database,
  associationId: string,
  act: 'approved' | 'reopened' = 'approved',
  step = 1,
): Promise<void> {
  await database.queries
    .insertInto('reporting_step')
    .values({
      ...{ association_id: associationId, year: 2023, month: 12, step, act, note: '', recorded_by: enteredBy },
      recorded_at: '2024-02-01T00:00:00Z',
    })
    .execute()
}

async function enterBooks({ queries }: Database, associationId: string): Promise<void> {
  const members = await queries
    .selectFrom('membership as ms')
    .innerJoin('organisation as o', 'o.id', 'ms.organisation_id')
    .select(['o.id', 'o.party'])
    .where('ms.association_id', '=', associationId)
    .where('o.party', 'in', ['stateFk', 'region', 'municipality'])
    .execute()
  const rows = members.flatMap(({ id, party }) =>
    (['agreed', 'decided'] as const).map((step) => ({
      ...{ association_id: associationId, id: crypto.randomUUID(), version: 1, withdrawn: false, year: 2023, organisation_id: id, step },
      amount_ore: party === 'municipality' && step === 'decided' ? 90_000_000 : 100_000_000,
      ...{
        dated: '2022-11-01',
        reference: 'Prov',
        motive: 'Hemligt skäl',
        reason: '',
        recorded_at: '2022-11-02T09:00:00Z',
        recorded_by: enteredBy,
      },
    })),
  )
  await queries.insertInto('contribution_entry').values(rows).execute()
  await queries
    .insertInto('association_economy')
    .values({
      interventions_plan_ore: null,
      ...{ association_id: associationId, year: 2023, version: 1, opening_equity_ore: 1, ceiling_percent: null, reason: '' },
      ...{
        administration_budget_ore: 20_000_000,
        administration_actual_ore: 25_000_000,
        recorded_at: '2023-01-02T09:00:00Z',
        recorded_by: enteredBy,
      },
    })
    .execute()
  await queries
    .insertInto('intervention_year')
    .values({
      ...{ association_id: associationId, intervention_id: world.interventions[associationId === first ? 0 : 1], year: 2023 },
      ...{ planned_participants: 9, budget_ore: 80_000_000, actual_ore: 75_000_000 },
    })
    .onConflict((on) => on.doNothing())
    .execute()
}
