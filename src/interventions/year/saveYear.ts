import { call, CallError } from '../../platform/call.ts'
import { recordHeadCounts, recordInterventionYears } from '../contract.ts'
import type { HeadCount, RecordedYear } from '../domain.ts'
import { placeOfFault, type YearCells, type YearColumn } from './yearDraft.ts'

/** A row of the year page with what there is to record of it. */
export interface ChangedRow {
  id: string
  cells: YearCells
  headCount: HeadCount | undefined
  money: RecordedYear | undefined
}

/** Why saving stopped, and the cells the server pointed at with what stood there. */
export interface FailedSave {
  message: string
  cells: { id: string; column: YearColumn; typed: string; message: string }[]
}

/** Records the changed rows: counts first, then plan and money. Gives what went wrong; saving the same rows again does no harm. */
export async function saveYear(associationId: string, changed: readonly ChangedRow[]): Promise<FailedSave | undefined> {
  const params = { associationId }
  const counts = changed.filter((row) => row.headCount !== undefined)
  const money = changed.filter((row) => row.money !== undefined)
  return (
    (await attempt(counts, 'women', () => call(recordHeadCounts, { params, body: { rows: counts.map((row) => row.headCount!) } }))) ??
    (await attempt(money, 'planned', () => call(recordInterventionYears, { params, body: { rows: money.map((row) => row.money!) } })))
  )
}

async function attempt(sent: readonly ChangedRow[], fallback: YearColumn, record: () => Promise<unknown>): Promise<FailedSave | undefined> {
  if (sent.length === 0) return undefined
  try {
    await record()
    return undefined
  } catch (thrown) {
    if (!(thrown instanceof CallError)) throw thrown
    const cells = thrown.faults.flatMap((fault) => {
      const place = placeOfFault(fault.where, fallback)
      const row = place && sent[place.sent]
      return row ? [{ id: row.id, column: place.column, typed: row.cells[place.column], message: fault.message }] : []
    })
    return { message: thrown.message, cells }
  }
}
