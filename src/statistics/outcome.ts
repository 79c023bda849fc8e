import { ExitReason, Occupation, SupportSource } from '../participations/codes.ts'
import type { ColumnSource } from './column.ts'
import { missingValue } from '../participations/factColumns.ts'
import type { FactArrays, FactColumnName } from '../participations/factColumns.ts'
import { inAnyWorkOrStudy, inWorkOrStudy } from './stateLater.ts'
import type { Facts } from './facts.ts'
import type { SingleDimension } from './dimension.ts'

/** What is known of an outcome for one participation. `apart` is neither success nor failure nor unknown: shown by itself. */
export const outcomeCodes = ['no', 'yes', 'unknown', 'apart'] as const
export type OutcomeCode = (typeof outcomeCodes)[number]

const [no, yes, unknown, apart] = [0, 1, 2, 3]
const at = (code: Parameters<typeof Occupation.index>[0]) => Occupation.index(code)
const [work, studies, workAndStudies, jobSeeking, other] = [at('work'), at('studies'), at('workAndStudies'), at('jobSeeking'), at('other')]
const rightSupportReason = ExitReason.index('rightSupport')
const ownMeans = bitsOf('lon', 'egetForetag', 'studiestod')
const noKnownIncome = bitsOf('ingenKandInkomst')
const otherPublic = ~(ownMeans | noKnownIncome | bitsOf('ingenOffentlig')) & ((1 << SupportSource.codes.length) - 1)

/** Work or studies after: work > 0 % or studies > 0 %. Without extents the occupation decides. */
function toWorkOrStudy(columns: FactArrays, row: number): number {
  const [least, most] = extentAfter(columns, row)
  if (least > 0) return yes
  return most > 0 ? unknown : no
}

/**
 * Work % + study % after > before: who goes from half-time work to half-time work and half-time studies has increased. Where
 * an extent is unknown: yes or no when every possible extent says so.
 */
function startedOrIncreased(columns: FactArrays, row: number): number {
  const [leastAfter, mostAfter] = extentAfter(columns, row)
  const [leastBefore, mostBefore] = extentBefore(columns, row)
  if (leastAfter > mostBefore) return yes
  return mostAfter > leastBefore ? unknown : no
}

/** Active job-seeking, and neither work nor studies, after. */
function jobSeekingAfter(columns: FactArrays, row: number): number {
  const [least] = extentAfter(columns, row)
  if (least > 0) return no
  const occupation = columns.occupationAfter[row]!
  if (occupation === jobSeeking) return yes
  return isKnown(occupation) ? no : unknown
}

/**
 * Lön, eget företag or studiestöd and no other public support after. "Ingen känd inkomst" alone stands apart: nobody knows what
 * such a person lives on, so it must not pass for success.
 */
function selfSupportingAfter(columns: FactArrays, row: number): number {
  const set = columns.supportAfter[row]! | 0
  if (set < 0 || set === 0) return unknown
  if ((set & otherPublic) !== 0) return no
  if ((set & ownMeans) !== 0) return yes
  return (set & noKnownIncome) !== 0 ? apart : no
}

/** Exit reason "rätt ersättning beviljad". */
function rightSupport(columns: FactArrays, row: number): number {
  const reason = columns.exitReason[row]!
  if (reason === missingValue.u8) return unknown
  return reason === rightSupportReason ? yes : no
}

/** Quality: no support recorded, neither before nor after. A set that was never recorded holds nothing either. */
function supportMissing(columns: FactArrays, row: number): number {
  const held = (columns.supportBefore[row]! | columns.supportAfter[row]!) & (missingValue.u32 - 1)
  return held === 0 ? yes : no
}

const FOUR_YEARS = 1461

/** Quality: more than four years from entry to exit. */
function overFourYears(columns: FactArrays, row: number): number {
  const days = columns.daysToExit[row]!
  if (days === missingValue.i32) return unknown
  return days > FOUR_YEARS ? yes : no
}

/** Nothing but the state at a point tells the outcome there, so it is looked up by the state. */
interface AtPoint {
  column: Extract<FactColumnName, `stateAfter${string}`>
  of: (state: number) => number
}

