import { addDays, type CivilDate } from '../values/civilDate.ts'
import { monthNumber, type Month } from '../values/month.ts'
import type { FileDifference } from './domain.ts'
import { lastDayOf, monthFiles, rowsOf, type Digest, type FileRow, type Listed, type MonthFile, type Span } from './monthFile.ts'

/** A participation as it was recorded, version after version: what is in the figures, or nothing where it is not (a draft, registered in error). */
export interface Recorded {
  id: string
  code: string
  /** Since when it may not be used. */
  lockedAt: string | null
  /** In the order they were recorded. */
  versions: readonly { recordedAt: string; listed: Listed['participation'] | null }[]
}

/** A file that has been handed in: of which month, when, and what it was. */
export interface HandIn {
  month: Month
  handedAt: string
  own: string
  chain: string
}

/** The file of a month beside what was handed in of it. */
export interface MonthState {
  file: MonthFile
  /** The last day to hand it in: four weeks after the month (SCB, Europeiska socialfonden, Tidsplan). */
  due: CivilDate
  handedAt: string | null
  state: 'notHanded' | 'same' | 'changed'
  /** The first month that a change since then touches: this one, or an earlier, after which this is to be read in anew all the same. */
  since: Month | null
  differences: FileDifference[]
  /** The file that was handed in can no longer be made: what was in it has been disposed of. */
  isGone: boolean
}

/** What was in the figures at an instant, or is now. */
export function listedAt(recorded: readonly Recorded[], at?: string): Listed[] {
  return recorded.flatMap(({ id, code, lockedAt, versions }) => {
    if (lockedAt !== null && (at === undefined || lockedAt <= at)) return []
    const listed = versions.findLast(({ recordedAt }) => at === undefined || recordedAt <= at)?.listed
    return listed ? [{ id, code, participation: listed }] : []
  })
}

/**
 * The files of every month up to the last, each beside what was last handed in of it. The first month that was handed in is where the project's files begin: before it there is no file, nor does a
 * change there touch one.
 */
export function monthStates(recorded: readonly Recorded[], handIns: readonly HandIn[], span: Span, digest: Digest): MonthState[] {
  const latest = new Map<Month, HandIn>()
  for (const one of handIns.toSorted((a, b) => (a.handedAt < b.handedAt ? -1 : 1))) latest.set(one.month, one)
  const own = { from: [...latest.keys()].sort()[0] ?? span.from, until: span.until }
  const before = memory(recorded, own, digest)
  return monthFiles(listedAt(recorded), own, digest).map((file, at, files) => {
    const due = addDays(lastDayOf(file.month), 28)
    const handed = latest.get(file.month)
    const plain = { file, due, since: null, differences: [], isGone: false }
    if (!handed) return { ...plain, handedAt: null, state: 'notHanded' }
    if (handed.chain === file.chain) return { ...plain, handedAt: handed.handedAt, state: 'same' }
    const then = before(handed.handedAt)
    const isGone = then.find(({ month }) => month === file.month)?.chain !== handed.chain
    const differs = (one: MonthFile): boolean => one.own !== then.find(({ month }) => month === one.month)?.own
    const since = files.slice(0, at + 1).find(differs)?.month ?? null
    const differences = differencesOf(recorded, handed.handedAt, file)
    return { ...plain, handedAt: handed.handedAt, state: 'changed', since, differences, isGone }
  })
}

/** The files as they were at an instant, made once for each instant that is asked about. */
function memory(recorded: readonly Recorded[], span: Span, digest: Digest) {
  const made = new Map<string, MonthFile[]>()
  return (at: string): MonthFile[] => {
    const files = made.get(at) ?? monthFiles(listedAt(recorded, at), span, digest)
    made.set(at, files)
    return files
  }
}

function differencesOf(recorded: readonly Recorded[], since: string, file: MonthFile): FileDifference[] {
  const then = new Map(rowsOf(listedAt(recorded, since), file.month).map((row) => [row.id, row]))
  const now = new Map(file.rows.map((row) => [row.id, row]))
  return recorded
    .flatMap(({ id, code, lockedAt, versions }): FileDifference[] => {
      const [was, is] = [then.get(id), now.get(id)]
      const fields = was && is ? changedFields(was, is) : []
      if (was ? is && fields.length === 0 : !is) return []
      const recordedAt = lockedAt ?? versions.find((one) => one.recordedAt > since)?.recordedAt ?? since
      const told = lockedAt === null ? { id, code } : { id: null, code: null }
      return [{ ...told, what: whatOf(was, is), fields, recordedAt }]
    })
    .sort((a, b) => (a.recordedAt < b.recordedAt ? -1 : 1))
}

function whatOf(was: FileRow | undefined, is: FileRow | undefined): FileDifference['what'] {
  if (!was) return 'added'
  return is ? 'changed' : 'removed'
}

const compared = ['entryDate', 'exitDate', 'sex', 'birthYear'] as const
const changedFields = (was: FileRow, is: FileRow): FileDifference['fields'] => compared.filter((field) => was[field] !== is[field])

/** The last month that is over on a day: the file of a month opens on the first of the next. */
export function lastWholeMonth(today: CivilDate): number {
  return monthNumber(today) - 1
}
