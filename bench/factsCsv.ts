import { factColumns, missingValue, sqlColumn, sqlType } from '../src/participations/factColumns.ts'
import type { Facts } from '../src/statistics/facts.ts'

/** The SQL that makes a table of facts. */
export const createFacts = `create table facts (${factColumns.map(({ name, type }) => `${sqlColumn(name)} ${sqlType[type]}`).join(', ')})`

/** Facts as CSV in the order of `factColumns`, in pieces of some thousand lines; what is not recorded is empty. */
export function* factsCsv(facts: Facts): Generator<string> {
  // SQL's integer has a sign: 32 bits come as the integer with the same bits.
  const columns = factColumns.map(({ name, type }) => ({
    values:
      type === 'u32'
        ? new Int32Array(facts.columns[name].buffer as ArrayBuffer, facts.columns[name].byteOffset, facts.size)
        : facts.columns[name],
    missing: type === 'u32' ? missingValue[type] | 0 : missingValue[type],
  }))
  let piece = ''
  for (let row = 0; row < facts.size; row++) {
    let line = ''
    for (const { values, missing } of columns) line += values[row] === missing ? ',' : `${values[row]},`
    piece += `${line.slice(0, -1)}\n`
    if (row % 5000 !== 4999) continue
    yield piece
    piece = ''
  }
  if (piece) yield piece
}
