import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import type { Queries } from '../../platform/database.ts'
import { breaksRule, notFound, Refusal, type Fault } from '../../platform/errors.ts'
import type { Scope } from '../../platform/scope.ts'
import { findSentBefore } from '../../platform/sentAgain.ts'
import { stockholmDate } from '../../values/civilDate.ts'
import { demandAnswersFor } from '../answersFor.ts'
import { scaleOf } from './bookStore.ts'
import type { InstrumentFields, RoundFields } from './domain.ts'
import { scoreOf, type Point } from './scoring.ts'

const arrivedBefore = (): Refusal => new Refusal(409, 'fidelity.arrivedBefore')

/**
 * Begins an assessment with the first assessor's points; one begun already under the same id is left as it is. Throws `Refusal` 404, 403 for whoever may
 * not assess, 409 when what arrived under the id says something else, and 422 for a day to come, an unknown instrument, or points that are not of its scale.
 */
export async function beginRound(queries: Queries, scope: Scope, interventionId: string, given: RoundFields, now: Date): Promise<void> {
  await demandAnswersFor(queries, interventionId)
  if (given.assessedOn > stockholmDate(now)) throw faulty('assessedOn', 'fidelity.inFuture')
  await demandPoints(queries, given.instrument, given.points)
  const { id, instrument, kind, team, assessedOn: assessed_on, assessors, points } = given
  const about = { intervention_id: interventionId, instrument, kind, team, assessed_on, assessors }
  const first = await findSentBefore(queries, id, {
    find: () =>
      queries
        .selectFrom('fidelity_round as r')
        .leftJoin('fidelity_rating as p', (on) => on.onRef('p.round_id', '=', 'r.id').on('p.assessor', '=', 1))
        .select(['r.intervention_id', 'r.instrument', 'r.kind', 'r.team', 'r.assessed_on', 'r.assessors', 'p.points'])
        .where('r.id', '=', id)
        .executeTakeFirst(),
    isSame: (round) => isDeepStrictEqual(round, { ...about, points }),
    refusal: arrivedBefore,
  })
  if (first) return
  const stamp = { recorded_at: now.toISOString(), recorded_by: scope.userId }
  await queries
    .insertInto('fidelity_round')
    .values({ id, ...about, ...stamp })
    .execute()
  await addRating(queries, { round_id: id, assessor: 1, assessors, points, ...stamp })
}

type Rating = { round_id: string; assessor: number; assessors: number; points: readonly Point[]; recorded_at: string; recorded_by: string }

async function addRating(queries: Queries, { points, ...rating }: Rating): Promise<void> {
  await queries
    .insertInto('fidelity_rating')
    .values({ ...rating, points: JSON.stringify(points) })
    .execute()
}

/** Gives the second assessor's points. Throws `Refusal` 404, 403, 409 for whoever has given other points already, and 422 when all assessors are done, the round does not count or the points are not of its scale. */
export async function rateRound(
  queries: Queries,
  scope: Scope,
  place: { interventionId: string; roundId: string },
  points: readonly Point[],
  now: Date,
): Promise<void> {
  await demandAnswersFor(queries, place.interventionId)
  const round = await getRound(queries, place)
  const own = await findSentBefore(queries, place.roundId, {
    find: () =>
      queries
        .selectFrom('fidelity_rating')
        .select('points')
        .where('round_id', '=', place.roundId)
        .where('recorded_by', '=', scope.userId)
        .executeTakeFirst(),
    isSame: (rating) => isDeepStrictEqual(rating.points, points),
    refusal: () => new Refusal(409, 'fidelity.ratedBefore'),
  })
  if (own) return
  await demandPoints(queries, round.instrument, points)
  const { rows } = await sql<{ given: number }>`select fidelity_given(${round.id}::uuid) as given`.execute(queries)
  const assessor = rows[0]!.given + 1
  if (assessor > round.assessors) throw breaksRule('fidelity.allDone')
  const stamp = { recorded_at: now.toISOString(), recorded_by: scope.userId }
  await addRating(queries, { round_id: round.id, assessor, assessors: round.assessors, points, ...stamp })
}

