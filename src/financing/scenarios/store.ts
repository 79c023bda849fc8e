import { isDeepStrictEqual } from 'node:util'
import type { Queries } from '../../platform/database.ts'
import { breaksRule, notFound, Refusal } from '../../platform/errors.ts'
import type { Scope } from '../../platform/scope.ts'
import { findSentBefore } from '../../platform/sentAgain.ts'
import { stockholmDate } from '../../values/civilDate.ts'
import { getBook } from '../contributions/store.ts'
import type { Scenario, ScenarioBook, ScenarioFields } from './domain.ts'
import { emptiedParties, outcomeOf, outOn, yearNow, yearThought, type Standing } from './scenario.ts'

/** More than a board compares. */
const mostScenarios = 50

type Saved = Omit<Scenario, 'outcome' | 'outOn'>

/** The scenarios of an association, reckoned by the ledger as it is now. Every year of the ledger is there, with or without scenarios. */
export async function getScenarios(queries: Queries, scope: Scope, associationId: string, now: Date): Promise<ScenarioBook> {
  const { fictive, members, entries, years } = await getBook(queries, scope, associationId, now)
  const standing: Standing = { members, entries, today: stockholmDate(now) }
  const saved = await listSaved(queries, associationId)
  return {
    fictive,
    members: members.map(({ organisationId, name, payer }) => ({ organisationId, name, payer })),
    years: years.toReversed().map((one) => ({
      year: one.year,
      now: outcomeOf(one, one),
      scenarios: saved.filter(({ year }) => year === one.year).map((scenario) => thought(standing, scenario)),
    })),
  }
}

function thought(standing: Standing, scenario: Saved): Scenario {
  const outcome = outcomeOf(yearThought(standing, scenario), yearNow(standing, scenario.year)!)
  return { ...scenario, outcome, outOn: outOn(scenario.changes, standing.today) }
}

async function listSaved(queries: Queries, associationId: string): Promise<Saved[]> {
  const rows = await queries
    .selectFrom('contribution_scenario as s')
    .innerJoin('app_user as u', 'u.id', 's.recorded_by')
    .select(['s.id', 's.name', 's.year', 's.changes', 's.recorded_at', 'u.name as recorder'])
    .where('s.association_id', '=', associationId)
    .where('s.withdrawn_at', 'is', null)
    .orderBy('s.recorded_at')
    .orderBy('s.id')
    .execute()
  return rows.map(({ id, name, year, changes, recorded_at, recorder }) => ({
    ...{ id, name, year, changes, recordedAt: recorded_at, recordedBy: recorder },
  }))
}

/**
 * Saves a scenario; what has arrived already under the same id is not saved again. Throws `Refusal` 409 when something else arrived under the id, 422 when
 * the year has nothing in the ledger, a member pays nothing to the association, a party would be left without anybody, or there are as many as there may be.
 */
export async function saveScenario(
  queries: Queries,
  scope: Scope,
  associationId: string,
  { id, ...given }: ScenarioFields & { id: string },
  now: Date,
): Promise<void> {
  const { members, entries } = await getBook(queries, scope, associationId, now)
  refuseUnreckonable({ members, entries, today: stockholmDate(now) }, given)
  const first = await findSentBefore(queries, id, {
    find: () =>
      queries
        .selectFrom('contribution_scenario')
        .select(['name', 'year', 'changes'])
        .where('association_id', '=', associationId)
        .where('id', '=', id)
        .executeTakeFirst(),
    isSame: (row) => isDeepStrictEqual([row.name, row.year, row.changes], [given.name, given.year, given.changes]),
    refusal: ({ name }) => new Refusal(409, 'contributions.arrivedBefore', { reference: name }),
  })
  if (first) return
  if ((await listSaved(queries, associationId)).length >= mostScenarios) throw breaksRule('scenarios.tooMany', { most: mostScenarios })
  await queries
    .insertInto('contribution_scenario')
    .values({
      ...{ association_id: associationId, id, name: given.name, year: given.year, changes: JSON.stringify(given.changes) },
      ...{ recorded_at: now.toISOString(), recorded_by: scope.userId, withdrawn_at: null },
    })
    .execute()
}

function refuseUnreckonable(standing: Standing, { year, changes }: ScenarioFields): void {
  const { members } = standing
  const fault = (where: string, key: string, args: Record<string, string> = {}) => breaksRule(key, args, [{ where, key, args }])
  if (!yearNow(standing, year)) throw fault('body.year', 'scenarios.emptyYear', { year: String(year) })
  if (changes.some((one) => !members.some(({ organisationId }) => organisationId === one.organisationId)))
    throw fault('body.changes', 'contributions.notMember')
  const [emptied] = emptiedParties(members, changes)
  if (emptied) throw fault('body.changes', 'scenarios.lastOfParty', { name: emptied.name })
}

/** Takes a scenario away. Throws `Refusal` 404 when it is not there, or was taken away before. */
export async function withdrawScenario(
  queries: Queries,
  _scope: Scope,
  { associationId, scenarioId }: { associationId: string; scenarioId: string },
  now: Date,
): Promise<void> {
  const row = await queries
    .updateTable('contribution_scenario')
    .set({ withdrawn_at: now.toISOString() })
    .where('association_id', '=', associationId)
    .where('id', '=', scenarioId)
    .where('withdrawn_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!row) throw notFound()
}
