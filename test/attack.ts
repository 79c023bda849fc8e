import { isApproximate, isShown } from '../src/disclosure/cell.ts'
import type { Cell } from '../src/disclosure/cell.ts'
import type { Noise } from '../src/disclosure/noise/noise.ts'
import type { Figure, FigureTable, FollowUp, MeasureFigures } from '../src/statistics/domain.ts'

/** A count that makes another with others. A part with a name that no cell has is what an attacker would like to know. */
export interface Sum {
  total: string
  parts: string[]
}

interface Bounds {
  least: number
  most: number
}

interface Seen {
  noise: Noise
  bounds: Map<string, Bounds>
  sums: Sum[]
}

/** The true counts that a shown number can come from, by somebody who has the perturbation table. */
export function boundsOf(cell: Cell, { table }: Noise): Bounds | undefined {
  if (isShown(cell)) return { least: cell.value, most: cell.value }
  if (!isApproximate(cell)) return undefined
  const { rows, maxDeviation } = table
  const counts = Array.from({ length: 2 * maxDeviation + 1 }, (_, at) => cell.value - maxDeviation + at)
  const possible = counts.filter((count) => {
    const { shifts, probabilities } = rows[Math.min(count, rows.length - 1)] ?? { shifts: [], probabilities: [] }
    return (probabilities[shifts.indexOf(cell.value - count)] ?? 0) > 0
  })
  return { least: Math.min(...possible), most: Math.max(...possible) }
}

/**
 * What a hostile reader gets out of one answer by taking numbers from each other: small counts that are certain. It has the perturbation table,
 * and knows of the page only what it says that the counts are. Throws when what it works out contradicts itself: then a sum does not hold.
 * @param more what is told elsewhere of the same place and period: tables, and how their counts hang together with those of the answer
 */
export function attack(
  answer: FollowUp,
  noise: Noise,
  more: { tables: readonly FigureTable[]; sums: readonly Sum[] } = nothingMore,
): string[] {
  const seen: Seen = { noise, bounds: new Map(), sums: [] }
  readCounts(answer, seen)
  for (const outcome of answer.outcomes) readOutcome(outcome, seen)
  for (const table of [...answer.tables, ...more.tables]) readTable(table, seen)
  for (const table of answer.flows) readFlow(table, seen)
  readCoverage(answer, seen)
  seen.sums.push(...more.sums)
  return fewCertain(seen)
}

/** The same of any cells with names, and what is known of how their counts hang together. */
export function attackCells(cells: ReadonlyMap<string, Cell>, sums: readonly Sum[], noise: Noise): string[] {
  const seen: Seen = { noise, bounds: new Map(), sums: [...sums] }
  for (const [name, cell] of cells) see(seen, name, cell)
  return fewCertain(seen)
}

/** The small counts that follow for certain. */
function fewCertain(seen: Seen): string[] {
  followSums(seen)
  const isFew = ({ least, most }: Bounds): boolean => least === most && least > 0 && least < seen.noise.table.threshold
  return [...seen.bounds].filter(([, bounds]) => isFew(bounds)).map(([name, { least }]) => `${name} is ${least}`)
}

const nothingMore = { tables: [], sums: [] }

/** Narrows what each count can be by every sum, until nothing more follows. */
function followSums({ bounds, sums }: Seen): void {
  const of = (name: string): Bounds => bounds.get(name) ?? { least: 0, most: Infinity }
  let isNew = true
  const narrow = (name: string, least: number, most: number): void => {
    const now = of(name)
    const next = { least: Math.max(now.least, least), most: Math.min(now.most, most) }
    if (next.least > next.most) throw new Error(`${name} is at least ${next.least} and at most ${next.most}`)
    if (next.least > now.least || next.most < now.most) isNew = true
    bounds.set(name, next)
  }
  while (isNew) {
    isNew = false
    for (const { total, parts } of sums) {
      const [least, most] = [sum(parts.map((part) => of(part).least)), sum(parts.map((part) => of(part).most))]
      narrow(total, least, most)
      for (const part of parts) {
        const others = parts.filter((one) => one !== part).map(of)
        narrow(part, of(total).least - sum(others.map((one) => one.most)), of(total).most - sum(others.map((one) => one.least)))
      }
    }
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0)
}

function see({ bounds, noise }: Seen, name: string, cell: Cell | null | undefined): string {
  const now = cell && boundsOf(cell, noise)
  const known = bounds.get(name)
  if (now) bounds.set(name, known ? { least: Math.max(now.least, known.least), most: Math.min(now.most, known.most) } : now)
  return name
}

