import type { z } from 'zod'
import { Participation, type ParticipationField } from './domain.ts'
import type { ParticipationVersionRow } from './tables.ts'

/** `entryDate` → `entry_date`: fields and columns differ in spelling only, so nothing is mapped by hand. */
export function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

const fields = Object.keys(Participation.shape) as ParticipationField[]
const columns = fields.map((field) => [field, snakeCase(field)] as const)

/** The columns of a version that say what was registered, in the order of the fields. */
export const participationColumns: readonly string[] = columns.map(([, column]) => column)

/** The columns of a participation's version, from the participation. */
export function toColumns(participation: Participation): Record<string, unknown> {
  return Object.fromEntries(columns.map(([field, column]) => [column, participation[field] ?? null]))
}

/** The participation of a version row. Throws when the row is not a participation: the database then holds what the schema does not know. */
export function fromColumns(row: Partial<ParticipationVersionRow> | Record<string, unknown>): z.output<typeof Participation> {
  const source = row as Record<string, unknown>
  return Participation.parse(Object.fromEntries(columns.map(([field, column]) => [field, source[column]])))
}
