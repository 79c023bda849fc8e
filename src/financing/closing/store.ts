import { sql } from 'kysely'
import type { Queries } from '../../platform/database.ts'
import { breaksRule, notFound, Refusal } from '../../platform/errors.ts'
import type { Scope } from '../../platform/scope.ts'
import { stockholmDate } from '../../values/civilDate.ts'
import { findKey } from '../budget/keyStore.ts'
import { getYearBudget } from '../budget/store.ts'
import type { BookWarning } from '../contributions/domain.ts'
import { getBook } from '../contributions/store.ts'
import { getEconomyBook } from '../economy/store.ts'
import { findGrants } from '../grants/grantStore.ts'
import type { ClosingAct, ClosingBook, ClosingState, ClosingStep, ReopeningAnswer, ReopeningRequest } from './domain.ts'
import { remarksOf } from './remarks.ts'
import { findClosingSteps } from './stepStore.ts'

/** The years that are over, closed or not, latest first. Throws `Refusal` 404 when there is no such association. */
export async function getClosingBook(queries: Queries, _scope: Scope, associationId: string, now: Date): Promise<ClosingBook> {
  const association = await queries.selectFrom('association').select(['name', 'fictive']).where('id', '=', associationId).executeTakeFirst()
  if (!association) throw notFound()
  const steps = await findClosingSteps(queries, associationId)
  const thisYear = Number(stockholmDate(now).slice(0, 4))
  const known = new Set([...(await knownYears(queries, associationId)), ...steps.keys()])
  const years = [...known].filter((year) => year < thisYear).sort((a, b) => b - a)
  return {
    ...{ associationName: association.name, fictive: association.fictive },
    years: years.map((year) => ({ year, state: steps.get(year)?.at(-1)?.state ?? 'open', steps: steps.get(year) ?? [] })),
  }
}

async function knownYears(queries: Queries, associationId: string): Promise<number[]> {
  const { rows } = await sql<{ year: number }>`
    select year from contribution_entry where association_id = ${associationId} union select year from association_economy where association_id = ${associationId}
    union select year from administration_budget where association_id = ${associationId} union select year from accounting_file where association_id = ${associationId}
    union select year from intervention_year where association_id = ${associationId}`.execute(queries)
  return rows.map(({ year }) => year)
}

/** What is not finished in a year. Throws `Refusal` 404 when there is no such association. */
export async function getRemarks(queries: Queries, scope: Scope, { associationId, year }: Place, now: Date): Promise<BookWarning[]> {
  const { years: economies } = await getEconomyBook(queries, scope, associationId, now)
  const { years: contributions } = await getBook(queries, scope, associationId, now)
  const { unknown } = await getYearBudget(queries, scope, associationId, year, now)
  const of = <T extends { year: number }>(all: readonly T[], which = year): T | undefined => all.find((one) => one.year === which)
  return remarksOf({
    ...{ year, unknown, grants: await findGrants(queries, associationId, stockholmDate(now)) },
    ...{ contributions: of(contributions), economy: of(economies), next: of(economies, year + 1) },
  })
}

interface Place {
  associationId: string
  year: number
}

/**
 * Closes a year. Throws `Refusal` 409 when somebody took a step meanwhile, 422 when the year is not over, is closed already, has nothing, or has remarks and no note
 * says why it is closed all the same.
 */
export async function closeYear(
  queries: Queries,
  scope: Scope,
  { associationId, year }: Place,
  { note, seen }: { note: string; seen: number },
  now: Date,
): Promise<void> {
  if (year >= Number(stockholmDate(now).slice(0, 4))) throw breaksRule('closing.notOver', { year: String(year) })
  await holdBooks(queries, associationId)
  const known = (await getClosingBook(queries, scope, associationId, now)).years.find((one) => one.year === year)
  if (!known) throw breaksRule('closing.nothing', { year: String(year) })
  const step = nextStep(known.steps, { act: 'close', note, seen }, scope)
  if (!step) return
  if (note.length < 3 && (await getRemarks(queries, scope, { associationId, year }, now)).length > 0)
    throw breaksRule('closing.noteNeeded', {}, [{ where: 'body.note', key: 'closing.noteNeeded' }])
  const { version } = await findKey(queries, associationId)
  await addStep(queries, scope, { associationId, year, ...step, state: 'closed', account_key_version: version, asked_by: null }, now)
}

/** Asks for a closed year to be opened. Throws `Refusal` 409 and 422 as `closeYear`. */
export async function askToReopen(
  queries: Queries,
  scope: Scope,
  { associationId, year }: Place,
  { reason, seen }: ReopeningRequest,
  now: Date,
): Promise<void> {
  await holdBooks(queries, associationId)
  const steps = (await findClosingSteps(queries, associationId)).get(year) ?? []
  const step = nextStep(steps, { act: 'ask', note: reason, seen }, scope)
  if (step) await addStep(queries, scope, { associationId, year, ...step, state: 'asked', account_key_version: null, asked_by: null }, now)
}

/** Opens a year that somebody else has asked for, or declines. Throws `Refusal` 409 and 422 as `closeYear`, 422 also when the same person asked. */
export async function answerReopening(
  queries: Queries,
  scope: Scope,
  { associationId, year }: Place,
  { accept, note, seen }: ReopeningAnswer,
  now: Date,
): Promise<void> {
  await holdBooks(queries, associationId)
  const steps = (await findClosingSteps(queries, associationId)).get(year) ?? []
  const step = nextStep(steps, { act: accept ? 'confirm' : 'decline', note, seen }, scope)
  if (!step) return
  const { byId } = steps.at(-1)!
  if (accept && byId === scope.userId) throw breaksRule('closing.samePerson')
  const after = accept ? { state: 'open' as const, asked_by: byId } : { state: 'closed' as const, asked_by: null }
  await addStep(queries, scope, { associationId, year, ...step, ...after, account_key_version: null }, now)
}

/** The trigger of the table takes it too; here it is taken before the steps are read. */
async function holdBooks(queries: Queries, associationId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`closing ${associationId}`}, 0))`.execute(queries)
}

/** From which state each is done. */
const doneFrom: Record<ClosingAct, ClosingState> = { close: 'open', ask: 'closed', confirm: 'asked', decline: 'asked' }

interface NextStep {
  step: number
  act: ClosingAct
  was: ClosingState | null
  note: string
}

/** The step as it may be taken; `undefined` when the same was sent before by the same person, on a bad line. Throws `Refusal` 409 and 422. */
function nextStep(
  steps: readonly ClosingStep[],
  { act, note, seen }: { act: ClosingAct; note: string; seen: number },
  { userId }: Scope,
): NextStep | undefined {
  const last = steps.at(-1)
  if (last && steps.length === seen + 1 && last.act === act && last.note === note && last.byId === userId) return undefined
  if (steps.length !== seen) throw new Refusal(409, 'closing.changedMeanwhile')
  if ((last?.state ?? 'open') !== doneFrom[act]) throw breaksRule('closing.notNow')
  return { step: seen + 1, act, was: last?.state ?? null, note }
}

interface NewStep extends Place, NextStep {
  state: ClosingState
  asked_by: string | null
  account_key_version: number | null
}

async function addStep(queries: Queries, scope: Scope, { associationId, ...step }: NewStep, now: Date): Promise<void> {
  await queries
    .insertInto('year_closing')
    .values({
      ...{ association_id: associationId, ...step, previous: step.step === 1 ? null : step.step - 1 },
      ...{ recorded_at: now.toISOString(), recorded_by: scope.userId },
    })
    .execute()
}
