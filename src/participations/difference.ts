import { Participation, type ParticipationField } from './domain.ts'

const fields = Object.keys(Participation.shape) as ParticipationField[]

/** The fields in which two participations differ, in the order of the schema; the order of sources and of groups says nothing. */
export function differingFields(one: Participation, other: Participation): ParticipationField[] {
  return fields.filter((field) => canonical(one[field]) !== canonical(other[field]))
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return JSON.stringify([...value].sort())
  // What nobody was asked may be absent.
  if (value === undefined) return 'null'
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  return JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}
