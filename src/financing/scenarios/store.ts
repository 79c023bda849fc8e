import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import type { Queries } from '../../platform/database.ts'
import { breaksRule, notFound, Refusal } from '../../platform/errors.ts'
import type { Scope } from '../../platform/scope.ts'
import { findSentBefore } from '../../platform/sentAgain.ts'
import { stockholmDate } from '../../values/civilDate.ts'
import { getBook } from '../contributions/store.ts'
import { findAllPayers } from '../contributions/payerStore.ts'
import { findApprovedBooks, type ApprovedBook } from '../approved/approvedStore.ts'
import { findOwnFunds } from '../commissions/ownFunds.ts'
import type { BookMember } from '../contributions/domain.ts'
import type { NewScenario, Scenario, ScenarioBook, ScenarioFields } from './domain.ts'
import type { PlannedIntervention } from './falls.ts'
import { asOne, besideEachOther, isUndivided } from './merge.ts'
import { asBefore, emptiedParties, outcomeOf, outOn, yearNow, yearThought, type Standing } from './scenario.ts'
import { giverKey } from '../contributions/giver.ts'

/** More than a board compares. */
const mostScenarios = 50

type Saved = Omit<Scenario, 'outcome' | 'outOn' | 'partner'>

/** The scenarios of an association, reckoned by the ledger as it is now. Every year of the ledger is there, with or without scenarios. */
export async function getScenarios(queries: Queries, scope: Scope, associationId: string, now: Date): Promise<ScenarioBook> {
  const { associationName, fictive, members, entries, years } = await getBook(queries, scope, associationId, now)
  const standing: Standing = { members, entries, today: stockholmDate(now) }
  const saved = await listSaved(queries, associationId)
  const plans = await plansByYear(queries, associationId)
  const partners = await findPartners(queries, associationId, fictive)
  return {
    ...{ associationName, fictive, members: members.map(plainMember) },
    partners: partners.map(({ id, name, members: theirs, books }) => ({
      ...{ id, name, members: theirs.map(plainMember), years: books.map(({ year }) => year).sort((a, b) => b - a) },
    })),
    years: years.toReversed().map((one) => ({
      ...{ year: one.year, now: outcomeOf(one, asBefore(one)), earmarked: one.earmarked },
      scenarios: saved
        .filter(({ year }) => year === one.year)
        .map((scenario) =>
          thought(
            standing,
            scenario,
            plans.get(one.year) ?? [],
            partners.find(({ id }) => id === scenario.partnerId),
          ),
        ),
    })),
  }
}

const plainMember = ({ organisationId, name, payer, asRegion = false }: BookMember) => ({ organisationId, name, payer, asRegion })

function thought(standing: Standing, scenario: Saved, own: readonly PlannedIntervention[], partner: Partner | undefined): Scenario {
  const { year, rule, changes } = scenario
  const about = { ...scenario, outOn: outOn(changes, standing.today) }
  if (!partner) {
    const outcome = outcomeOf(yearThought(standing, scenario), asBefore(yearNow(standing, year)!), { planned: own, rule })
    return { ...about, partner: null, outcome }
  }
  const book = partner.books.find((one) => one.year === year)
  const theirs: Standing = { members: partner.members, entries: book?.entries ?? [], today: standing.today }
  const planned = [...own, ...(book?.plans ?? []).filter(({ plannedOre }) => plannedOre > 0)]
  // Of whom nothing is known nothing is reckoned, unless every amount of theirs is thought of.
  const isKnown = book !== undefined || partner.members.every((one) => changes.some((change) => giverKey(change) === giverKey(one)))
  const merged = asOne(standing, theirs, year)
  const outcome = outcomeOf(
    isKnown && !isUndivided(merged) ? yearThought(merged, scenario) : undefined,
    besideEachOther(standing, theirs, year),
    {
      planned,
      rule,
    },
  )
  return { ...about, partner: { name: partner.name, isKnown: book !== undefined }, outcome }
}

/** What is planned with the money that the parties match: what the money of a commission pays does not fall with their level. */
async function plansByYear(queries: Queries, associationId: string): Promise<Map<number, PlannedIntervention[]>> {
  const rows = await queries
    .selectFrom('intervention_year as y')
    .innerJoin('intervention as i', 'i.id', 'y.intervention_id')
    .select(['y.year', 'i.id', 'i.name', 'i.start_date', 'y.budget_ore'])
    .where('y.association_id', '=', associationId)
    .where('y.budget_ore', '>', 0)
    .orderBy(sql`i.name collate sv`)
    .orderBy('i.id')
    .execute()
  const hasOwnFunds = await findOwnFunds(queries, associationId)
  const matched = rows.filter(({ id, year }) => !hasOwnFunds(id, year))
  const planned = matched.map(({ year, id, name, start_date, budget_ore }) => ({
    year,
    ...{ interventionId: id, name, startDate: start_date, plannedOre: budget_ore! },
  }))
  return Map.groupBy(planned, ({ year }) => year)
}

