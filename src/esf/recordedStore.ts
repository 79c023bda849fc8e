import { createHmac } from 'node:crypto'
import type { Queries } from '../platform/database.ts'
import { notFound } from '../platform/errors.ts'
import { controllersOf, type Scope } from '../platform/scope.ts'
import { fromColumns } from '../participations/columns.ts'
import { followUpsOf } from '../participations/followUpStore.ts'
import type { HandIn, Recorded } from './corrections.ts'
import type { EsfIntervention } from './domain.ts'
import type { Digest } from './monthFile.ts'
import type { Taken } from './participants.ts'

/** An intervention of a controller. */
export interface EsfPlace {
  controllerId: string
  interventionId: string
}

/** Interventions that the ESF+ pays a part of and that the controller owns or has records in. Throws `Refusal` 404 for who is no steward there. */
export async function listEsfInterventions(queries: Queries, scope: Scope, controllerId: string): Promise<EsfIntervention[]> {
  if (!controllersOf(scope, ['controllerAdmin']).includes(controllerId)) throw notFound()
  return queries
    .selectFrom('intervention as i')
    .leftJoin('participation as p', (join) =>
      join.onRef('p.intervention_id', '=', 'i.id').on('p.controller_id', '=', controllerId).on('p.locked_at', 'is', null),
    )
    .select(['i.id', 'i.name'])
    .select((on) => on.fn.count<number>('p.id').as('participations'))
    .where('i.esf', '=', true)
    .where('i.counting_mode', '=', 'identified')
    .groupBy(['i.id', 'i.name', 'i.owner_id'])
    .having((on) => on.or([on('i.owner_id', '=', controllerId), on(on.fn.count('p.id'), '>', 0)]))
    .orderBy('i.name')
    .execute()
}

/** One of them. Throws `Refusal` 404 for any other intervention, and for who is no steward there. */
export async function getEsfIntervention(queries: Queries, scope: Scope, place: EsfPlace): Promise<EsfIntervention> {
  const found = (await listEsfInterventions(queries, scope, place.controllerId)).find(({ id }) => id === place.interventionId)
  if (!found) throw notFound()
  return found
}

/** Every version of every participation of the controller in the intervention, for files as they are and as they were. */
export async function findRecorded(queries: Queries, _scope: Scope, { controllerId, interventionId }: EsfPlace): Promise<Recorded[]> {
  const rows = await queries
    .selectFrom('participation as p')
    .innerJoin('participation_version as v', (join) =>
      join.onRef('v.controller_id', '=', 'p.controller_id').onRef('v.participation_id', '=', 'p.id'),
    )
    .select(['p.id', 'p.code', 'p.locked_at', 'v.recorded_at', 'v.ground', 'v.exit_reason'])
    .select(['v.entry_date', 'v.exit_date', 'v.sex', 'v.birth_year'])
    .where('p.controller_id', '=', controllerId)
    .where('v.controller_id', '=', controllerId)
    .where('p.intervention_id', '=', interventionId)
    .orderBy('p.id')
    .orderBy('v.version')
    .execute()
  return [...Map.groupBy(rows, ({ id }) => id).values()].map((versions) => ({
    id: versions[0]!.id,
    code: versions[0]!.code,
    lockedAt: versions[0]!.locked_at,
    versions: versions.map((one) => ({ recordedAt: one.recorded_at, listed: counts(one) ? listedOf(one) : null })),
  }))
}

/** A draft without a ground is in no figure, nor is what was registered in error. */
const counts = ({ ground, exit_reason }: { ground: string; exit_reason: string | null }): boolean =>
  ground !== 'none' && exit_reason !== 'felregistrering'

const listedOf = (row: { entry_date: string; exit_date: string | null; sex: string; birth_year: number }) => ({
  ...{ entryDate: row.entry_date, exitDate: row.exit_date, sex: row.sex as 'woman' | 'man', birthYear: row.birth_year },
})

/** What indicators are counted of: the records that hold now, with their follow-ups. */
export async function findTaken(queries: Queries, _scope: Scope, { controllerId, interventionId }: EsfPlace): Promise<Taken[]> {
  const rows = await queries
    .selectFrom('participation as p')
    .innerJoin('participation_version as v', (join) =>
      join.onRef('v.controller_id', '=', 'p.controller_id').onRef('v.participation_id', '=', 'p.id').on('v.current', '=', true),
    )
    .selectAll('v')
    .select(['p.id', 'p.person_id'])
    .where('p.controller_id', '=', controllerId)
    .where('v.controller_id', '=', controllerId)
    .where('p.intervention_id', '=', interventionId)
    .where('p.locked_at', 'is', null)
    .orderBy('p.code')
    .execute()
  const counted = rows.filter(counts)
  const contacts = await followUpsOf(
    queries,
    controllerId,
    counted.map(({ id }) => id),
  )
  return counted.map((row) => ({ personId: row.person_id, participation: fromColumns(row), contacts: contacts.get(row.id) ?? [] }))
}

/** What has been handed in, with by whom. */
export async function findHandIns(queries: Queries, { controllerId, interventionId }: EsfPlace): Promise<(HandIn & { by: string })[]> {
  const rows = await queries
    .selectFrom('esf_hand_in as h')
    .innerJoin('app_user as u', 'u.id', 'h.handed_by')
    .select(['h.month', 'h.handed_at as handedAt', 'h.own_hash as own', 'h.chain_hash as chain', 'u.name as by'])
    .where('h.controller_id', '=', controllerId)
    .where('h.intervention_id', '=', interventionId)
    .orderBy('h.handed_at')
    .execute()
  return rows
}

/** A digest under the controller's own key: what is left of a row that has been disposed of can be tried against nothing. */
export async function digestOf(queries: Queries, controllerId: string): Promise<Digest> {
  const { reference_key } = await queries
    .selectFrom('controller')
    .select('reference_key')
    .where('organisation_id', '=', controllerId)
    .executeTakeFirstOrThrow()
  return (text) => createHmac('sha256', reference_key).update(`esf:${text}`).digest('hex')
}
