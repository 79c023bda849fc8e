import { dateOfDayNumber, dayNumber } from '../src/values/civilDate.ts'
import type { ImportRow } from '../src/participations/import/importRow.ts'
import type { ProblemKey } from '../src/participations/import/problem.ts'
import { testPersons } from './testPersons.ts'

/** A seeded source of numbers 0 ≤ x < 1 (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** Municipalities of the invented lists: real codes and names, from Statistics Sweden. */
export const listMunicipalities = [
  { code: '1280', name: 'Malmö' },
  { code: '1281', name: 'Lund' },
  { code: '1285', name: 'Eslöv' },
  { code: '1266', name: 'Hörby' },
  { code: '1267', name: 'Höör' },
  { code: '0114', name: 'Upplands Väsby' },
]

/** The day the lists are read, so that their truth does not change. */
export const listToday = '2026-06-30'

/** One row of the truth: the values meant, and the fault put in, if any. */
export interface ListRow {
  values: ImportRow
  personnummer: string
  name: string
  fault?: Fault
}

/** A fault put into a row: what is changed, and what the check shall say. */
export interface Fault {
  key: ProblemKey
  severity: 'error' | 'warning'
  /** Texts written instead of the value of a field. */
  written: Partial<Record<keyof ImportRow, string>>
}

const firstNames = {
  woman: ['Alva', 'Bodil', 'Fatima', 'Karin', 'Ulla', 'Zahra'],
  man: ['Arvid', 'Gustav', 'Hassan', 'Jonas', 'Karl', 'Åke'],
}
const surnames = ['Testström', 'Testlund', 'Provsson', 'Fiktivsson', 'Demoberg', 'Mallqvist']
const sources = ['sjukpenning', 'ekonomisktBistand', 'aktivitetsersattning', 'aktivitetsstod', 'akassa'] as const
const educations = ['compulsory', 'upperSecondary', 'postSecondary', 'compulsoryNotCompleted', 'unknown'] as const
const reasons = ['asPlanned', 'toWork', 'toStudies', 'illHealth', 'ownRequest', 'rightSupport'] as const
const referrers = ['fk', 'af', 'municipality', 'region'] as const

const faults: readonly ((values: ImportRow) => Fault)[] = [
  () => ({ key: 'impossibleDate', severity: 'error', written: { entryDate: '2024-02-31' } }),
  () => ({ key: 'monthOnly', severity: 'error', written: { entryDate: '2024-03' } }),
  ({ entryDate }) => ({ key: 'exitBeforeEntry', severity: 'error', written: { exitDate: shift(entryDate, -10) } }),
  () => ({ key: 'exitInFuture', severity: 'error', written: { exitDate: '2099-01-01' } }),
  () => ({ key: 'unknownCode', severity: 'error', written: { education: 'Gymnasuim' } }),
  () => ({ key: 'unknownMunicipality', severity: 'error', written: { municipality: 'Malmöö' } }),
  () => ({ key: 'required', severity: 'error', written: { occupationBefore: '' } }),
  () => ({ key: 'identity', severity: 'error', written: { referredBy: 'ring 070-123 45 67' } }),
  () => ({ key: 'outOfRange', severity: 'error', written: { workExtentBefore: '500' } }),
  () => ({ key: 'groundDateLate', severity: 'warning', written: { groundDate: '' } }),
]

function shift(date: string, days: number): string {
  return dateOfDayNumber(dayNumber(date) + days)
}

/**
 * Rows of a list as an intervention's staff keep it, every value invented.
 * @param seed same seed, same rows
 * @param faultShare share of rows given a fault, and half as many again without consent
 * @param from number of the first row in the file
 */
export function listRows(seed: number, count: number, faultShare: number, from: number): ListRow[] {
  const random = seeded(seed)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  const taken = new Set<string>()
  return Array.from({ length: count }, (_, at) => {
    const person = testPersons[at % testPersons.length]!
    const values = listValues(random, pick, person, from + at, taken)
    const name = `${pick(firstNames[person.sex])} ${pick(surnames)}`
    const row: ListRow = { values, personnummer: person.personnummer, name }
    const luck = random()
    if (luck < faultShare) addFault(row, pick(faults)(values))
    else if (luck < faultShare * 1.5) Object.assign(values, { ground: 'none', groundDate: null })
    return row
  })
}

function addFault(row: ListRow, fault: Fault): void {
  row.fault = fault
  if (fault.key !== 'groundDateLate') return
  row.values.groundDate = shift(row.values.entryDate, 60)
  fault.written = {}
}

type Pick = <T>(list: readonly T[]) => T

function listValues(random: () => number, pick: Pick, person: (typeof testPersons)[number], row: number, taken: Set<string>): ImportRow {
  let entryDate = ''
  do entryDate = shift('2021-01-04', Math.floor(random() * 1_700))
  while (taken.has(`${entryDate} ${person.sex} ${person.birthYear}`))
  taken.add(`${entryDate} ${person.sex} ${person.birthYear}`)
  const long = shift(entryDate, 60 + Math.floor(random() * 500))
  // Those who entered before 2023 have all left, so that no stay is long.
  const exitDate = long <= '2026-01-01' && (entryDate < '2023-01-01' || random() < 0.7) ? long : null
  const works = random() < 0.15
  return {
    row,
    reference: `A-${row}`,
    entryDate,
    municipality: pick(listMunicipalities).code,
    sex: person.sex,
    birthYear: person.birthYear,
    ageReason: null,
    bornAbroad: null,
    timeSinceWork: null,
    socialContactsBefore: null,
    ownAbilityBefore: null,
    workBeliefBefore: null,
    socialContactsAfter: null,
    ownAbilityAfter: null,
    workBeliefAfter: null,
    education: pick(educations),
    timeOnSupport: null,
    occupationBefore: works ? 'work' : pick(['jobSeeking', 'other', 'unknown'] as const),
    workExtentBefore: works ? 25 : 0,
    studyExtentBefore: null,
    supportBefore: supportOf(random, pick),
    targetGroups: [],
    referredBy: pick(referrers),
    ground: 'consent',
    groundDate: shift(entryDate, -Math.floor(random() * 10)),
    exitDate,
    ...(exitDate === null ? noExit : exitValues(random, pick)),
    studyExtentAfter: null,
    workType: null,
  }
}

const noExit = { exitReason: null, occupationAfter: null, workExtentAfter: null, supportAfter: null }

function exitValues(random: () => number, pick: Pick): Exit {
  const works = random() < 0.35
  const occupationAfter = works ? 'work' : pick(['studies', 'jobSeeking', 'other'] as const)
  return {
    exitReason: pick(reasons),
    occupationAfter,
    workExtentAfter: works ? pick([25, 50, 75, 100]) : 0,
    supportAfter: supportOf(random, pick),
  }
}
type Exit = { [F in 'exitReason' | 'occupationAfter' | 'workExtentAfter' | 'supportAfter']: ImportRow[F] }

function supportOf(random: () => number, pick: Pick): ImportRow['supportBefore'] {
  const [first, second] = [pick(sources), pick(sources)]
  if (random() < 0.6 || first === second) return { [first]: random() < 0.3 ? null : 100 }
  return { [first]: 50, [second]: 50 }
}
