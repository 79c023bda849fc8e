import type { Period } from '../../values/month.ts'
import { monthSchema } from '../../values/month.ts'

/** A place and a period; what is not chosen is `undefined`. */
export interface Choice {
  place: string
  from: string | undefined
  to: string | undefined
}

type Query = Record<string, unknown>

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)
const month = (value: unknown): string | undefined => {
  const given = text(value)
  return given !== undefined && monthSchema.safeParse(given).success ? given : undefined
}

/** Reads the choices out of an address: one, or two to compare. What cannot be read is left to the default. */
export function readChoices(query: Query): Choice[] {
  const read = (suffix: string): Choice => ({
    place: text(query[`place${suffix}`]) ?? 'nation',
    from: month(query[`from${suffix}`]),
    to: month(query[`to${suffix}`]),
  })
  return text(query['place2']) === undefined ? [read('')] : [read(''), read('2')]
}

/** The address of choices (inverse of `readChoices`). */
export function writeChoices(choices: readonly Choice[]): Record<string, string> {
  const query: Record<string, string> = {}
  for (const [at, { place, from, to }] of choices.entries()) {
    const suffix = at === 0 ? '' : '2'
    if (place !== 'nation' || at > 0) query[`place${suffix}`] = place
    if (from !== undefined) query[`from${suffix}`] = from
    if (to !== undefined) query[`to${suffix}`] = to
  }
  return query
}

/** A choice with another period. */
export function withPeriod(choice: Choice, { from, to }: Period): Choice {
  return { ...choice, from, to }
}
