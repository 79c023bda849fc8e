import { differingFields } from '../difference.ts'
import type { Participation, ParticipationField } from '../domain.ts'

/** What two persons have changed of the same thing. */
export interface SortedEdits<Field extends string> {
  /** What both have changed, to different values: the person chooses. */
  conflicts: Field[]
  /** What only the other has changed, taken as it is. */
  taken: Field[]
}

/**
 * Sorts what two persons have made of the same thing.
 * @param base what both began from
 * @param differing the parts in which two of them differ
 */
export function sortEdits<T, Field extends string>(
  { base, mine, theirs }: { base: T; mine: T; theirs: T },
  differing: (one: T, other: T) => Field[],
): SortedEdits<Field> {
  const changedHere = new Set(differing(base, mine))
  const between = new Set(differing(mine, theirs))
  const changedThere = differing(base, theirs).filter((field) => between.has(field))
  return {
    conflicts: changedThere.filter((field) => changedHere.has(field)),
    taken: changedThere.filter((field) => !changedHere.has(field)),
  }
}

/** What two persons have made of the same record, put together. */
export interface MergedEdits extends SortedEdits<ParticipationField> {
  /** Holds one's own value where both changed the same field, until the person has chosen. */
  merged: Participation
}

/**
 * Puts together what two persons have made of the same record.
 * @param base what both began from
 */
export function mergeEdits(base: Participation, mine: Participation, theirs: Participation): MergedEdits {
  const sorted = sortEdits({ base, mine, theirs }, differingFields)
  const values = Object.fromEntries(sorted.taken.map((field) => [field, theirs[field]]))
  return { merged: { ...mine, ...values }, ...sorted }
}
