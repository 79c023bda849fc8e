import type { Queries } from '../platform/database.ts'
import { breaksRule, notFound } from '../platform/errors.ts'
import type { Scope } from '../platform/scope.ts'
import { takeOffCounted } from './anonymous/sums.ts'
import { insertMany, touchData } from './bulk.ts'
import { fromColumns, toColumns } from './columns.ts'
import { factRows } from './fact.ts'
import type { ImportSummary } from './contract.ts'
import { followUpsOf } from './followUpStore.ts'
import { lockImports } from './importOnce.ts'
import { associationAfter } from './importRules.ts'
import { findBelonging, getImport, isImportOf } from './importSetting.ts'
import { moveTo, type Move } from './moveTo.ts'
import { retireVersions } from './retire.ts'

/**
 * Takes a whole import back: what it made becomes registered in error, what it changed gets its former content as a new version,
 * anonymous counts are taken off, as far as they are left. Nothing is removed from the history.
 * Throws `Refusal` 404 when it is not there or concerns interventions that are not the person's, 422 when something later depends on it,
 * naming how many participations.
 */
export async function undoImport(
  queries: Queries,
  scope: Scope,
  controllerId: string,
  importId: string,
  now: Date,
): Promise<ImportSummary> {
  await lockImports(queries, controllerId)
  const found = await queries
    .selectFrom('import')
    .select('status')
    .where('controller_id', '=', controllerId)
    .where('id', '=', importId)
    .where(isImportOf(scope, controllerId))
    .forUpdate()
    .executeTakeFirst()
  if (!found) throw notFound()
  if (found.status !== 'committed') throw breaksRule('participations.notCommitted')
  await lockTouched(queries, controllerId, importId)
  const touched = await touchedBy(queries, controllerId, importId)
  const later = touched.filter((row) => !row.current || row.followed_up)
  if (later.length > 0) throw breaksRule('participations.laterDepends', { n: later.length })
  const { versions, facts, moves } = await contentBefore(queries, scope, { controllerId, importId }, touched, now)
  await retireVersions(
    queries,
    controllerId,
    touched.map((row) => row.participation_id),
  )
  for (let at = 0; at < versions.length; at += 5000) await insertMany(queries, 'participation_version', versions.slice(at, at + 5000))
  await moveTo(queries, controllerId, moves)
  await insertMany(queries, 'fact', facts)
  await takeOffCounted(queries, scope, controllerId, importId, now)
  await queries
    .updateTable('import')
    .set({ status: 'undone', undone_at: now.toISOString() })
    .where('controller_id', '=', controllerId)
    .where('id', '=', importId)
    .execute()
  await touchData(queries)
  return getImport(queries, scope, controllerId, importId)
}

/** What the participations are after it: the content before as a new version, where it belongs, and its fact. */
async function contentBefore(
  queries: Queries,
  scope: Scope,
  { controllerId, importId }: { controllerId: string; importId: string },
  touched: Awaited<ReturnType<typeof touchedBy>>,
  now: Date,
) {
  const ids = touched.map((row) => row.participation_id)
  const former = await formerVersions(queries, controllerId, importId)
  const contacts = await followUpsOf(queries, controllerId, ids)
  const interventions = await findBelonging(
    queries,
    touched.map((row) => row.intervention_id),
  )
  const moves: Move[] = []
  const versions: Record<string, unknown>[] = []
  const facts: Record<string, unknown>[] = []
  for (const row of touched) {
    const before = former.get(row.participation_id)
    const participation = before ? fromColumns(before) : { ...fromColumns(row), exitReason: 'felregistrering' as const }
    const { participation_id, person_id, intervention_id } = row
    const belonging = { associationId: row.association_id, municipality: row.municipality }
    const association_id = associationAfter(belonging, participation.municipality, interventions.get(intervention_id))
    if (association_id !== row.association_id) moves.push({ id: participation_id, association: association_id })
    const place = { controller_id: controllerId, person_id, intervention_id, association_id }
    const stamp = { controller_id: controllerId, participation_id, version: row.version + 1, current: true }
    const made = { recorded_at: now.toISOString(), recorded_by: scope.userId, import_id: null }
    versions.push({ ...stamp, ...made, ...toColumns(participation) })
    if (row.locked_at === null) facts.push(...factRows(participation_id, place, participation, contacts.get(participation_id)))
  }
  return { versions, facts, moves }
}

/** In a statement of its own: what is read of the participations after it is what stands once nobody else is changing them. */
async function lockTouched(queries: Queries, controllerId: string, importId: string): Promise<void> {
  const touched = queries
    .selectFrom('participation_version')
    .select('participation_id')
    .where('controller_id', '=', controllerId)
    .where('import_id', '=', importId)
  await queries
    .selectFrom('participation')
    .select('id')
    .where('controller_id', '=', controllerId)
    .where('id', 'in', touched)
    .orderBy('id')
    .forUpdate()
    .execute()
}

function touchedBy(queries: Queries, controllerId: string, importId: string) {
  return queries
    .selectFrom('participation_version as v')
    .innerJoin('participation as p', (join) =>
      join.onRef('p.controller_id', '=', 'v.controller_id').onRef('p.id', '=', 'v.participation_id'),
    )
    .selectAll('v')
    .select(['p.person_id', 'p.intervention_id', 'p.association_id', 'p.locked_at'])
    .select((on) =>
      on
        .exists(
          on
            .selectFrom('contact as c')
            .select('c.id')
            .whereRef('c.controller_id', '=', 'v.controller_id')
            .whereRef('c.participation_id', '=', 'v.participation_id')
            .where('c.current', '=', true)
            .where('c.withdrawn', '=', false)
            // One from before the import changed the participation stands on what it gets back. One that the import made has none from before.
            .where((or) => or.or([or('v.version', '=', 1), or('c.recorded_at', '>', or.ref('v.recorded_at'))])),
        )
        .as('followed_up'),
    )
    .where('v.controller_id', '=', controllerId)
    .where('v.import_id', '=', importId)
    .execute()
}

/** The version before, for participations that were there before the import; none for those it made. */
async function formerVersions(queries: Queries, controllerId: string, importId: string): Promise<Map<string, Record<string, unknown>>> {
  const rows = await queries
    .selectFrom('participation_version as v')
    .innerJoin('participation_version as before', (join) =>
      join
        .onRef('before.controller_id', '=', 'v.controller_id')
        .onRef('before.participation_id', '=', 'v.participation_id')
        .on((on) => on('before.version', '=', on('v.version', '-', 1))),
    )
    .selectAll('before')
    .where('v.controller_id', '=', controllerId)
    .where('v.import_id', '=', importId)
    .execute()
  return new Map(rows.map((row) => [row.participation_id, row as unknown as Record<string, unknown>]))
}