/** Says why an assessment does not count. Throws `Refusal` 404, 403. One that is withdrawn already stays so, for the reason first given. */
export async function withdrawRound(
  queries: Queries,
  scope: Scope,
  place: { interventionId: string; roundId: string },
  reason: string,
  now: Date,
): Promise<void> {
  await demandAnswersFor(queries, place.interventionId)
  const { id } = await getRound(queries, place, 'any')
  await queries
    .insertInto('fidelity_withdrawal')
    .values({ round_id: id, reason, recorded_at: now.toISOString(), recorded_by: scope.userId })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

async function getRound(queries: Queries, place: { interventionId: string; roundId: string }, state: 'any' | 'counts' = 'counts') {
  const round = await queries
    .selectFrom('fidelity_round as r')
    .leftJoin('fidelity_withdrawal as w', 'w.round_id', 'r.id')
    .select(['r.id', 'r.instrument', 'r.assessors', 'w.reason'])
    .where('r.id', '=', place.roundId)
    .where('r.intervention_id', '=', place.interventionId)
    .executeTakeFirst()
  if (!round) throw notFound()
  if (state === 'counts' && round.reason !== null) throw breaksRule('fidelity.isWithdrawn')
  return round
}

/** Refuses points that are not of the instrument's scale, at the item that is wrong. */
async function demandPoints(queries: Queries, instrument: string, points: readonly Point[]): Promise<void> {
  const scale = await scaleOf(queries, instrument)
  if (!scale) throw faulty('instrument', 'fidelity.unknownInstrument')
  if (points.length !== scale.items) throw faulty('points', 'fidelity.allItems', { n: scale.items })
  const wrong = points.findIndex((point) => point !== null && (point < scale.low || point > scale.high))
  if (wrong >= 0) throw faulty(`points[${wrong}]`, 'fidelity.badPointAt', { item: wrong + 1, low: scale.low, high: scale.high })
  if (!scoreOf(scale, points)) throw faulty('points', 'fidelity.tooManyMissing', { most: scale.mostMissing })
}

function faulty(field: string, key: string, args: Record<string, number> = {}): Refusal {
  const fault: Fault = { where: `body.${field}`, key, args }
  return breaksRule(key, args, [fault])
}

/** Brings in an instrument; one brought in already under the same id is left as it is. Throws `Refusal` 409 when somebody else's is known by the id, 422 when its scale is not the one it says. */
export async function addInstrument(
  queries: Queries,
  scope: Scope,
  associationId: string,
  { id, name, source, sameScaleAs, scale, texts }: InstrumentFields,
  now: Date,
): Promise<void> {
  const known = sameScaleAs && (await scaleOf(queries, sameScaleAs))
  if (known && !isDeepStrictEqual(known, scale)) throw faulty('scale', 'fidelity.notSameScale', { n: known.items })
  const first = await findSentBefore(queries, id, {
    find: () => queries.selectFrom('fidelity_instrument').selectAll().where('id', '=', id).executeTakeFirst(),
    isSame: (row) => row.association_id === associationId && row.name === name && row.items === scale.items && row.source === source,
    refusal: arrivedBefore,
  })
  if (first) return
  const { items, low, high, mostMissing: most_missing } = scale
  await queries
    .insertInto('fidelity_instrument')
    .values({
      ...{ id, association_id: associationId, name, source, same_scale_as: sameScaleAs, items, low, high, most_missing },
      ...{ bands: JSON.stringify(scale.bands), recorded_at: now.toISOString(), recorded_by: scope.userId },
    })
    .execute()
  const rows = texts.map(({ label, anchors }, at) => ({
    ...{ association_id: associationId, instrument_id: id, item: at + 1, label, anchors: JSON.stringify(anchors) },
  }))
  await queries.insertInto('fidelity_item').values(rows).execute()
}
