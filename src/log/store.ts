import { sql } from 'kysely'
import type { Queries } from '../platform/database.ts'
import { breaksRule } from '../platform/errors.ts'
import type { Scope } from '../platform/scope.ts'
import { parseParticipantCode } from '../values/participantCode.ts'
import type { LogEvent, LogFilter } from './contract.ts'
import { eventKind, statusesOf, type EventKind } from './eventKind.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const PAGE = 100
const MOST_IN_FILE = 100_000
/** How many of the participations of an event are named: a list has fifty. */
const NAMED = 50

/** A page of a controller's log, newest first, from the newest on or from after an event, and everybody who stands in the period. */
export async function searchLog(
  queries: Queries,
  _scope: Scope,
  controllerId: string,
  filter: LogFilter & { before: string | null },
): Promise<{
  total: number
  rows: LogEvent[]
  hasMore: boolean
  staff: { id: string; name: string }[]
  participation: string | undefined
}> {
  const participation = await participationOf(queries, controllerId, filter.code)
  const events = matching(queries, controllerId, filter, participation)
  const { n } = await events.select((on) => on.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()
  const rows = await readEvents(queries, controllerId, olderThan(events, controllerId, filter.before).limit(PAGE + 1))
  return {
    total: n,
    rows: rows.slice(0, PAGE),
    hasMore: rows.length > PAGE,
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
  if (filter.kind !== null) query = query.where(isOfKind(filter.kind))
  return participation === undefined ? query : query.where(isAbout(controllerId, participation))
}

function olderThan(events: Events, controllerId: string, event: string | null): Events {
  if (event === null) return events
  return events.where(
    sql<boolean>`(e.at, e.seq) < (select b.at, b.seq from audit_event b where b.id = ${event} and b.controller_id = ${controllerId})`,
  )
}

function isOfKind(kind: EventKind) {
  if (kind === 'personRead' || kind === 'change') return sql<boolean>`e.kind = ${kind}`
  const { from, to, only, not = [] } = statusesOf(kind)
  const some = only === undefined ? sql`true` : sql`e.status = any(${only}::int[])`
  return sql<boolean>`(e.kind = 'refused' and e.status between ${from} and ${to} and ${some} and e.status <> all(${not}::int[]))`
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
    .select(['e.id', 'e.at', 'e.user_id', 'u.name', 'e.role', 'e.endpoint', 'e.kind', 'e.status', 'e.subject'])
    .select([
      sql<string[]>`coalesce(e.records[1:${sql.lit(NAMED)}], '{}')`.as('named'),
      sql<number>`coalesce(cardinality(e.records), 0)`.as('record_count'),
    ])
    .orderBy('e.at', 'desc')
    .orderBy('e.seq', 'desc')
    .execute()
  const lists = await listsOf(
    queries,
    controllerId,
    rows.flatMap(({ subject }) => (subject !== null && UUID.test(subject) ? [subject] : [])),
  )
  const named = [...rows.flatMap((row) => row.named), ...[...lists.values()].flatMap((list) => list.named)]
  const codes = await codesOf(queries, controllerId, [...new Set(named)])
  return rows
    .map((row) => ({ row, list: lists.get(row.subject ?? '') }))
    .map(({ row, list }) => ({
      id: row.id,
      at: row.at,
      user: row.user_id === null ? null : { id: row.user_id, name: row.name ?? row.user_id },
      roles: row.role?.split(' ') ?? [],
      endpoint: row.endpoint,
      kind: eventKind(row),
      status: row.status,
      records: (list?.named ?? row.named).map((id) => ({ id, code: codes.get(id) ?? null })),
      recordCount: list?.n ?? row.record_count,
      importId: list ? row.subject : null,
    }))
}
type Events = ReturnType<typeof matching>

/** The participations of each list among ids that events name as their subject; how many there are, and the first of them. */
async function listsOf(
  queries: Queries,
  controllerId: string,
  ids: readonly string[],
): Promise<Map<string, { n: number; named: string[] }>> {
  if (ids.length === 0) return new Map()
  const rows = await queries
    .selectFrom('import as i')
    .leftJoin('import_row as r', (join) => join.onRef('r.controller_id', '=', 'i.controller_id').onRef('r.import_id', '=', 'i.id'))
    .select('i.id')
    .select([
      sql<number>`count(distinct r.participation_id)::int`.as('n'),
      sql<string[]>`coalesce((array_agg(r.participation_id order by r.row_number) filter (where r.participation_id is not null))
        [1:${sql.lit(NAMED)}], '{}')`.as('named'),
    ])
    .where('i.controller_id', '=', controllerId)
    .where(sql<boolean>`i.id = any(${[...new Set(ids)]}::uuid[])`)
    .groupBy('i.id')
    .execute()
  return new Map(rows.map(({ id, n, named }) => [id, { n, named: [...new Set(named)] }]))
}

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
