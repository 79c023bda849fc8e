import { copyRows } from './copyRows.ts'
import { filtersOf } from './countedCells.ts'
import type { FactArrays } from '../participations/factColumns.ts'
import { monthNumber } from '../values/month.ts'
import type { Period } from '../values/month.ts'
import type { Population } from './cellAddress.ts'
import type { Facts } from './facts.ts'

/**
 * The facts that a population has in a period, in the same order, for when many questions are asked of the same few: each is then a walk over those
 * alone. A column is copied when it is first used. Dimensions are those of the facts they are a part of.
 */
export function narrowedFacts(facts: Facts, population: Population, period: Period): Facts {
  const rows = new Int32Array(facts.size)
  for (let row = 0; row < rows.length; row++) rows[row] = row
  let n = facts.size
  for (const { column, keep } of filtersOf[population](period)) {
    const values = facts.columns[column.name as 'entryMonth' | 'exitMonth']
    n = keepRows(values, keep, rows, n)
  }
  return partOf(facts, rows.slice(0, n))
}

function keepRows(values: Uint16Array, keep: Uint8Array, rows: Int32Array, before: number): number {
  let n = 0
  for (let at = 0; at < before; at++) {
    const row = rows[at]!
    rows[n] = row
    n += keep[values[row]!]!
  }
  return n
}

/** As `narrowedFacts` for each part of a period, parts being in order without gaps: found in one walk, however many there are. */
export function factsByPart(facts: Facts, population: Population, parts: readonly Period[]): Facts[] {
  const { entryMonth, exitMonth } = facts.columns
  const began = population === 'exits' ? exitMonth : entryMonth
  const ended = population === 'entries' ? entryMonth : exitMonth
  const first = firstParts(parts)
  const last = lastParts(parts, population === 'inPeriod')
  const sizes = new Int32Array(parts.length)
  for (let row = 0; row < facts.size; row++) for (let at = first[began[row]!]!; at <= last[ended[row]!]!; at++) sizes[at]!++
  const rows = Array.from(sizes, (size) => new Int32Array(size))
  sizes.fill(0)
  for (let row = 0; row < facts.size; row++) {
    for (let at = first[began[row]!]!; at <= last[ended[row]!]!; at++) rows[at]![sizes[at]!++] = row
  }
  return rows.map((ofPart) => partOf(facts, ofPart))
}

/** By month, the first part that ends then or later; as many as there are parts when none does. */
function firstParts(parts: readonly Period[]): Int32Array {
  const first = new Int32Array(65536).fill(parts.length)
  for (const [at, { to }] of [...parts.entries()].reverse()) first.fill(at, 0, monthNumber(to) + 1)
  return first
}

/** By month, the last part that begins then or earlier; −1 when none does. No month at all is later than all, or never. */
function lastParts(parts: readonly Period[], isOpenLast: boolean): Int32Array {
  const last = new Int32Array(65536).fill(-1)
  for (const [at, { from }] of parts.entries()) last.fill(at, monthNumber(from))
  if (!isOpenLast) last[65535] = -1
  return last
}

function partOf(facts: Facts, rows: Int32Array): Facts {
  const whole = facts.partOf ? { facts: facts.partOf.facts, rows: copyRows(facts.partOf.rows, rows) as Int32Array } : { facts, rows }
  const columns = new Proxy({} as FactArrays, {
    get: (made, name: keyof FactArrays) => (made[name] ??= copyRows(whole.facts.columns[name], whole.rows) as never),
  })
  return { ...facts, size: rows.length, columns, partOf: whole }
}
