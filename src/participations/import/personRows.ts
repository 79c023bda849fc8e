import type { IdentityColumn } from './identity.ts'
import type { ColumnMatch } from './match.ts'
import type { Target } from './targets.ts'

/** Fields that only a row about one person has. */
const personal: ReadonlySet<Target> = new Set<Target>([
  'entryDate',
  'exitDate',
  'birthYear',
  'age',
  'personnummer',
  'participantCode',
  'occupationBefore',
  'supportBefore',
  'ground',
  'groundDate',
])

/**
 * Whether a table seems to hold a row per person, so that an association's own administrator must not import it: identity of any kind but
 * free text, or two or more fields of a participation. Tables of head-counts and money have neither.
 */
export function holdsPersons(matches: readonly ColumnMatch[], identity: readonly IdentityColumn[]): boolean {
  if (identity.some(({ kind }) => kind !== 'freeText')) return true
  const found = matches.filter(({ decision }) => decision !== undefined && personal.has(decision as Target))
  return found.length >= 2
}