interface Partner {
  id: string
  name: string
  members: BookMember[]
  books: ApprovedBook[]
}

/** Other associations of the same layer, with what they have approved: what everybody may see of them. */
async function findPartners(queries: Queries, associationId: string, fictive: boolean): Promise<Partner[]> {
  const payers = await findAllPayers(queries)
  const books = await findApprovedBooks(queries)
  const rows = await queries
    .selectFrom('association')
    .select(['id', 'name'])
    .where('fictive', '=', fictive)
    .where('id', '<>', associationId)
    .orderBy(sql`name collate sv`)
    .orderBy('id')
    .execute()
  return rows.map(({ id, name }) => ({ id, name, members: payers.get(id) ?? [], books: books.get(id) ?? [] }))
}

async function listSaved(queries: Queries, associationId: string): Promise<Saved[]> {
  const rows = await queries
    .selectFrom('contribution_scenario as s')
    .innerJoin('app_user as u', 'u.id', 's.recorded_by')
    .select(['s.id', 's.name', 's.year', 's.changes', 's.partner_id', 's.rule', 's.recorded_at', 'u.name as recorder'])
    .where('s.association_id', '=', associationId)
    .where('s.withdrawn_at', 'is', null)
    .orderBy('s.recorded_at')
    .orderBy('s.id')
    .execute()
  return rows.map(({ id, name, year, changes, partner_id, rule, recorded_at, recorder }) => ({
    ...{ partnerId: partner_id, rule: rule as ScenarioFields['rule'] },
    // Those saved before § 5 a's two parts say nothing of them.
    changes: changes.map((one) => ({ ...one, asRegion: one.asRegion ?? false })),
    ...{ id, name, year, recordedAt: recorded_at, recordedBy: recorder },
  }))
}

/**
 * Saves a scenario; what has arrived already under the same id is not saved again. Throws `Refusal` 409 when something else arrived under the id, 422 when
 * there is no such partner, the year has nothing in the ledger, a member pays nothing to the association, a party would be left without anybody, or there are as many as there may be.
 */
export async function saveScenario(
  queries: Queries,
  scope: Scope,
  associationId: string,
  { id, ...given }: NewScenario,
  now: Date,
): Promise<void> {
  const { members, entries, fictive } = await getBook(queries, scope, associationId, now)
  const partner =
    given.partnerId === null ? undefined : (await findPartners(queries, associationId, fictive)).find((one) => one.id === given.partnerId)
  if (given.partnerId !== null && !partner) throw faultAt('body.partnerId', 'scenarios.noPartner')
  refuseUnreckonable({ members, entries, today: stockholmDate(now) }, given, partner?.members ?? [])
  const first = await findSentBefore(queries, id, {
    find: () =>
      queries
        .selectFrom('contribution_scenario')
        .select(['name', 'year', 'changes', 'partner_id', 'rule'])
        .where('association_id', '=', associationId)
        .where('id', '=', id)
        .executeTakeFirst(),
    isSame: ({ name, year, changes, partner_id, rule }) => isDeepStrictEqual({ name, year, changes, partnerId: partner_id, rule }, given),
    refusal: ({ name }) => new Refusal(409, 'contributions.arrivedBefore', { reference: name }),
  })
  if (first) return
  if ((await listSaved(queries, associationId)).length >= mostScenarios) throw breaksRule('scenarios.tooMany', { most: mostScenarios })
  await queries
    .insertInto('contribution_scenario')
    .values({
      ...{ association_id: associationId, id, name: given.name, year: given.year, changes: JSON.stringify(given.changes) },
      ...{ partner_id: given.partnerId, rule: given.rule },
      ...{ recorded_at: now.toISOString(), recorded_by: scope.userId, withdrawn_at: null },
    })
    .execute()
}

const faultAt = (where: string, key: string, args: Record<string, string> = {}): Refusal => breaksRule(key, args, [{ where, key, args }])

function refuseUnreckonable(standing: Standing, { year, changes }: ScenarioFields, theirs: readonly BookMember[]): void {
  const others = theirs.filter((one) => !standing.members.some((own) => giverKey(own) === giverKey(one)))
  const members = [...standing.members, ...others]
  if (!yearNow(standing, year)) throw faultAt('body.year', 'scenarios.emptyYear', { year: String(year) })
  if (changes.some((one) => !members.some((member) => giverKey(member) === giverKey(one))))
    throw faultAt('body.changes', 'contributions.notMember')
  const [emptied] = emptiedParties(
    members.filter(({ hasLeft }) => !hasLeft),
    changes,
  )
  if (emptied) throw faultAt('body.changes', 'scenarios.lastOfParty', { name: emptied.name })
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
