import { sql } from 'kysely'
import type { Queries } from '../platform/database.ts'
import { breaksRule, notFound, Refusal } from '../platform/errors.ts'
import type { Scope } from '../platform/scope.ts'
import { stockholmDate } from '../values/civilDate.ts'
import { monthOfNumber, type Month } from '../values/month.ts'
import { lastWholeMonth, monthStates, type MonthState } from './corrections.ts'
import { countIndicators } from './counting.ts'
import type { EsfIndicators, EsfMonth, EsfMonths } from './domain.ts'
import { lastDayOf, type MonthFile } from './monthFile.ts'
import { participantsBy } from './participants.ts'
import type { FileAbout } from './workbook.ts'
import { digestOf, findHandIns, findRecorded, findTaken, getEsfIntervention, type EsfPlace } from './recordedStore.ts'

/** The files of the months that are over, each beside what was handed in. Throws `Refusal` 404 for an intervention that is not the steward's. */
export async function getEsfMonths(queries: Queries, scope: Scope, place: EsfPlace, now: Date): Promise<EsfMonths> {
  const { id, name } = await getEsfIntervention(queries, scope, place)
  const handIns = await findHandIns(queries, place)
  const states = await statesOf(queries, scope, place, now)
  const by = new Map(handIns.map((one) => [`${one.month} ${one.handedAt}`, one.by]))
  const { identity_opened_at, ...controller } = await getController(queries, place.controllerId)
  return {
    ...{ intervention: { id, name }, controller, identities: identity_opened_at !== null, anonymous: await findAnonymous(queries, place) },
    months: states.map((state) => shown(state, stockholmDate(now), by, handIns.length > 0)),
  }
}

/** How many were counted without a name in each year that has any. */
function findAnonymous(queries: Queries, { controllerId, interventionId }: EsfPlace): Promise<EsfMonths['anonymous']> {
  return queries
    .selectFrom('anonymous_count')
    .select(['year', sql<number>`sum(women + men)::int`.as('n')])
    .where('controller_id', '=', controllerId)
    .where('intervention_id', '=', interventionId)
    .groupBy('year')
    .having(sql<boolean>`sum(women + men) > 0`)
    .orderBy('year')
    .execute()
}

function getController(queries: Queries, controllerId: string) {
  return queries
    .selectFrom('controller as c')
    .innerJoin('organisation as o', 'o.id', 'c.organisation_id')
    .select(['o.name', 'o.fictive', 'c.identity_opened_at'])
    .where('c.organisation_id', '=', controllerId)
    .executeTakeFirstOrThrow()
}

/** The files and how they stand; from a month, before any has been handed in. */
async function statesOf(queries: Queries, scope: Scope, place: EsfPlace, now: Date, from?: Month): Promise<MonthState[]> {
  const recorded = await findRecorded(queries, scope, place)
  const until = monthOfNumber(lastWholeMonth(stockholmDate(now)))
  return monthStates(recorded, await findHandIns(queries, place), { from, until }, await digestOf(queries, place.controllerId))
}

function shown({ file, state, ...rest }: MonthState, today: string, by: ReadonlyMap<string, string>, hasBegun: boolean): EsfMonth {
  const { month, rows, chain } = file
  return {
    ...{ ...rest, month, chain, rows: rows.length },
    begins: rows.filter(({ begins }) => begins).length,
    ends: rows.filter(({ ends }) => ends).length,
    // Until a first file has been handed in nobody knows where the project's files begin.
    state: hasBegun && state === 'notHanded' && rest.due < today ? 'late' : state,
    handedBy: by.get(`${month} ${rest.handedAt}`) ?? null,
  }
}

/** The file of one month, with what it says of itself. Throws `Refusal` 404 where there is none: before the first start, or of a month that is not over. */
export async function getEsfMonthFile(
  queries: Queries,
  scope: Scope,
  place: EsfPlace & { month: Month },
  now: Date,
): Promise<{ file: MonthFile; about: FileAbout }> {
  const intervention = await getEsfIntervention(queries, scope, place)
  const found = (await statesOf(queries, scope, place, now)).find(({ file }) => file.month === place.month)
  if (!found) throw notFound()
  const { name, fictive } = await getController(queries, place.controllerId)
  return { file: found.file, about: { intervention: intervention.name, controller: name, fictive, now } }
}

/**
 * Says that the files up to a month are handed in as they are now. Throws `Refusal` 404 for an intervention or month that is not there, also where the files are to begin, 409 when a file is another than the one that was
 * seen, or somebody else has begun, 422 when all of it is said already.
 */
export async function handInEsfMonths(
  queries: Queries,
  scope: Scope,
  place: EsfPlace,
  { from, until, chain }: { from: Month | null; until: Month; chain: string },
  now: Date,
): Promise<void> {
  await getEsfIntervention(queries, scope, place)
  // Two who hand in at once: the second sees what the first has said.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`esf ${place.controllerId} ${place.interventionId}`}, 0))`.execute(queries)
  const states = await statesOf(queries, scope, place, now)
  const last = states.find(({ file }) => file.month === until)
  if (!last) throw notFound()
  const isFirst = states.every(({ handedAt }) => handedAt === null)
  if (last.file.chain !== chain || isFirst !== (from !== null)) throw new Refusal(409, 'esfFile.changedMeanwhile')
  if (from !== null && from > until) throw breaksRule('esfFile.backwards')
  if (from !== null && !states.some(({ file }) => file.month === from)) throw notFound()
  const files = from === null ? states : await statesOf(queries, scope, place, now, from)
  const open = files.filter(({ file, state }) => file.month <= until && state !== 'same')
  if (open.length === 0) throw breaksRule('esfFile.handedAlready')
  const said = {
    controller_id: place.controllerId,
    intervention_id: place.interventionId,
    handed_at: now.toISOString(),
    handed_by: scope.userId,
  }
  await queries
    .insertInto('esf_hand_in')
    .values(
      open.map(({ file }) => ({
        ...{ ...said, month: file.month, participations: file.rows.length, own_hash: file.own, chain_hash: file.chain },
      })),
    )
    .execute()
}

/** The common indicators up to a month, the last that is over unless said. Throws `Refusal` 404 for an intervention that is not the steward's. */
export async function getEsfIndicators(
  queries: Queries,
  scope: Scope,
  place: EsfPlace,
  asked: Month | undefined,
  now: Date,
): Promise<EsfIndicators> {
  await getEsfIntervention(queries, scope, place)
  const until = asked ?? monthOfNumber(lastWholeMonth(stockholmDate(now)))
  const participants = participantsBy(await findTaken(queries, scope, place), lastDayOf(until))
  return { until, rows: countIndicators(participants).map(({ indicator, counts }) => ({ code: indicator.code, counts })) }
}
