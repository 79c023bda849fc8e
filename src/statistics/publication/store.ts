import { createHash } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { sql } from 'kysely'
import type { Queries } from '../../platform/database.ts'
import type { Definition, PublishedTable } from './domain.ts'
import type { EarlierRelease } from './union/plan.ts'
import { nodePeriod } from './union/timeNodes.ts'
import type { TimeNode } from './union/timeNodes.ts'
import type { CodedCount } from './union/tableCounts.ts'

interface CountedTable {
  table: PublishedTable
  node: TimeNode
  counts: readonly CodedCount[]
}

/** What is kept of a run where no request reads it. */
export interface RunSecret {
  /** The tables as they were counted. */
  sources: CountedTable[]
  /** The tables beside them that nobody publishes, counted at the same time; older runs kept none. */
  joints?: CountedTable[]
  /** Addresses of cells that were hidden as part of a group too small to be divided. */
  withheld: string[]
  /** Numbers of the hidden cells. */
  pattern: number[]
  lowered: object[]
  certificate: { worlds: { scenario: number; cells: number[]; shift: number[] }[]; proofs: readonly { high: number; low: number }[] }
}

/** The releases, the oldest first, with the counts they were made of. For the curator alone. */
export async function listEarlier(queries: Queries): Promise<EarlierRelease[]> {
  const rows = await queries
    .selectFrom('release as r')
    .innerJoin('protection_secret as s', 's.run_id', 'r.run_id')
    .select(['r.id', 'r.title', 's.content'])
    .select((on) =>
      on.exists(on.selectFrom('release as newer').select('newer.id').whereRef('newer.replaces', '=', 'r.id')).as('is_corrected'),
    )
    .orderBy('r.number')
    .execute()
  return rows.map(({ id, title, content, is_corrected }) => {
    const { sources, joints = [], withheld } = JSON.parse(gunzipSync(content).toString('utf8')) as RunSecret
    return {
      id,
      title: (title as { sv: string }).sv,
      sources: sources.map((one) => ({ ...one, release: id })),
      joints: joints.map((one) => ({ ...one, release: id })),
      withheld: new Set(withheld),
      isCorrected: Boolean(is_corrected),
    }
  })
}

/** Published values by address, `null` for hidden; of several releases of a cell the last counts. */
export async function readLedger(queries: Queries): Promise<Map<string, number | null>> {
  const rows = await queries
    .selectFrom('ledger_cell as c')
    .innerJoin('release as r', 'r.id', 'c.release_id')
    .select(['c.address', 'c.value'])
    .orderBy('r.number')
    .execute()
  return new Map(rows.map(({ address, value }) => [address, value]))
}

/** Addresses of cells that are on their way out. */
export async function listPlanned(queries: Queries): Promise<string[]> {
  return (await queries.selectFrom('planned_cell').select('address').distinct().execute()).map(({ address }) => address)
}

/** From its proposal on, the cells of a publication are shown in no other way. */
export async function planCells(
  queries: Queries,
  publicationId: string,
  cells: readonly [address: string, value: number | null][],
): Promise<void> {
  const addresses = JSON.stringify(cells.map(([address]) => address))
  await sql`insert into planned_cell (publication_id, address)
    select distinct ${publicationId}::uuid, a from jsonb_array_elements_text(${addresses}::jsonb) a`.execute(queries)
}

/** The cells of a publication are planned no longer: they are out, or were taken back. */
export async function forgetCells(queries: Queries, publicationId: string): Promise<void> {
  await queries.deleteFrom('planned_cell').where('publication_id', '=', publicationId).execute()
}

/** Changes when anything comes out or is planned. */
export async function ledgerStamp(queries: Queries): Promise<string> {
  return (await sql<{ stamp: string }>`select ledger_stamp() as stamp`.execute(queries)).rows[0]!.stamp
}

/** The number of the newest release; `null` before the first. */
export async function lastRelease(queries: Queries): Promise<number | null> {
  const row = await queries
    .selectFrom('release')
    .select((on) => on.fn.max('number').as('last'))
    .executeTakeFirst()
  return row?.last ?? null
}

/** Changes when any release comes out or is read in, also one older than others that are here. */
export async function releaseStamp(queries: Queries): Promise<string> {
  const row = await queries
    .selectFrom('release')
    .select((on) => [on.fn.max('number').as('last'), on.fn.countAll().as('all')])
    .executeTakeFirstOrThrow()
  return `${row.last ?? 0} ${row.all}`
}

export type PublicationRecord = NonNullable<Awaited<ReturnType<typeof findPublication>>>

