import { differingFields } from '../difference.ts'
import type { Participation, ParticipationField } from '../domain.ts'

/** What two persons have made of the same record, put together. */
export interface MergedEdits {
  /** Holds one's own value where both changed the same field, until the person has chosen. */
  merged: Participation
  /** Fields that both have changed, to different values. */
  conflicts: ParticipationField[]
  /** Fields that only the other has changed, taken as they are. */
  taken: ParticipationField[]
}

/**
 * Puts together what two persons have made of the same record.
 * @param base what both began from
 */
export function mergeEdits(base: Participation, mine: Participation, theirs: Participation): MergedEdits {
  const changedHere = new Set(differingFields(base, mine))
  const between = new Set(differingFields(mine, theirs))
  const changedThere = differingFields(base, theirs).filter((field) => between.has(field))
  const conflicts = changedThere.filter((field) => changedHere.has(field))
  const taken = changedThere.filter((field) => !changedHere.has(field))
  const values = Object.fromEntries(taken.map((field) => [field, theirs[field]]))
  return { merged: { ...mine, ...values }, conflicts, taken }
}