/** All and each sex of something, which make all together. */
function seeSexes(seen: Seen, name: string, { total, bySex }: MeasureFigures, pick: (figure: Figure) => Cell | null): void {
  const parts = bySex.map(({ heading, figure }) => see(seen, `${name} ${heading.code}`, pick(figure)))
  seen.sums.push({ total: see(seen, `${name} all`, pick(total)), parts })
}

function readCounts({ counts }: FollowUp, seen: Seen): void {
  for (const measure of counts) seeSexes(seen, measure.measure.name, measure, ({ value }) => value)
  for (const row of ['all', 'woman', 'man']) {
    for (const part of ['exits', 'distinct-persons']) {
      seen.sums.push({ total: `participations ${row}`, parts: [`${part} ${row}`, `without ${part} ${row}`] })
    }
  }
}

function readOutcome(outcome: MeasureFigures, seen: Seen): void {
  const { name } = outcome.measure
  seeSexes(seen, `${name}.yes`, outcome, ({ value }) => value)
  seeSexes(seen, 'exits', outcome, ({ n }) => n)
  seeSexes(seen, `${name}.unknown`, outcome, ({ unknown }) => unknown)
  seeSexes(seen, `${name}.known`, outcome, ({ known }) => known)
  for (const { row, figure } of [
    { row: 'all', figure: outcome.total },
    ...outcome.bySex.map(({ heading, figure }) => ({ row: heading.code, figure })),
  ]) {
    const parts = [`${name}.yes ${row}`, `${name}.unknown ${row}`, `${name}.no ${row}`]
    if (figure.apart) parts.push(see(seen, `${name}.apart ${row}`, figure.apart))
    seen.sums.push({ total: `exits ${row}`, parts })
    seen.sums.push({ total: `exits ${row}`, parts: [`${name}.unknown ${row}`, `${name}.known ${row}`] })
  }
}

const exitTables = [
  ...['exitReason', 'supportBefore', 'supportAfter', 'durationClass'],
  ...['occupationBefore', 'occupationAfter', 'afterExit'],
]

function readTable(table: FigureTable, seen: Seen): void {
  const [key, ofWhom] = table.key.split(' of ')
  const all = ofWhom ?? (exitTables.includes(table.key) ? 'exits' : 'participations')
  const columns = [...table.columns.map(({ code }) => code), 'all']
  for (const [column, name] of columns.entries()) {
    const isAll = column === table.columns.length
    const total = see(seen, `${all} ${name}`, isAll ? table.total : table.columnTotals[column])
    const cells = table.rows.map(({ code }, row) =>
      see(seen, `${key}.${code} ${name}`, isAll ? table.rowTotals[row] : table.cells[row]![column]),
    )
    if (table.isMulti) for (const cell of cells) seen.sums.push({ total, parts: [cell, `not ${cell}`] })
    else seen.sums.push({ total, parts: cells })
  }
  for (const { code } of table.rows) {
    seen.sums.push({ total: `${key}.${code} all`, parts: table.columns.map((column) => `${key}.${code} ${column.code}`) })
  }
}

function readFlow({ key, rows, columns, cells, rowTotals, columnTotals, total }: FigureTable, seen: Seen): void {
  const name = (row: string, column: string): string => `${key}.${row}.${column}`
  const before = rows.map((row, at) => see(seen, name(row.code, ''), rowTotals[at]))
  const after = columns.map((column, at) => see(seen, name('', column.code), columnTotals[at]))
  const whole = see(seen, 'exits all', total)
  for (const [at, row] of rows.entries()) {
    seen.sums.push({
      total: before[at]!,
      parts: columns.map((column, other) => see(seen, name(row.code, column.code), cells[at]![other])),
    })
  }
  for (const [at, column] of columns.entries()) {
    seen.sums.push({ total: after[at]!, parts: rows.map((row) => name(row.code, column.code)) })
  }
  seen.sums.push({ total: whole, parts: before }, { total: whole, parts: after })
}

function readCoverage({ coverage, period }: FollowUp, seen: Seen): void {
  const isYear = coverage.isWholeYears && coverage.years.length === 1
  const years = see(seen, isYear ? 'participations all' : `years of ${period.from}`, coverage.followable)
  if (!isYear) seen.sums.push({ total: years, parts: ['participations all', 'of the years only'] })
}
