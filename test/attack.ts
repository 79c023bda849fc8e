import { valueOf } from '../src/disclosure/cell.ts'
import type { Cell } from '../src/disclosure/cell.ts'
import type { Figure, FigureTable, FollowUp, MeasureFigures } from '../src/statistics/domain.ts'

/** A count that makes another with others. A part with a name that no cell has is what an attacker would like to know. */
interface Sum {
  total: string
  parts: string[]
}

interface Seen {
  shown: Map<string, number>
  hidden: Set<string>
  sums: Sum[]
}

/**
 * What a hostile reader gets out of one answer by taking shown counts from each other: small counts, and hidden counts that follow.
 * It knows nothing of how we protect; only what the page says that the counts are.
 */
export function attack(answer: FollowUp, threshold: number): string[] {
  const seen: Seen = { shown: new Map(), hidden: new Set(), sums: [] }
  const found = new Set<string>()
  readCounts(answer, seen)
  for (const outcome of answer.outcomes) readOutcome(outcome, seen)
  for (const table of answer.tables) readTable(table, seen)
  for (const table of answer.flows) readFlow(table, seen)
  readCost(answer, seen)
  readCoverage(answer, seen)
  const isFew = (n: number): boolean => n > 0 && n < threshold
  for (const name of seen.hidden) if (seen.shown.has(name)) found.add(`${name} is hidden and shown`)
  for (const [name, n] of seen.shown) if (isFew(n)) found.add(`${name} is shown, ${n}`)
  for (const { total, parts } of seen.sums) {
    const whole = seen.shown.get(total)
    const known = parts.flatMap((part) => seen.shown.get(part) ?? [])
    if (whole === undefined) continue
    for (const part of [...known, known.reduce((sum, n) => sum + n, 0)]) {
      if (isFew(whole - part)) found.add(`${total} ${whole} − ${part} = ${whole - part}`)
    }
  }
  followSums(seen, found)
  return [...found]
}

/** Works out one unknown after another as long as some sum has only one. */
function followSums({ shown, hidden, sums }: Seen, found: Set<string>): void {
  const known = new Map(shown)
  for (let isNew = true; isNew;) {
    isNew = false
    for (const { total, parts } of sums) {
      const unknown = [total, ...parts].filter((name) => !known.has(name))
      if (unknown.length !== 1) continue
      const sum = parts.reduce((left, part) => left + (known.get(part) ?? 0), 0)
      known.set(unknown[0]!, unknown[0] === total ? sum : known.get(total)! - sum)
      if (hidden.has(unknown[0]!)) found.add(`hidden ${unknown[0]} follows: ${known.get(unknown[0]!)}`)
      isNew = true
    }
  }
}

function see({ shown, hidden }: Seen, name: string, cell: Cell | null | undefined): string {
  const n = cell ? valueOf(cell) : undefined
  if (n !== undefined) shown.set(name, n)
  else if (cell?.kind === 'suppressed') hidden.add(name)
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

const exitTables = ['exitReason', 'supportBefore', 'supportAfter', 'durationClass']

function readTable(table: FigureTable, seen: Seen): void {
  const all = exitTables.includes(table.key) ? 'exits' : 'participations'
  const columns = [...table.columns.map(({ code }) => code), 'all']
  for (const [column, name] of columns.entries()) {
    const isAll = column === table.columns.length
    const total = see(seen, `${all} ${name}`, isAll ? table.total : table.columnTotals[column])
    const cells = table.rows.map(({ code }, row) =>
      see(seen, `${table.key}.${code} ${name}`, isAll ? table.rowTotals[row] : table.cells[row]![column]),
    )
    if (table.isMulti) for (const cell of cells) seen.sums.push({ total, parts: [cell, `not ${cell}`] })
    else seen.sums.push({ total, parts: cells })
  }
  for (const { code } of table.rows) {
    seen.sums.push({ total: `${table.key}.${code} all`, parts: table.columns.map((column) => `${table.key}.${code} ${column.code}`) })
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

const pageCounts = { participation: 'participations all', exit: 'exits all', success: 'to-work-or-study.yes all' }

function readCost({ cost }: FollowUp, seen: Seen): void {
  for (const { heading, count } of cost?.per ?? []) {
    const total = pageCounts[heading.code as keyof typeof pageCounts]
    const own = see(seen, `cost ${heading.code}`, count)
    seen.sums.push({ total, parts: [own, `without ${own}`] })
    // All of the place may be known to have a cost.
    if (seen.hidden.has(total) && valueOf(count) !== undefined) seen.hidden.add(own)
  }
  seen.sums.push({ total: 'cost participation', parts: ['cost exit', 'cost ongoing'] })
  seen.sums.push({ total: 'cost exit', parts: ['cost success', 'cost rest'] })
}

function readCoverage({ coverage, period }: FollowUp, seen: Seen): void {
  const isYear = coverage.isWholeYears && coverage.years.length === 1
  const years = see(seen, isYear ? 'participations all' : `years of ${period.from}`, coverage.followable)
  if (!isYear) seen.sums.push({ total: years, parts: ['participations all', 'of the years only'] })
}
