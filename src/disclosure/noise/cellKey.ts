import type { PerturbationTable } from './perturbationTable.ts'

/** Keys of records and cells: whole numbers from 0 to 2^32 − 1, all equally probable. */
const keys = 2 ** 32

/** The key of a cell: the sum of the keys of its records, so that the same records give the same key however they were asked for. */
export function cellKey(recordKeys: Iterable<number>): number {
  let sum = 0
  for (const key of recordKeys) sum = (sum + key) % keys
  return sum
}

/** The count to show for a cell with this key: the same key and count always give the same answer. */
export function perturb(table: PerturbationTable, count: number, key: number): number {
  const { shifts, probabilities } = table.rows[Math.min(count, table.rows.length - 1)]!
  let left = (key + 0.5) / keys
  for (const [at, probability] of probabilities.entries()) {
    left -= probability
    if (left < 0) return count + shifts[at]!
  }
  return count + shifts[probabilities.findLastIndex((probability) => probability > 0)]!
}

/**
 * Keys for records that have none of their own, from a seed and what is counted (FNV-1a and the finaliser of MurmurHash3). Whoever knows the seed can
 * take the noise away, so it is kept as secret as the records. Real records bear random keys instead.
 */
export function recordKey(seed: string, record: string, number: number): number {
  return finished(hashed(hashed(start, `${seed}\u0000${record}\u0000`), String(number)))
}

/** Heads that have a key each where only their number is known; those above have one together. */
const mostHeads = 100_000

/**
 * The cell key of a count that has no records: as many keys as heads, so that one head more or less is another key. Equals the sum of `recordKey`. Of very
 * many heads the last share a key by their number: a thousand million keys take a minute, and one head more is another key all the same.
 */
export function countKey(seed: string, record: string, count: number): number {
  const begun = hashed(start, `${seed}\u0000${record}\u0000`)
  let sum = 0
  for (let number = 0; number < Math.min(count, mostHeads); number++) sum = (sum + finished(hashed(begun, String(number)))) % keys
  return count > mostHeads ? (sum + finished(hashed(begun, `+${count - mostHeads}`))) % keys : sum
}

const start = 0x811c9dc5

function hashed(begun: number, text: string): number {
  let hash = begun
  for (const char of text) hash = Math.imul(hash ^ char.codePointAt(0)!, 0x01000193)
  return hash
}

function finished(begun: number): number {
  let hash = begun
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
