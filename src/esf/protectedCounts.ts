import type { Cell } from '../disclosure/cell.ts'
import { Education, ExitReason, Occupation, Sex, StateLater, YesNoUnknown } from '../participations/codes.ts'
import { missingValue } from '../participations/factColumns.ts'
import { copyRows } from '../statistics/copyRows.ts'
import { dimensionsOf, type SingleDimension } from '../statistics/dimension.ts'
import type { Facts } from '../statistics/facts.ts'
import { releasedCells, type Releasing } from '../statistics/releasedCells.ts'
import type { CellQuery } from '../statistics/countedCells.ts'
import { monthNumber, monthOfNumber } from '../values/month.ts'
import { rules, type Rule } from './counting.ts'
import { indicators } from './indicators.ts'
import { deceased, standingOf, type EsfParticipant, type Standing } from './participants.ts'

/** How many of an intervention an indicator counts, as cells that may be seen; and of how many it is not known. */
export interface ProtectedCounts {
  woman: Cell
  man: Cell
  all: Cell
  unknown: Cell
}

/** The facts of one intervention by themselves, so that what is worked out of them is not worked out of the whole country. Their keys, and so their noise, are the same. */
export function factsOfIntervention(facts: Facts, interventionId: string): Facts {
  const position = facts.dictionaries.interventions.findIndex(({ id }) => id === interventionId)
  const rows = Int32Array.from([...facts.columns.intervention.keys()].filter((row) => facts.columns.intervention[row] === position))
  const columns = Object.fromEntries(Object.entries(facts.columns).map(([name, values]) => [name, copyRows(values, rows)]))
  return { ...facts, size: rows.length, columns: columns as Facts['columns'] }
}

/** Every indicator that the register can tell of, of the facts of an intervention up to a month, by code. Participations are counted, each by itself: facts do not tell whose came first. */
export function protectedIndicators(by: Releasing, until: number): Map<string, ProtectedCounts> {
  const sex = dimensionsOf(by.facts).get('sex')!
  const [woman, man] = [Sex.index('woman'), Sex.index('man')]
  const counting: Omit<CellQuery, 'axes'> = {
    ...{ conditions: [], population: 'entries', count: 'participations' },
    period: { from: '1900-01', to: monthOfNumber(until) },
  }
  const told = indicators.flatMap(({ code }): [string, ProtectedCounts][] => {
    const rule = rules[code]
    if (!rule) return []
    const dimension = answerDimension(code, rule, until)
    const bySex = releasedCells(by, { ...counting, axes: [sex, dimension] })
    const all = releasedCells(by, { ...counting, axes: [dimension] })
    const width = answers.length
    return [[code, { woman: bySex[woman * width]!, man: bySex[man * width]!, all: all[0]!, unknown: all[2]! }]]
  })
  return new Map(told)
}

const answers = ['yes', 'no', 'unknown', 'notOf'] as const

/** Indicators of age and school place a group, as the dimensions they are made of do; the others tell something of a person (0017). */
const placing = /^EECO(01|0[6-9]|10)$/

/** Whether each fact counts in an indicator, as a dimension. */
function answerDimension(code: string, rule: Rule, until: number): SingleDimension {
  const name = `${placing.test(code) ? 'esfGroup' : 'esfState'} ${code}`
  const nameless = { sv: '', en: '' }
  return {
    ...{ kind: 'single', name, label: nameless, codes: answers.map((answer) => ({ code: answer, label: nameless })) },
    column: { name: `${name} ${until}`, type: 'u8', derive: (facts) => answersOf(facts, rule, until) },
    lookup: Uint16Array.from({ length: 256 }, (_, value) => Math.min(value, answers.length - 1)),
  }
}

function answersOf(facts: Facts, rule: Rule, until: number): Uint8Array {
  return Uint8Array.from({ length: facts.size }, (_, row) => {
    const said = rule(participantOf(facts.columns, row, until))
    if (said === null) return 3
    if (said === undefined) return 2
    return said ? 0 : 1
  })
}

const codeAt = <C extends string>(list: { at(index: number): C }, position: number): C | null =>
  position === missingValue.u8 ? null : list.at(position)
const extent = (value: number): number | null => (value === missingValue.u8 ? null : value)
const isDeceased = ExitReason.index('deceased')

/** A fact as the indicators see a participant. Months tell who has left, and who left six months ago. */
function participantOf(columns: Facts['columns'], row: number, until: number): EsfParticipant {
  const exit = columns.exitMonth[row]!
  const occupation = codeAt(Occupation, columns.occupationBefore[row]!) ?? 'unknown'
  const extents = { workExtent: extent(columns.workBefore[row]!), studyExtent: extent(columns.studyBefore[row]!) }
  return {
    sex: Sex.at(columns.sex[row]!),
    age: columns.ageAtEntry[row]!,
    education: codeAt(Education, columns.education[row]!),
    bornAbroad: codeAt(YesNoUnknown, columns.bornAbroad[row]!),
    atStart: standingOf({ occupation, ...extents }),
    left: exit <= until ? { standing: standingAfter(columns, row) } : undefined,
    sixMonthsAfter: exit + 6 <= until ? { standing: standingLater(codeAt(StateLater, columns.stateAfterExit6[row]!)) } : undefined,
  }
}

function standingAfter(columns: Facts['columns'], row: number): Standing | undefined {
  if (columns.exitReason[row] === isDeceased) return deceased
  const occupation = codeAt(Occupation, columns.occupationAfter[row]!)
  if (occupation === null) return undefined
  return standingOf({ occupation, workExtent: extent(columns.workAfter[row]!), studyExtent: extent(columns.studyAfter[row]!) })
}

/** A state after the exit holds together work below 25 % and studies below 50 %, so those are not known here. */
function standingLater(state: ReturnType<typeof StateLater.at> | null): Standing | undefined {
  if (state === 'ordinaryWork' || state === 'subsidisedWork' || state === 'workOfUnknownType') return { labour: 'employed', studies: false }
  if (state === null || state === 'unknownExtent' || state === 'lessWorkOrStudies') return undefined
  return { labour: state === 'jobSeeking' ? 'unemployed' : 'inactive', studies: state === 'studies' }
}

/** The last month that facts can tell of: the one before that in which something was last registered. */
export const lastMonthOf = (dataDate: string): number => monthNumber(dataDate) - 1
