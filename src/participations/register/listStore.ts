import { sql } from 'kysely'
import type { Queries } from '../../platform/database.ts'
import { breaksRule, notFound } from '../../platform/errors.ts'
import type { Scope } from '../../platform/scope.ts'
import { addMonths } from '../../values/civilDate.ts'
import { parseParticipantCode } from '../../values/participantCode.ts'
import type { ContactFields } from './contact.ts'
import type { RecordSummary } from './contract.ts'
import { currentRecords, currentVersions, toSummary, withSummary } from './recordStore.ts'

const PAGE = 50

export interface ListFilter {
  intervention?: string | undefined
  month?: string | undefined
  state: 'all' | 'running' | 'ended' | 'draft'
  offset: number
}

/** Participations in the person's own interventions, newest entry first, a page at a time; those registered in error are left out. */
export async function listRecords(
  queries: Queries,
  scope: Scope,
  controllerId: string,
  filter: ListFilter,
): Promise<{ total: number; rows: RecordSummary[] }> {
  let query = currentVersions(queries, scope, controllerId).where((on) =>
    on.or([on('v.exit_reason', 'is', null), on('v.exit_reason', '!=', 'felregistrering')]),
  )
  const { intervention, month, state } = filter
  if (intervention !== undefined) query = query.where('p.intervention_id', '=', intervention)
  if (month !== undefined) {
    const first = `${month}-01`
    query = query.where('v.entry_date', '>=', first).where('v.entry_date', '<', addMonths(first, 1))
  }
  if (state === 'running') query = query.where('v.exit_date', 'is', null)
  if (state === 'ended') query = query.where('v.exit_date', 'is not', null)
  if (state === 'draft') query = query.where('v.ground', '=', 'none')
  const page = query
    .select(['p.id', 'p.code', 'p.intervention_id', 'v.entry_date', 'v.exit_date', 'v.ground'])
    .select(sql<number>`count(*) over ()`.as('total'))
    .orderBy('v.entry_date', 'desc')
    .orderBy('p.code')
    .offset(filter.offset)
    .limit(PAGE)
    .as('page')
  const rows = await queries
    .selectFrom(page)
    .innerJoin('intervention as i', 'i.id', 'page.intervention_id')
    .selectAll('page')
    .select('i.name as intervention_name')
    .orderBy('page.entry_date', 'desc')
    .orderBy('page.code')
    .execute()
  // A page beyond the last has no row to tell the total.
  if (rows.length === 0 && filter.offset > 0) {
    const { total } = await listRecords(queries, scope, controllerId, { ...filter, offset: 0 })
    return { total, rows: [] }
  }
  return { total: rows[0]?.total ?? 0, rows: rows.map(toSummary) }
}

/** The participation with a code. Throws `Refusal` 422 when the code cannot be one, 404 when none of the person's has it. */
export async function findByCode(queries: Queries, scope: Scope, controllerId: string, text: string): Promise<RecordSummary> {
  const code = parseParticipantCode(text)
  if (code === undefined) throw breaksRule('register.badCode', {}, [{ where: 'body.code', key: 'register.badCode' }])
  const row = await withSummary(currentRecords(queries, scope, controllerId))
    .where('p.code', '=', code)
    .executeTakeFirst()
  if (!row) throw notFound()
  return toSummary(row)
}

/** The follow-ups of participations in their newest versions, withdrawn ones left out, by participation. */
export async function contactsOf(queries: Queries, controllerId: string, ids: readonly string[]): Promise<Map<string, ContactFields[]>> {
  if (ids.length === 0) return new Map()
  const rows = await queries
    .selectFrom('contact')
    .select(['participation_id', 'contact_date', 'reached', 'source', 'changes'])
    .where('controller_id', '=', controllerId)
    .where(sql<boolean>`participation_id = any(${ids}::uuid[])`)
    .where('current', '=', true)
    .where('withdrawn', '=', false)
    .execute()
  return Map.groupBy(
    rows.map((row) => ({
      id: row.participation_id,
      date: row.contact_date,
      reached: row.reached,
      source: row.source as ContactFields['source'],
      changes: row.changes as ContactFields['changes'],
    })),
    (contact) => contact.id,
  )
}
