import { Occupation } from '../../participations/codes.ts'
import type { DimensionCode, SingleDimension } from '../../statistics/dimension.ts'
import type { Facts } from '../../statistics/facts.ts'
import { extentBounds } from '../../statistics/outcome.ts'
import type { Text } from '../../values/codeList.ts'

/** What somebody may be occupied with, before or after. */
export type Occupied = 'work' | 'studies'

const notKnown = { code: 'unknown', label: { sv: 'Okänt', en: 'Unknown' } }
const codes: Record<Occupied, readonly DimensionCode[]> = {
  work: [
    { code: 'yes', label: { sv: 'Arbetar', en: 'Works' } },
    { code: 'no', label: { sv: 'Arbetar inte', en: 'Does not work' } },
    notKnown,
  ],
  studies: [
    { code: 'yes', label: { sv: 'Studerar', en: 'Studies' } },
    { code: 'no', label: { sv: 'Studerar inte', en: 'Does not study' } },
    notKnown,
  ],
}
const [yes, no, unknown] = [0, 1, 2]

const of = {
  work: { both: Occupation.index('workAndStudies'), own: Occupation.index('work'), before: 'workBefore', after: 'workAfter' },
  studies: { both: Occupation.index('workAndStudies'), own: Occupation.index('studies'), before: 'studyBefore', after: 'studyAfter' },
} as const

const labels: Record<`${Occupied} ${'before' | 'after'}`, Text> = {
  'work before': { sv: 'Arbete före', en: 'Work before' },
  'work after': { sv: 'Arbete efter', en: 'Work after' },
  'studies before': { sv: 'Studier före', en: 'Studies before' },
  'studies after': { sv: 'Studier efter', en: 'Studies after' },
}

const names = {
  ...{ 'work before': 'atWorkBefore', 'work after': 'atWorkAfter' },
  ...{ 'studies before': 'inStudiesBefore', 'studies after': 'inStudiesAfter' },
} as const

/** Whether somebody worked, or studied, before or after: more than 0 per cent where the extent is recorded, else by the occupation. */
export function occupiedDimension(what: Occupied, when: 'before' | 'after'): SingleDimension {
  const name = names[`${what} ${when}`]
  return {
    ...{ kind: 'single', name, label: labels[`${what} ${when}`], codes: codes[what] },
    column: { name, type: 'u8', derive: (facts) => occupied(facts, what, when) },
    lookup: Uint16Array.from({ length: 256 }, (_, value) => Math.min(value, unknown)),
  }
}

function occupied({ size, columns }: Facts, what: Occupied, when: 'before' | 'after'): Uint8Array {
  const { both, own } = of[what]
  const extents = columns[of[what][when]]
  const occupations = columns[when === 'before' ? 'occupationBefore' : 'occupationAfter']
  const result = new Uint8Array(size)
  for (let row = 0; row < size; row++) {
    const occupation = occupations[row]!
    const [least, most] = extentBounds(extents[row]!, occupation, occupation === own || occupation === both)
    const unlessMore = most > 0 ? unknown : no
    result[row] = least > 0 ? yes : unlessMore
  }
  return result
}
