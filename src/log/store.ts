import { sql } from 'kysely'
import type { Queries } from '../platform/database.ts'
import { breaksRule } from '../platform/errors.ts'
import type { Scope } from '../platform/scope.ts'
import { parseParticipantCode } from '../values/participantCode.ts'
import type { LogEvent, LogFilter } from './contract.ts'

const PAGE = 100
const MOST_IN_FILE = 100_000
/** How many of the participations of an event are named: a list has fifty. */
const NAMED = 50

/** A page of a controller's log, newest first, and everybody who stands in the period. */
export async function searchLog(
  queries: Queries,
  _scope: Scope,
  controllerId: string,
  filter: LogFilter & { offset: number },
): Promise<{ total: number; rows: LogEvent[]; staff: { id: string; name: string }[]; participation: string | undefined }> {
  const participation = await participationOf(queries, controllerId, filter.code)
  const events = matching(queries, controllerId, filter, participation)
  const { n } = await events.select((on) => on.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()
  return {
    total: n,
    rows: await readEvents(queries, controllerId, events.offset(filter.offset).limit(PAGE)),
    staff: await staffIn(queries, controllerId, filter),
    participation,
  }
}

/** A controller's log for a file, newest first. */
export async function listLog(
  queries: Queries,
  _scope: Scope,
  controllerId: string,
  filter: LogFilter,
): Promise<{ rows: LogEvent[]; participation: string | undefined; isFictive: boolean }> {
  const participation = await participationOf(queries, controllerId, filter.code)
  const events = matching(queries, controllerId, filter, participation).limit(MOST_IN_FILE)
  const place = await queries.selectFrom('organisation').select('fictive').where('id', '=', controllerId).executeTakeFirstOrThrow()
  return { rows: await readEvents(queries, controllerId, events), participation, isFictive: place.fictive }
}

/** The participation with a code; `undefined` when none was asked for. Throws `Refusal` 422 when the controller has none with that code. */
async function participationOf(queries: Queries, controllerId: string, text: string | null): Promise<string | undefined> {
  if (text === null) return undefined
  const code = parseParticipantCode(text)
  const found =
    code === undefined
      ? undefined
      : await queries
          .selectFrom('participation')
          .select('id')
          .where('controller_id', '=', controllerId)
          .where('code', '=', code)
          .executeTakeFirst()
  if (!found) throw breaksRule('log.unknownCode', {}, [{ where: 'body.code', key: 'log.unknownCode' }])
  return found.id
}

/** Events of a controller in a period of days in Sweden. */
function inPeriod(queries: Queries, controllerId: string, { from, to }: LogFilter) {
  return queries
    .selectFrom('audit_event as e')
    .where('e.controller_id', '=', controllerId)
    .where(sql<boolean>`e.at >= ${from}::date::timestamp at time zone 'Europe/Stockholm'`)
    .where(sql<boolean>`e.at < (${to}::date + 1)::timestamp at time zone 'Europe/Stockholm'`)
}

function matching(queries: Queries, controllerId: string, filter: LogFilter, participation: string | undefined) {
  let query = inPeriod(queries, controllerId, filter)
  if (filter.userId !== null) query = query.where('e.user_id', '=', filter.userId)
  if (filter.kind !== null) query = query.where('e.kind', '=', filter.kind)
  return participation === undefined ? query : query.where(isAbout(controllerId, participation))
}

/** Events that name a participation, and those of the lists that wrote it: an import names itself, not its thousands of participations. */
function isAbout(controllerId: string, participation: string) {
  const imports = sql`select r.import_id::text from import_row r
    where r.controller_id = ${controllerId} and r.participation_id = ${participation}`
  return sql<boolean>`(e.records @> array[${participation}::uuid] or e.subject in (${imports}))`
}

async function readEvents(queries: Queries, controllerId: string, events: Events): Promise<LogEvent[]> {
  const rows = await events
    .leftJoin('app_user as u', 'u.id', 'e.user_id')
    .select(['e.id', 'e.at', 'e.user_id', 'u.name', 'e.role', 'e.endpoint', 'e.kind', 'e.status'])
    .select([
      sql<string[]>`coalesce(e.records[1:${sql.lit(NAMED)}], '{}')`.as('named'),
      sql<number>`coalesce(cardinality(e.records), 0)`.as('record_count'),
    ])
    .orderBy('e.at', 'desc')
    .orderBy('e.seq', 'desc')
    .execute()
  const codes = await codesOf(queries, controllerId, [...new Set(rows.flatMap(({ named }) => named))])
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    user: row.user_id === null ? null : { id: row.user_id, name: row.name ?? row.user_id },
    roles: row.role?.split(' ') ?? [],
    endpoint: row.endpoint,
    kind: row.kind as LogEvent['kind'],
    status: row.status,
    records: row.named.flatMap((id) => (codes.has(id) ? [{ id, code: codes.get(id)! }] : [])),
    recordCount: row.record_count,
  }))
}
type Events = ReturnType<typeof matching>

async function codesOf(queries: Queries, controllerId: string, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await queries
    .selectFrom('participation')
    .select(['id', 'code'])
    .where('controller_id', '=', controllerId)
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .execute()
  return new Map(rows.map(({ id, code }) => [id, code]))
}

async function staffIn(queries: Queries, controllerId: string, filter: LogFilter): Promise<{ id: string; name: string }[]> {
  const rows = await inPeriod(queries, controllerId, filter)
    .innerJoin('app_user as u', 'u.id', 'e.user_id')
    .select(['u.id', 'u.name'])
    .distinct()
    .execute()
  return rows.sort((a, b) => a.name.localeCompare(b.name, 'sv'))
}
