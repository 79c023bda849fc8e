import type { Queries } from '../../platform/database.ts'
import { breaksRule } from '../../platform/errors.ts'
import { stockholmDate } from '../../values/civilDate.ts'
import { findPlans, findSteps, getUsualPlan, holdBooks, lastSteps } from './periodStore.ts'
import { lockOf, periodsOf } from './rhythm.ts'

/** What locks the figures of a year: the period that is approved, and when it was. */
export interface YearLock {
  year: number
  month: number
  /** Last day of the approved period. */
  ends: string
  /** Civil date. */
  approvedOn: string
}

/** The lock on what an association enters for a year; `undefined` when it is open. */
export async function findLock(queries: Queries, associationId: string, year: number, now: Date): Promise<YearLock | undefined> {
  const approvals = lastSteps(await findSteps(queries, [year], associationId)).filter(({ act }) => act === 'approved')
  if (approvals.length === 0) return undefined
  const plan = (await findPlans(queries, year, associationId)).get(associationId) ?? (await getUsualPlan(queries))
  const lock = lockOf(periodsOf(year, plan), new Set(approvals.map(({ month }) => month)), stockholmDate(now))
  if (!lock) return undefined
  const { recordedAt } = approvals.find(({ month }) => month === lock.month)!
  return { year, month: lock.month, ends: lock.ends, approvedOn: stockholmDate(new Date(recordedAt)) }
}

/**
 * Refuses (422) figures of years that are locked, each at its row, and keeps the years from being approved until the transaction ends.
 * @param years the year of each row
 */
export async function demandOpen(queries: Queries, associationId: string, years: readonly number[], now: Date): Promise<void> {
  await holdBooks(queries, associationId)
  const locks = new Map<number, YearLock | undefined>()
  for (const year of new Set(years)) locks.set(year, await findLock(queries, associationId, year, now))
  const faults = years.flatMap((year, at) => {
    const lock = locks.get(year)
    if (!lock) return []
    const args = { year: String(year), ends: lock.ends, on: lock.approvedOn }
    return [{ where: `body.rows.${at}.year`, key: 'periods.locked', args }]
  })
  if (faults[0]) throw breaksRule(faults[0].key, faults[0].args, faults)
}
