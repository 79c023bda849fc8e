import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Queries } from '../platform/database.ts'
import { breaksRule, notFound, Refusal, type Fault } from '../platform/errors.ts'
import type { Scope } from '../platform/scope.ts'
import { ruleFaults, type Intervention, type InterventionFields } from './domain.ts'

/** Interventions in Swedish order, all or those an association finances. */
export async function listInterventions(queries: Queries, associationSlug?: string): Promise<Intervention[]> {
  const base = interventions(queries)
  const rows = await (
    associationSlug === undefined
      ? base
      : base.where('i.id', 'in', (inner) =>
          inner
            .selectFrom('intervention_association as x')
            .innerJoin('association as a', 'a.id', 'x.association_id')
            .select('x.intervention_id')
            .where('a.slug', '=', associationSlug),
        )
  ).execute()
  return rows.map(toIntervention)
}

/** One intervention; `undefined` when there is none. */
export async function findIntervention(queries: Queries, id: string): Promise<Intervention | undefined> {
  const row = await interventions(queries).where('i.id', '=', id).executeTakeFirst()
  return row && toIntervention(row)
}

interface Share {
  id: string
  slug: string
  name: string
  sharePercent: number
}

function interventions(queries: Queries) {
  return queries
    .selectFrom('intervention as i')
    .innerJoin('organisation as o', 'o.id', 'i.owner_id')
    .innerJoin('intervention_association as ia', 'ia.intervention_id', 'i.id')
    .innerJoin('association as a', 'a.id', 'ia.association_id')
    .selectAll('i')
    .select('o.name as owner_name')
    .select(
      sql<
        Share[]
      >`json_agg(json_build_object('id', a.id, 'slug', a.slug, 'name', a.name, 'sharePercent', ia.share_percent) order by a.name)`.as(
        'shares',
      ),
    )
    .select(
      sql<Intervention['area']>`(
        select coalesce(json_agg(json_build_object('code', m.code, 'name', m.name) order by m.name collate sv), '[]')
        from municipality m where m.code = any (i.municipalities))`.as('area'),
    )
    .groupBy(['i.id', 'o.name'])
    .orderBy(sql`i.name collate sv`)
}

type Row = Awaited<ReturnType<ReturnType<typeof interventions>['execute']>>[number]

function toIntervention(row: Row): Intervention {
  return {
    id: row.id,
    version: row.version,
    fictive: row.fictive,
    name: row.name,
    description: row.description,
    startDate: row.start_date,
    endDate: row.end_date,
    orientation: row.orientation as Intervention['orientation'],
    preciseOrientations: row.precise_orientations as Intervention['preciseOrientations'],
    targetGroups: row.target_groups as Intervention['targetGroups'],
    countingMode: row.counting_mode as Intervention['countingMode'],
    methods: row.methods,
    fidelityInstrument: row.fidelity_instrument,
    ownerId: row.owner_id,
    ownerName: row.owner_name,
    parties: row.parties as Intervention['parties'],
    units: row.units,
    municipalities: row.municipalities,
    area: row.area,
    fewPartiesReason: row.few_parties_reason,
    esf: row.esf,
    stage: row.stage as Intervention['stage'],
    associations: row.shares,
  }
}

/** The columns of an intervention from its fields. */
export function interventionColumns(fields: InterventionFields) {
  return {
    name: fields.name,
    description: fields.description,
    start_date: fields.startDate,
    end_date: fields.endDate,
    orientation: fields.orientation,
    precise_orientations: fields.preciseOrientations,
    target_groups: fields.targetGroups,
    counting_mode: fields.countingMode,
    methods: fields.methods,
    fidelity_instrument: fields.fidelityInstrument,
    owner_id: fields.ownerId,
    parties: fields.parties,
    units: fields.units,
    municipalities: fields.municipalities,
    few_parties_reason: fields.fewPartiesReason,
    esf: fields.esf,
    stage: fields.stage,
  }
}

/** Registers an intervention under an association. Throws `Refusal` (422) with each broken rule and its place. */
export async function createIntervention(
  queries: Queries,
  _scope: Scope,
  associationId: string,
  fields: InterventionFields,
): Promise<Intervention> {
  const association = await queries.selectFrom('association').select('fictive').where('id', '=', associationId).executeTakeFirst()
  if (!association) throw notFound()
  await refuseBrokenRules(queries, { associationIds: [associationId], id: null }, fields)
  const id = randomUUID()
  await queries
    .insertInto('intervention')
    .values({ id, fictive: association.fictive, ...interventionColumns(fields) })
    .execute()
  await queries.insertInto('intervention_association').values({ intervention_id: id, association_id: associationId }).execute()
  return (await findIntervention(queries, id))!
}

