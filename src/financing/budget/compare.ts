import type { CivilDate } from '../../values/civilDate.ts'
import type { BookedRow } from './books.ts'

/** What changes when books take the place of those that are there. */
export interface BooksComparison {
  /** The same rows, whatever file they came in. */
  isSame: boolean
  added: number
  removed: number
  changed: number
  /** A voucher, or an account and month; amounts are the sum of debits. */
  differences: { what: string; change: 'added' | 'removed' | 'changed'; beforeOre: number | null; afterOre: number | null }[]
  accounts: { account: string; beforeOre: number; afterOre: number }[]
}

const mostDifferences = 100

/** What books are compared by. */
export interface ComparedBooks {
  rows: readonly BookedRow[]
  /** The last day; null when the file does not say. */
  through: CivilDate | null
}

/** As `compareRows`, and of which day both are when that differs: books of a later day are others though nothing has been booked between, since forecasts count from it. */
export function compareBooks(
  before: ComparedBooks,
  after: ComparedBooks,
): BooksComparison & { through: { before: CivilDate | null; after: CivilDate | null } | null } {
  const compared = compareRows(before.rows, after.rows)
  if (before.through === after.through) return { ...compared, through: null }
  return { ...compared, isSame: false, through: { before: before.through, after: after.through } }
}

/** The rows of books in an order of their own, so that the same books are the same however a program lists them. */
export function canonicalRows(rows: readonly BookedRow[]): string[] {
  return rows.map((row) => lineOf(row)).sort()
}

function lineOf({ voucher, dated, month, account, objects, amountOre }: BookedRow): string {
  return JSON.stringify([voucher, dated, month, account, objects.toSorted(([a], [b]) => (a < b ? -1 : 1)), amountOre])
}

/** What differs between books and those that are to take their place: by voucher, or for balances by account and month; and by account. */
export function compareRows(before: readonly BookedRow[], after: readonly BookedRow[]): BooksComparison {
  const [old, next] = [Map.groupBy(before, thingOf), Map.groupBy(after, thingOf)]
  const differences = [...new Set([...old.keys(), ...next.keys()])].flatMap((what) => {
    const [one, other] = [old.get(what), next.get(what)]
    if (one && other && canonicalRows(one).join() === canonicalRows(other).join()) return []
    return [{ what, change: changeOf(one, other), beforeOre: one ? debits(one) : null, afterOre: other ? debits(other) : null }]
  })
  const count = (change: string): number => differences.filter((one) => one.change === change).length
  return {
    isSame: differences.length === 0,
    ...{ added: count('added'), removed: count('removed'), changed: count('changed') },
    // What was there and is no more, or is another, is looked at before what has come.
    differences: [
      ...differences.filter(({ change }) => change !== 'added'),
      ...differences.filter(({ change }) => change === 'added'),
    ].slice(0, mostDifferences),
    accounts: accountsOf(before, after),
  }
}

/** A voucher without a number of its own is known by its day. */
function thingOf({ voucher, dated, month, account }: BookedRow): string {
  if (dated !== null) return voucher === '' ? dated : voucher
  return month === null ? account : `${account} ${month}`
}

function changeOf(before: unknown, after: unknown): 'added' | 'removed' | 'changed' {
  if (!before) return 'added'
  return after ? 'changed' : 'removed'
}

const debits = (rows: readonly BookedRow[]): number => rows.reduce((sum, { amountOre }) => sum + Math.max(0, amountOre), 0)

function accountsOf(before: readonly BookedRow[], after: readonly BookedRow[]): BooksComparison['accounts'] {
  const sums = (rows: readonly BookedRow[]): Map<string, number> => {
    const found = new Map<string, number>()
    for (const { account, objects, amountOre, dated, voucher } of rows) {
      // Balances of objects are within those of their account; rows of a table are not.
      if (dated !== null || voucher !== '' || objects.length === 0) found.set(account, (found.get(account) ?? 0) + amountOre)
    }
    return found
  }
  const [old, next] = [sums(before), sums(after)]
  return [...new Set([...old.keys(), ...next.keys()])]
    .sort((a, b) => Number(a) - Number(b))
    .map((account) => ({ account, beforeOre: old.get(account) ?? 0, afterOre: next.get(account) ?? 0 }))
    .filter(({ beforeOre, afterOre }) => beforeOre !== afterOre)
}
