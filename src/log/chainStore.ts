import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Queries } from '../platform/database.ts'
import type { AnchorPoint, Link } from './chain.ts'

const PAGE = 5000

/** The last row of every chain that the one who asks may read. */
export async function listHeads(queries: Queries): Promise<AnchorPoint[]> {
  const rows = await queries
    .selectFrom('audit_event')
    .distinctOn('chain')
    .select(['chain', 'seq', 'hash'])
    .orderBy('chain')
    .orderBy('seq', 'desc')
    .execute()
  return rows.map(({ chain, seq, hash }) => ({ chain, seq, hash: hex(hash) }))
}

/** The same with the names of the places. */
export async function listChains(queries: Queries): Promise<(AnchorPoint & { name: string | null })[]> {
  const places = [
    ...(await queries.selectFrom('organisation').select(['id', 'name']).execute()),
    ...(await queries.selectFrom('association').select(['id', 'name']).execute()),
  ]
  const names = new Map(places.map(({ id, name }) => [id, name]))
  return (await listHeads(queries)).map((head) => ({ ...head, name: names.get(head.chain.split(':')[1] ?? '') ?? null }))
}

/** Rows of a chain after a number, in order, a page at a time; each with the hash that what it says now should have. */
export async function listLinks(queries: Queries, chain: string, after: number): Promise<Link[]> {
  const rows = await queries
    .selectFrom('audit_event')
    .selectAll()
    // An instant of the driver has milliseconds; the log is sealed to the microsecond.
    .select(sql<string>`to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`.as('instant'))
    .where('chain', '=', chain)
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(PAGE)
    .execute()
  return rows.map((row) => ({ seq: row.seq, at: row.at, previous: hex(row.previous_hash), hash: hex(row.hash), seal: sealOf(row) }))
}

interface SealedRow {
  [column: string]: unknown
  instant: string
  role: string | null
  records: string[] | null
  previous_hash: Uint8Array
}

/** The hash of a row, worked out without the database: `audit_text` and `append_audit` of db/0025_role_in_log.sql said once more. */
function sealOf(row: SealedRow): string {
  const columns = ['endpoint', 'kind', 'status', 'association_id', 'controller_id', 'subject'].map((column) => row[column])
  const said = [
    'samlad-audit-1',
    row.chain,
    row.seq,
    row.id,
    row.instant,
    row.user_id,
    ...columns,
    row.records?.join(','),
    ...(row.role === null ? [] : [row.role]),
  ]
  return createHash('sha256').update(row.previous_hash).update(said.map(part).join('')).digest('hex')
}

function part(value: unknown): string {
  return value === null || value === undefined ? '-;' : `${Buffer.byteLength(String(value))}:${String(value)};`
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