/**
 * Changes an intervention. Throws `Refusal` 404 when the association has no part in it, 409 when `version` is no longer the newest, 422
 * with each broken rule. `says` is told of a change of the counting mode, which is to stand in the audit log.
 */
export async function changeIntervention(
  queries: Queries,
  _scope: Scope,
  target: { associationId: string; id: string; version: number },
  fields: InterventionFields,
  says: (subject: string) => void,
): Promise<Intervention> {
  const before = await findIntervention(queries, target.id)
  if (!before?.associations.some((one) => one.id === target.associationId)) throw notFound()
  const associationIds = before.associations.map((one) => one.id)
  const esfIsFixed = before.esf !== fields.esf && (await hasReported(queries, target.id))
  const subject = { associationIds, id: target.id }
  await refuseBrokenRules(queries, subject, fields, esfIsFixed ? [{ where: 'body.esf', key: 'interventions.esfReported' }] : [])
  const changed = await queries
    .updateTable('intervention')
    .set({ ...interventionColumns(fields), version: target.version + 1 })
    .where('id', '=', target.id)
    .where('version', '=', target.version)
    .returning('id')
    .executeTakeFirst()
  if (!changed) throw new Refusal(409, 'interventions.changedMeanwhile')
  if (before.countingMode !== fields.countingMode)
    says(`intervention ${target.id} countingMode ${before.countingMode}→${fields.countingMode}`)
  return (await findIntervention(queries, target.id))!
}

/** Whether anything has been entered about a year of the intervention, by any of its associations: counts, plan or money. */
async function hasReported(queries: Queries, interventionId: string): Promise<boolean> {
  // The books of other associations are not ours to read; the database tells only whether there is anything in them.
  const { rows } = await sql<{ reported: boolean }>`select intervention_has_reports(${interventionId}) as reported`.execute(queries)
  return rows[0]!.reported
}

/** Which intervention the rules are about: none yet when it is new. */
interface Subject {
  associationIds: string[]
  id: string | null
}

async function refuseBrokenRules(
  queries: Queries,
  { associationIds, id }: Subject,
  fields: InterventionFields,
  besides: readonly Fault[] = [],
): Promise<void> {
  const members = await queries
    .selectFrom('membership')
    .select('organisation_id')
    .where('association_id', 'in', associationIds)
    .where('valid_to', 'is', null)
    .execute()
  const memberIds = members.map((row) => row.organisation_id)
  const faults: Fault[] = [...ruleFaults(fields, memberIds), ...besides]
  const unknown = await unknownMethods(queries, fields.methods)
  if (unknown.length > 0) faults.push({ where: 'body.methods', key: 'interventions.unknownMethod' })
  if (await isElsewhere(queries, associationIds, fields.municipalities))
    faults.push({ where: 'body.municipalities', key: 'interventions.municipalityElsewhere' })
  if (await isNameTaken(queries, { associationIds, id }, fields.name)) faults.push({ where: 'body.name', key: 'interventions.nameTaken' })
  if (faults.length > 0) throw breaksRule(faults[0]!.key, {}, faults)
}

/** Whether another intervention of the same associations has the name, however capitalised: nobody could tell them apart in a list. */
async function isNameTaken(queries: Queries, { associationIds, id }: Subject, name: string): Promise<boolean> {
  const same = await queries
    .selectFrom('intervention as i')
    .innerJoin('intervention_association as ia', 'ia.intervention_id', 'i.id')
    .select('i.id')
    .where('ia.association_id', 'in', associationIds)
    .where(sql`lower(i.name)`, '=', name.trim().toLowerCase())
    .$if(id !== null, (query) => query.where('i.id', '!=', id!))
    .limit(1)
    .executeTakeFirst()
  return same !== undefined
}

/** Whether any of the municipalities is, and was, in none of the associations' areas. */
async function isElsewhere(queries: Queries, associationIds: string[], codes: string[]): Promise<boolean> {
  if (codes.length === 0) return false
  const known = await queries
    .selectFrom('association_municipality')
    .select('municipality_code')
    .where('association_id', 'in', associationIds)
    .where('municipality_code', 'in', codes)
    .execute()
  return codes.some((code) => !known.some((row) => row.municipality_code === code))
}

/** The codes that are in no catalogue of methods. */
export async function unknownMethods(queries: Queries, codes: readonly string[]): Promise<string[]> {
  if (codes.length === 0) return []
  const known = await queries.selectFrom('method').select('code').where('code', 'in', codes).execute()
  return codes.filter((code) => !known.some((row) => row.code === code))
}