const later = {
  workOrStudyAfterStart6: { column: 'stateAfterStart6', of: inWorkOrStudy },
  workOrStudyAfterStart12: { column: 'stateAfterStart12', of: inWorkOrStudy },
  workOrStudyAfterStart24: { column: 'stateAfterStart24', of: inWorkOrStudy },
  stillInWorkOrStudyAfterExit6: { column: 'stateAfterExit6', of: inAnyWorkOrStudy },
  stillInWorkOrStudyAfterExit12: { column: 'stateAfterExit12', of: inAnyWorkOrStudy },
  stillInWorkOrStudyAfterExit24: { column: 'stateAfterExit24', of: inAnyWorkOrStudy },
} satisfies Record<string, AtPoint>

const rules = {
  toWorkOrStudy,
  startedOrIncreased,
  jobSeekingAfter,
  selfSupportingAfter,
  rightSupport,
  supportMissing,
  overFourYears,
}
export type OutcomeName = keyof typeof rules | keyof typeof later

const isLater = (name: OutcomeName): name is keyof typeof later => name in later

/** An outcome as a dimension (codes no, yes, unknown, apart), computed once per snapshot of facts. */
export function outcomeDimension(name: OutcomeName): SingleDimension {
  const column: ColumnSource<'u8'> = {
    name: `outcome ${name}`,
    type: 'u8',
    derive: (facts) => (isLater(name) ? statesAt(facts, later[name]) : outcomes(facts, rules[name])),
  }
  const lookup = Uint16Array.from({ length: 256 }, (_, value) => Math.min(value, apart))
  return { kind: 'single', name, label: { sv: 'Utfall', en: 'Outcome' }, codes: outcomeLabels, column, lookup }
}

const outcomeLabels = [
  { code: 'no', label: { sv: 'Nej', en: 'No' } },
  { code: 'yes', label: { sv: 'Ja', en: 'Yes' } },
  { code: 'unknown', label: { sv: 'Okänt', en: 'Unknown' } },
  { code: 'apart', label: { sv: 'Ingen känd inkomst', en: 'No known income' } },
] satisfies { code: OutcomeCode; label: { sv: string; en: string } }[]

function statesAt({ size, columns }: Facts, { column, of }: AtPoint): Uint8Array {
  const [states, outcomeOf] = [columns[column], Uint8Array.from({ length: 256 }, (_, state) => of(state))]
  const result = new Uint8Array(size)
  for (let row = 0; row < size; row++) result[row] = outcomeOf[states[row]!]!
  return result
}

function outcomes(facts: Facts, rule: (columns: FactArrays, row: number) => number): Uint8Array {
  const result = new Uint8Array(facts.size)
  for (let row = 0; row < facts.size; row++) result[row] = rule(facts.columns, row)
  return result
}

/** Least and most per cent of work and studies together. */
function extentAfter({ occupationAfter, workAfter, studyAfter }: FactArrays, row: number): [number, number] {
  return extent(occupationAfter[row]!, workAfter[row]!, studyAfter[row]!)
}

function extentBefore({ occupationBefore, workBefore, studyBefore }: FactArrays, row: number): [number, number] {
  return extent(occupationBefore[row]!, workBefore[row]!, studyBefore[row]!)
}

function extent(occupation: number, workExtent: number, studyExtent: number): [number, number] {
  const [leastWork, mostWork] = extentBounds(workExtent, occupation, occupation === work || occupation === workAndStudies)
  const [leastStudy, mostStudy] = extentBounds(studyExtent, occupation, occupation === studies || occupation === workAndStudies)
  return [leastWork + leastStudy, mostWork + mostStudy]
}

/** The least and most per cent of one of work and studies: a known extent is itself; else 1–100 % if the occupation says so, 0 if it says not, 0–100 % if it is unknown too. */
export function extentBounds(known: number, occupation: number, isOccupied: boolean): [number, number] {
  if (known !== missingValue.u8) return [known, known]
  if (isOccupied) return [1, 100]
  return isKnown(occupation) ? [0, 0] : [0, 100]
}

function isKnown(occupation: number): boolean {
  return occupation <= other
}

function bitsOf(...codes: Parameters<typeof SupportSource.index>[0][]): number {
  return codes.reduce((set, code) => set | (1 << SupportSource.index(code)), 0)
}
