import { call } from '../../platform/call.ts'
import { recordHeadCounts, recordHistoricFigures, recordInterventionYears } from '../contract.ts'
import type { SheetReading } from './readSheet.ts'

/** Rows in one call; the server takes 2,000 at most. */
const PART = 1000

/**
 * Records what was read from a template, in parts. Throws `CallError` as the server refuses; `onRecorded` has then told how many rows
 * were recorded before. Doing it again doubles nothing: counts and money replace, older figures are read against those that are there.
 */
export async function recordSheet(associationId: string, reading: SheetReading, onRecorded: (rows: number) => void): Promise<void> {
  const params = { associationId }
  const recorders = {
    headCounts: (from: number) =>
      reading.kind === 'headCounts' && call(recordHeadCounts, { params, body: { rows: part(reading.rows, from) } }),
    money: (from: number) =>
      reading.kind === 'money' && call(recordInterventionYears, { params, body: { rows: part(reading.rows, from) } }),
    actuals: (from: number) =>
      reading.kind === 'actuals' && call(recordInterventionYears, { params, body: { rows: part(reading.rows, from) } }),
    historic: (from: number) =>
      reading.kind === 'historic' && call(recordHistoricFigures, { params, body: { rows: part(reading.rows, from) } }),
  }
  for (let from = 0; from < reading.rows.length; from += PART) {
    await recorders[reading.kind](from)
    onRecorded(Math.min(reading.rows.length, from + PART))
  }
}

function part<Row>(rows: readonly { value: Row }[], from: number): Row[] {
  return rows.slice(from, from + PART).map((one) => one.value)
}