/** A publication with the names of its people, locked for the transaction when it is to be changed. */
export async function findPublication(queries: Queries, id: string, isForChange = false) {
  const query = queries
    .selectFrom('publication as p')
    .selectAll('p')
    .select((on) => [
      on.selectFrom('app_user as u').select('u.name').whereRef('u.id', '=', 'p.made_by').as('made_by_name'),
      on.selectFrom('app_user as u').select('u.name').whereRef('u.id', '=', 'p.proposed_by').as('proposed_by_name'),
      on.selectFrom('release as r').select('r.id').whereRef('r.publication_id', '=', 'p.id').as('release_id'),
    ])
    .where('p.id', '=', id)
  return (isForChange ? query.forUpdate('p') : query).executeTakeFirst()
}

/** Publications with the names of who made them, newest first. */
export async function listPublicationRows(queries: Queries) {
  return queries
    .selectFrom('publication as p')
    .innerJoin('app_user as u', 'u.id', 'p.made_by')
    .leftJoin('release as r', 'r.publication_id', 'p.id')
    .select(['p.id', 'p.definition', 'p.state', 'p.made_by', 'p.made_at', 'u.name', 'r.id as release_id'])
    .where('p.state', '!=', 'withdrawn')
    .orderBy('p.made_at', 'desc')
    .execute()
}

/** The newest run of a publication. */
export async function findRun(queries: Queries, publicationId: string) {
  return queries
    .selectFrom('protection_run')
    .selectAll()
    .where('publication_id', '=', publicationId)
    .orderBy('asked_at', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** The newest run, without what came of it: for who asks again and again. */
export async function findRunState(queries: Queries, publicationId: string) {
  return queries
    .selectFrom('protection_run')
    .select(['id', 'state'])
    .where('publication_id', '=', publicationId)
    .orderBy('asked_at', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** Everything about a release but the document. */
const releaseColumns = ['id', 'number', 'title', 'period_from', 'period_to', 'released_at', 'fictive', 'replaces'] as const

export async function listReleaseRows(queries: Queries) {
  return queries.selectFrom('release').select(releaseColumns).orderBy('number', 'desc').execute()
}

/** All releases with their documents and when their records were read, newest first. For who counts again alone. */
export async function listWithRuns(queries: Queries) {
  return queries
    .selectFrom('release as r')
    .innerJoin('protection_run as p', 'p.id', 'r.run_id')
    .select(['r.id', 'r.number', 'r.title', 'r.sha256', 'r.released_at', 'r.document', 'r.software', 'p.facts_read_at'])
    .orderBy('r.number', 'desc')
    .execute()
}

/** All releases with their documents, oldest first. */
export async function listDocuments(queries: Queries) {
  return queries.selectFrom('release').select(['number', 'released_at', 'fictive', 'document']).orderBy('number').execute()
}

export async function findRelease(queries: Queries, id: string) {
  return queries
    .selectFrom('release')
    .select([...releaseColumns, 'document', 'sha256', 'policy_hash'])
    .select((on) =>
      on.selectFrom('release as newer').select('newer.id').whereRef('newer.replaces', '=', 'release.id').limit(1).as('corrected_by'),
    )
    .where('id', '=', id)
    .executeTakeFirst()
}

/**
 * Releases a publication: its document as it was protected, with its hash, and a row of the ledger for each cell that is not out with the same value
 * already. One transaction; a second release of the same publication is stopped by the database.
 */
export async function addRelease(
  queries: Queries,
  publication: PublicationRecord,
  run: NonNullable<Awaited<ReturnType<typeof findRun>>>,
  release: { id: string; approvedBy: string; now: Date; software: string },
): Promise<void> {
  const definition = publication.definition as unknown as Definition
  const { from, to } = nodePeriod(definition)
  const document = Buffer.from(run.document!)
  const head = JSON.parse(document.toString('utf8')) as { demo: boolean; dataDate: string | null }
  await queries
    .insertInto('release')
    .values({
      ...{ id: release.id, publication_id: publication.id, run_id: run.id, number: ((await lastRelease(queries)) ?? 0) + 1 },
      ...{ title: JSON.stringify(definition.title), period_from: from, period_to: to, fictive: head.demo, document },
      ...{ sha256: sha256(document), policy_hash: sha256(Buffer.from(JSON.stringify(definition.policy))), software: release.software },
      ...{ data_date: head.dataDate, proposed_by: publication.proposed_by!, approved_by: release.approvedBy },
      ...{ released_at: release.now.toISOString(), replaces: publication.replaces, note: publication.note },
    })
    .execute()
  await sql`insert into ledger_cell (release_id, address, value)
    select ${release.id}, fresh.address, fresh.value
    from (select c->>0 as address, (c->>1)::int as value from jsonb_array_elements(${JSON.stringify(run.cells)}::jsonb) c) fresh
    left join lateral (
      select true as is_out, l.value from ledger_cell l join release r on r.id = l.release_id
      where l.address = fresh.address order by r.number desc limit 1) out on true
    where out.is_out is null or out.value is distinct from fresh.value`.execute(queries)
  await forgetCells(queries, publication.id)
}

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
