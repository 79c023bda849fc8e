import { sql } from 'kysely'
import type { Queries } from '../../platform/database.ts'
import { Refusal } from '../../platform/errors.ts'
import { addMonths, type CivilDate } from '../../values/civilDate.ts'
import { lockImports } from '../importOnce.ts'
import { lastPoint } from '../register/followUps.ts'
import { findSwitchedOff } from '../register/optionalPoints.ts'
import type { Retention } from './contract.ts'

/** A participation that is to go. */
export type Held = { id: string; code: string; intervention_id: string; name: string; locked_at: string | null }

function held(queries: Queries, controllerId: string) {
  return queries
    .selectFrom('participation as p')
    .innerJoin('participation_version as v', (join) =>
      join.onRef('v.controller_id', '=', 'p.controller_id').onRef('v.participation_id', '=', 'p.id').on('v.current', '=', true),
    )
    .innerJoin('intervention as i', 'i.id', 'p.intervention_id')
    .select(['p.id', 'p.code', 'p.intervention_id', 'p.locked_at', 'i.name'])
    .where('p.controller_id', '=', controllerId)
}

/**
 * Those whose last planned follow-up of either clock is further back than the rule says. One that still runs is kept. What was registered in error is followed up by nobody: its time is counted from its
 * end, and where it has none, as an undone list leaves it, from the day it was marked.
 */
export async function pastTheirTime(
  queries: Queries,
  controllerId: string,
  retention: Retention | null,
  today: CivilDate,
): Promise<Held[]> {
  if (retention === null || retention.months === null) return []
  const kept = retention.months
  const limit = (last: number): CivilDate => addMonths(today, -(last + kept))
  const switchedOff = await findSwitchedOff(queries, controllerId)
  const shorter = [...switchedOff].filter(([, months]) => months.includes(24)).map(([interventionId]) => interventionId)
  return held(queries, controllerId)
    .where('p.locked_at', 'is', null)
    .where(
      sql<boolean>`case when v.exit_reason = 'felregistrering'
        then coalesce(v.exit_date, (v.recorded_at at time zone 'Europe/Stockholm')::date) < ${limit(0)}::date
        else v.entry_date < ${limit(lastPoint('entry'))}::date and v.exit_date < case when p.intervention_id = any(${shorter}::uuid[])
          then ${limit(lastPoint('exit', [24]))}::date else ${limit(lastPoint('exit'))}::date end
        end`,
    )
    .execute()
}

/** Those that are locked, waiting for a decision on disposal. */
export async function lockedOnes(queries: Queries, controllerId: string): Promise<Held[]> {
  return held(queries, controllerId).where('p.locked_at', 'is not', null).execute()
}

/**
 * All that is to go, held until the transaction ends: what somebody was changing is looked at again once it stands. What goes cannot be brought back, so none goes
 * that a correction just saved says is to stay. Throws `Refusal` 409 when something was changed meanwhile.
 */
export async function lockDue(queries: Queries, controllerId: string, retention: Retention, today: CivilDate): Promise<Held[]> {
  const due = async (): Promise<Held[]> => [
    ...(await pastTheirTime(queries, controllerId, retention, today)),
    ...(await lockedOnes(queries, controllerId)),
  ]
  await lockImports(queries, controllerId)
  const seen = new Set((await due()).map(({ id }) => id))
  await lockParticipations(queries, controllerId, [...seen])
  const going = await due()
  if (going.length !== seen.size || going.some(({ id }) => !seen.has(id))) throw new Refusal(409, 'retention.changedMeanwhile')
  return going
}

/** Holds participations until the transaction ends. In a statement of its own: what is read of them after it is what stands once nobody else is changing them. */
export async function lockParticipations(queries: Queries, controllerId: string, ids: readonly string[]): Promise<void> {
  await queries
    .selectFrom('participation')
    .select('id')
    .where('controller_id', '=', controllerId)
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .orderBy('id')
    .forUpdate()
    .execute()
}
