import type { Participation } from '../participations/domain.ts'
import { addDays, addMonths, type CivilDate } from '../values/civilDate.ts'
import { monthNumber, monthOfNumber, type Month } from '../values/month.ts'

/** What the file needs of a participation. */
export interface Listed {
  id: string
  code: string
  participation: Pick<Participation, 'entryDate' | 'exitDate' | 'sex' | 'birthYear'>
}

/** A row of a month's file. An exit after the month is not told in it: it belongs to the file of its own month. */
export interface FileRow {
  id: string
  code: string
  sex: Participation['sex']
  birthYear: number
  entryDate: CivilDate
  exitDate: CivilDate | null
  /** Began, or left, in the month. */
  begins: boolean
  ends: boolean
}

/** The file of a month: its rows, what they come to, and that together with all months before: files are read in one after another, so a month stands on those before it. */
export interface MonthFile {
  month: Month
  rows: FileRow[]
  own: string
  chain: string
}

/** Which months there are files of: up to the last, from the first start unless it is said from when. */
export interface Span {
  from?: Month | undefined
  until: Month
}

/** Makes a text into something short that tells it from others. */
export type Digest = (text: string) => string

/** The last day of a month. */
export const lastDayOf = (month: Month): CivilDate => addDays(addMonths(`${month}-01`, 1), -1)

/** The months of files; none when nobody has begun by the last. */
export function monthsUntil(listed: readonly Listed[], { from, until }: Span): Month[] {
  const begins = from === undefined ? listed.map(({ participation }) => monthNumber(participation.entryDate)) : [monthNumber(from)]
  const first = begins.reduce((one, other) => Math.min(one, other), Infinity)
  const last = monthNumber(until)
  return first > last ? [] : Array.from({ length: last - first + 1 }, (_, at) => monthOfNumber(first + at))
}

/** The rows of a month: everybody who took part on any day of it, by code. */
export function rowsOf(listed: readonly Listed[], month: Month): FileRow[] {
  const [first, last] = [`${month}-01`, lastDayOf(month)]
  return listed
    .filter(({ participation: { entryDate, exitDate } }) => entryDate <= last && (exitDate === null || exitDate >= first))
    .map(({ id, code, participation: { entryDate, exitDate, sex, birthYear } }) => {
      const ends = exitDate !== null && exitDate <= last
      return { id, code, sex, birthYear, entryDate, exitDate: ends ? exitDate : null, begins: entryDate >= first, ends }
    })
    .sort((a, b) => (a.code < b.code ? -1 : 1))
}

/** Every file up to a month, made from nothing. */
export function monthFiles(listed: readonly Listed[], span: Span, digest: Digest): MonthFile[] {
  return remade([], listed, monthsUntil(listed, span), digest)
}

/**
 * The files after a change: those of months before the first that it touches are the ones there were, and every later one is made anew. What comes out is what `monthFiles` gives of what
 * holds now. `touched` are the participations that changed, as they were and as they are.
 */
export function regenerated(
  files: readonly MonthFile[],
  listed: readonly Listed[],
  touched: readonly Listed[],
  span: Span,
  digest: Digest,
): MonthFile[] {
  const months = monthsUntil(listed, span)
  const from = touched.reduce<Month>(
    (earliest, { participation: { entryDate } }) => (entryDate.slice(0, 7) < earliest ? entryDate.slice(0, 7) : earliest),
    '9999-12',
  )
  // Another first month moves every file that stands on it.
  const kept = files[0]?.month === months[0] ? files.filter(({ month }) => month < from && month <= span.until) : []
  return remade(kept, listed, months, digest)
}

function remade(kept: readonly MonthFile[], listed: readonly Listed[], months: readonly Month[], digest: Digest): MonthFile[] {
  const files = [...kept]
  for (const month of months.slice(kept.length)) {
    const rows = rowsOf(listed, month)
    const own = digest(JSON.stringify([month, rows.map(({ id: _, ...row }) => row)]))
    files.push({ month, rows, own, chain: digest(`${files.at(-1)?.chain ?? ''}\n${own}`) })
  }
  return files
}
