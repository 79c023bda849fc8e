import type { ColumnSource } from '../../column.ts'
import type { SingleDimension } from '../../dimension.ts'
import { outcomeCodes, outcomeDimension } from '../../outcome.ts'
import type { OutcomeName } from '../../outcome.ts'
import { columnOf } from '../../column.ts'
import type { Facts } from '../../facts.ts'

/**
 * What became of those who left, as one classification: so that "to work or study", "started or increased" and "job-seeking" of one release are parts
 * of each other and never different answers about the same persons that could be subtracted.
 */
const codes = [
  { code: 'workOrStudyMore', label: { sv: 'Arbete eller studier, började eller ökade', en: 'Work or studies, started or increased' } },
  // Releases that are out hold it under this code: unchanged, less, and those whose extent before or after nobody knows.
  { code: 'workOrStudySame', label: { sv: 'Arbete eller studier, utan känd ökning', en: 'Work or studies, no known increase' } },
  { code: 'jobSeeking', label: { sv: 'Aktivt arbetssökande', en: 'Actively seeking work' } },
  { code: 'other', label: { sv: 'Annat', en: 'Other' } },
  { code: 'unknown', label: { sv: 'Okänt', en: 'Unknown' } },
] as const

/** Both kinds of work and studies together: the measure "to work or study at exit". */
export const workOrStudy = { code: 'workOrStudy', label: { sv: 'Till arbete eller studier', en: 'To work or study' } } as const

const column: ColumnSource<'u8'> = { name: 'afterExit', type: 'u8', derive: (facts) => classify(facts) }

/** What became of those who left (`workOrStudyMore`, `workOrStudySame`, `jobSeeking`, `other`, `unknown`). */
export const afterExitDimension: SingleDimension = {
  kind: 'single',
  name: 'afterExit',
  label: { sv: 'Efter avslutet', en: 'After exit' },
  codes,
  column,
  lookup: Uint16Array.from({ length: 256 }, (_, at) => Math.min(at, codes.length - 1)),
}

/** The same counts as the measures that have the names of outcomes, where they are. */
export const sameAsOutcome: Readonly<Record<string, Readonly<Partial<Record<OutcomeName, string>>>>> = {
  workOrStudy: { toWorkOrStudy: 'yes' },
  workOrStudyMore: { startedOrIncreased: 'yes' },
  jobSeeking: { jobSeekingAfter: 'yes' },
  unknown: { toWorkOrStudy: 'unknown' },
}

function classify(facts: Facts): Uint8Array {
  const [working, more, seeking] = (['toWorkOrStudy', 'startedOrIncreased', 'jobSeekingAfter'] as const).map((name) =>
    columnOf(facts, outcomeDimension(name).column),
  )
  const [yes, unknown] = [outcomeCodes.indexOf('yes'), outcomeCodes.indexOf('unknown')]
  const at = (code: (typeof codes)[number]['code']): number => codes.findIndex((one) => one.code === code)
  return Uint8Array.from({ length: facts.size }, (_, row) => {
    if (working![row] === yes) return at(more![row] === yes ? 'workOrStudyMore' : 'workOrStudySame')
    if (working![row] === unknown) return at('unknown')
    return at(seeking![row] === yes ? 'jobSeeking' : 'other')
  })
}
