import type { Queries } from '../../platform/database.ts'
import { scaleOf } from './bookStore.ts'
import { ownInstrument, type Round } from './domain.ts'
import { roundScore, type FidelityScale } from './scoring.ts'

/** An assessment that is done and counts, by the scale it was scored by. */
export interface Assessed {
  interventionId: string
  team: string
  kind: Round['kind']
  assessedOn: string
  /** What makes scores comparable: IPS-25, or the one instrument that has the scale. */
  scale: string
  /** The lowest and the highest sum there is. */
  least: number
  most: number
  score: number
}

interface Known extends FidelityScale {
  name: string
}

/** Every assessment of all interventions that is done and counts, the earliest first. For figures: the role that reads them sees no points of others. */
export async function listAssessed(queries: Queries): Promise<Assessed[]> {
  const rounds = await queries
    .selectFrom('fidelity_round as r')
    .leftJoin('fidelity_withdrawal as w', 'w.round_id', 'r.id')
    .select(['r.id', 'r.intervention_id', 'r.instrument', 'r.kind', 'r.team', 'r.assessed_on'])
    .where('w.round_id', 'is', null)
    .orderBy('r.assessed_on')
    .orderBy('r.id')
    .execute()
  const ratings = await queries
    .selectFrom('fidelity_rating')
    .select(['round_id', 'points'])
    .orderBy('round_id')
    .orderBy('assessor')
    .execute()
  const byRound = Map.groupBy(ratings, ({ round_id }) => round_id)
  const known = await scalesOf(queries, new Set(rounds.map(({ instrument }) => instrument)))
  return rounds.flatMap(({ id, intervention_id, instrument, kind, team, assessed_on }) => {
    const scale = known.get(instrument)!
    const result = roundScore(
      scale,
      (byRound.get(id) ?? []).map(({ points }) => points),
    )
    if (!result) return []
    const ends = { least: scale.items * scale.low, most: scale.items * scale.high }
    const about = { interventionId: intervention_id, team, kind: kind as Round['kind'], assessedOn: assessed_on }
    return [{ ...about, ...ends, scale: scale.name, score: result.score }]
  })
}

async function scalesOf(queries: Queries, instruments: ReadonlySet<string>): Promise<Map<string, Known>> {
  const known = new Map<string, Known>()
  for (const instrument of instruments) {
    const row =
      instrument === ownInstrument
        ? { same_scale_as: ownInstrument, name: ownInstrument }
        : await queries
            .selectFrom('fidelity_instrument')
            .select(['same_scale_as', 'name'])
            .where('id', '=', instrument)
            .executeTakeFirstOrThrow()
    known.set(instrument, { ...(await scaleOf(queries, instrument))!, name: row.same_scale_as ?? row.name })
  }
  return known
}
