import { sql } from 'kysely'
import type { Selectable } from 'kysely'
import type { Queries } from '../../platform/database.ts'
import { notFound } from '../../platform/errors.ts'
import { associationsOf, type Scope } from '../../platform/scope.ts'
import { stockholmDate } from '../../values/civilDate.ts'
import type { FidelityInstrumentRow } from '../tables.ts'
import { mayAnswerFor } from '../answersFor.ts'
import { ownInstrument, type FidelityBook, type Instrument, type Round } from './domain.ts'
import { ipsItems } from './ipsItems.ts'
import { ipsScale, roundScore, type FidelityScale } from './scoring.ts'

const own: Instrument = {
  ...{ id: ownInstrument, name: null, source: null, sameScaleAs: ownInstrument },
  scale: { ...ipsScale, bands: [...ipsScale.bands] },
  texts: ipsItems.map((label) => ({ label, anchors: [] })),
}

const scaleOfRow = ({ items, low, high, most_missing, bands }: Selectable<FidelityInstrumentRow>): FidelityScale => ({
  ...{ items, low, high, mostMissing: most_missing },
  bands,
})

/** How an instrument is scored; `undefined` when there is none of the id. */
export async function scaleOf(queries: Queries, instrument: string): Promise<FidelityScale | undefined> {
  if (instrument === ownInstrument) return ipsScale
  const row = await queries.selectFrom('fidelity_instrument').selectAll().where('id', '=', instrument).executeTakeFirst()
  return row && scaleOfRow(row)
}

/** Every assessment of an intervention's teams, with what the one who asks may see of it. Throws `Refusal` 404 when there is no such intervention. */
export async function getFidelity(queries: Queries, scope: Scope, interventionId: string, now: Date): Promise<FidelityBook> {
  const intervention = await queries
    .selectFrom('intervention')
    .select(['name', 'fictive'])
    .where('id', '=', interventionId)
    .executeTakeFirst()
  if (!intervention) throw notFound()
  const mayAssess = await mayAnswerFor(queries, interventionId)
  const associations = await queries
    .selectFrom('intervention_association as i')
    .innerJoin('association as a', 'a.id', 'i.association_id')
    .select(['a.id', 'a.name'])
    .where('i.intervention_id', '=', interventionId)
    .orderBy('a.name')
    .execute()
  const instruments = await listInstruments(queries, interventionId)
  const offices = associationsOf(scope, ['associationAdmin'])
  return {
    ...{ ...intervention, today: stockholmDate(now), mayAssess },
    associations: associations.filter(({ id }) => offices.includes(id)),
    instruments,
    rounds: await listRounds(queries, scope, { interventionId, instruments, mayAssess }),
  }
}

/** The program's own instrument, and those of the intervention's associations or that its teams have been assessed by. */
async function listInstruments(queries: Queries, interventionId: string): Promise<Instrument[]> {
  const here = queries.selectFrom('intervention_association').select('association_id').where('intervention_id', '=', interventionId)
  const used = queries.selectFrom('fidelity_round').select('instrument').where('intervention_id', '=', interventionId)
  const rows = await queries
    .selectFrom('fidelity_instrument')
    .selectAll()
    .where((on) => on.or([on('association_id', 'in', here), on(sql<string>`id::text`, 'in', used)]))
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()
  if (rows.length === 0) return [own]
  const ids = rows.map(({ id }) => id)
  const items = await queries.selectFrom('fidelity_item').selectAll().where('instrument_id', 'in', ids).orderBy('item').execute()
  return [
    own,
    ...rows.map((row) => {
      const texts = items.filter(({ instrument_id }) => instrument_id === row.id)
      const { bands, ...scale } = scaleOfRow(row)
      return {
        ...{ id: row.id, name: row.name, source: row.source, sameScaleAs: row.same_scale_as, scale: { ...scale, bands: [...bands] } },
        texts: texts.length === 0 ? null : texts.map(({ label, anchors }) => ({ label: { sv: label, en: label }, anchors })),
      }
    }),
  ]
}

async function listRounds(
  queries: Queries,
  scope: Scope,
  { interventionId, instruments, mayAssess }: { interventionId: string; instruments: readonly Instrument[]; mayAssess: boolean },
): Promise<Round[]> {
  const rounds = await queries
    .selectFrom('fidelity_round as r')
    .leftJoin('fidelity_withdrawal as w', 'w.round_id', 'r.id')
    .select(['r.id', 'r.instrument', 'r.kind', 'r.team', 'r.assessed_on', 'r.assessors', 'w.reason'])
    .select(sql<number>`fidelity_given(r.id)`.as('given'))
    .where('r.intervention_id', '=', interventionId)
    .orderBy('r.assessed_on', 'desc')
    .orderBy('r.id')
    .execute()
  if (rounds.length === 0) return []
  const ratings = await queries
    .selectFrom('fidelity_rating as p')
    .innerJoin('app_user as u', 'u.id', 'p.recorded_by')
    .select(['p.round_id', 'p.recorded_by', 'p.points', 'u.name'])
    .where(
      'p.round_id',
      'in',
      rounds.map(({ id }) => id),
    )
    .orderBy('p.assessor')
    .execute()
  return rounds.map(({ id, instrument, kind, team, assessed_on, assessors, given, reason }) => {
    const own = ratings.filter(({ round_id }) => round_id === id)
    const isDone = given === assessors
    const points = own.map((one) => one.points)
    return {
      ...{ id, instrument, kind: kind as Round['kind'], team, assessedOn: assessed_on, assessors, given, withdrawn: reason },
      isMine: own.some(({ recorded_by }) => recorded_by === scope.userId),
      result: isDone ? (roundScore(instruments.find((one) => one.id === instrument)!.scale, points) ?? null) : null,
      ratings: isDone && mayAssess ? own.map(({ name }, at) => ({ by: name, points: points[at]! })) : null,
    }
  })
}
