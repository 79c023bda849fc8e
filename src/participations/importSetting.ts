import { sql, type RawBuilder } from 'kysely'
import type { Queries } from '../platform/database.ts'
import { breaksRule, notFound } from '../platform/errors.ts'
import { interventionsOf, type Scope } from '../platform/scope.ts'
import type { ImportSetting, ImportSummary } from './contract.ts'
import type { ImportIntervention } from './importRules.ts'

const STAFF = ['caseworker', 'controllerAdmin'] as const

/** What the page needs to read a file for a controller. Throws `Refusal` 422 when the controller has not opened registration (tier T1). */
export async function getImportSetting(queries: Queries, scope: Scope, controllerId: string): Promise<ImportSetting> {
  const controller = await queries
    .selectFrom('controller as c')
    .innerJoin('organisation as o', 'o.id', 'c.organisation_id')
    .select(['o.id', 'o.name', 'o.fictive', 'c.ground', 'c.decision_date', 'c.closed_at', 'c.identity_opened_at'])
    .where('o.id', '=', controllerId)
    .executeTakeFirst()
  if (!controller) throw breaksRule('participations.notOpened')
  const interventions = await findInterventions(queries, scope, controllerId)
  const municipalities = await queries
    .selectFrom('municipality as m')
    .leftJoin('municipality as real', 'real.code', 'm.stands_for')
    .select(['m.code', 'm.name', 'real.code as real_code', 'real.name as real_name'])
    .where('m.fictive', '=', controller.fictive)
    .orderBy('m.code')
    .execute()
  const mapping = await queries
    .selectFrom('import_mapping')
    .select(['heading', 'field'])
    .where('controller_id', '=', controllerId)
    .execute()
  return {
    controller: {
      id: controller.id,
      name: controller.name,
      ground: controller.ground as 'consent',
      groundDate: controller.decision_date,
      open: controller.closed_at === null,
      identityOpen: controller.identity_opened_at !== null,
    },
    fictive: controller.fictive,
    interventions: interventions.map(({ id, name }) => ({ id, name })),
    municipalities: municipalities.map(({ code, name, real_code, real_name }) => ({
      code,
      name,
      standsFor: real_code === null ? null : { code: real_code, name: real_name! },
    })),
    mapping: Object.fromEntries(mapping.map((row) => [row.heading, row.field])),
    imports: await listImports(queries, scope, controllerId),
    countedElsewhere: await isCountedElsewhere(queries, scope, controllerId),
  }
}

/** The interventions the person may register in for a controller: owned by it, counted one by one, and assigned to the person. */
export async function findInterventions(queries: Queries, scope: Scope, controllerId: string): Promise<ImportIntervention[]> {
  const assigned = interventionsOf(scope, controllerId, STAFF)
  const rows = await interventionRows(queries).where('i.owner_id', '=', controllerId).where('i.counting_mode', '=', 'identified').execute()
  return [...together(rows).values()].filter(({ id }) => assigned === 'all' || assigned.includes(id))
}

/** Interventions by id with the associations that finance them, whoever asks and however they are counted now: where participations that are there already belong. */
export async function findBelonging(queries: Queries, ids: readonly string[]): Promise<Map<string, ImportIntervention>> {
  if (ids.length === 0) return new Map()
  return together(
    await interventionRows(queries)
      .where(sql<boolean>`i.id = any(${[...new Set(ids)]}::uuid[])`)
      .execute(),
  )
}

function interventionRows(queries: Queries) {
  return queries
    .selectFrom('intervention as i')
    .innerJoin('intervention_association as ia', 'ia.intervention_id', 'i.id')
    .leftJoin('association_municipality as am', (join) =>
      join.onRef('am.association_id', '=', 'ia.association_id').on('am.valid_to', 'is', null),
    )
    .select(['i.id', 'i.name', 'ia.association_id', 'ia.share_percent'])
    .select(
      sql<string[]>`coalesce(array_agg(am.municipality_code) filter (where am.municipality_code is not null), '{}')`.as('municipalities'),
    )
    .groupBy(['i.id', 'i.name', 'ia.association_id', 'ia.share_percent'])
    .orderBy(sql`i.name collate sv`)
}

function together(
  rows: readonly { id: string; name: string; association_id: string; share_percent: number; municipalities: string[] }[],
): Map<string, ImportIntervention> {
  const found = new Map<string, ImportIntervention & { associations: ImportIntervention['associations'][number][] }>()
  for (const { id, name, association_id, share_percent: sharePercent, municipalities } of rows) {
    const one = found.get(id) ?? { id, name, associations: [] }
    found.set(id, one)
    one.associations.push({ id: association_id, sharePercent, municipalities })
  }
  return found
}

/** Whether an import is the person's to see: one that may have written in an intervention of others is not. */
export function isImportOf(scope: Scope, controllerId: string): RawBuilder<boolean> {
  const own = interventionsOf(scope, controllerId, STAFF)
  return own === 'all' ? sql<boolean>`true` : sql<boolean>`intervention_ids <@ ${own}::uuid[]`
}

/** The person's latest imports for a controller that have been written, or one whatever its state. */
export async function listImports(queries: Queries, scope: Scope, controllerId: string, importId?: string): Promise<ImportSummary[]> {
  let query = queries
    .selectFrom('import as i')
    .innerJoin('app_user as u', 'u.id', 'i.created_by')
    .select(['i.id', 'i.file_name', 'i.status', 'i.created_at', 'i.committed_at', 'i.result', 'u.name'])
    .where('i.controller_id', '=', controllerId)
    .where(isImportOf(scope, controllerId))
    .orderBy('i.created_at', 'desc')
    .limit(50)
  query = importId === undefined ? query.where('i.status', '!=', 'draft') : query.where('i.id', '=', importId)
  const rows = await query.execute()
  return rows.map((row) => ({
    id: row.id,
    fileName: row.file_name,
    status: row.status as ImportSummary['status'],
    createdAt: row.created_at,
    createdBy: row.name,
    committedAt: row.committed_at,
    counts: row.result as ImportSummary['counts'],
  }))
}

/** Whether an import that is not the person's to see has counted rows without a ground, maybe in an intervention that is. */
async function isCountedElsewhere(queries: Queries, scope: Scope, controllerId: string): Promise<boolean> {
  const own = interventionsOf(scope, controllerId, STAFF)
  if (own === 'all') return false
  const found = await queries
    .selectFrom('import')
    .select('id')
    .where('controller_id', '=', controllerId)
    .where('status', '=', 'committed')
    .where(sql<boolean>`intervention_ids && ${own}::uuid[] and not ${isImportOf(scope, controllerId)}`)
    .where(sql<boolean>`(result ->> 'anonymous')::int > 0`)
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

/** One import of the person's with its counts. Throws 404 when there is none. */
export async function getImport(queries: Queries, scope: Scope, controllerId: string, importId: string): Promise<ImportSummary> {
  const found = (await listImports(queries, scope, controllerId, importId))[0]
  if (!found) throw notFound()
  return found
}
