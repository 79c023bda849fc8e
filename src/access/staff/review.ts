import type { Queries } from '../../platform/database.ts'
import { breaksRule } from '../../platform/errors.ts'
import type { CivilDate } from '../../values/civilDate.ts'
import { isReviewDue, standing } from './domain.ts'

/** What of a stored role tells whether it is to be confirmed. */
export interface ReviewedRow {
  valid_from: CivilDate
  valid_to: CivilDate | null
  reviewed_on: CivilDate | null
}

const standingOf = (row: ReviewedRow, today: CivilDate) => standing({ from: row.valid_from, to: row.valid_to }, today)

/** Where a stored role stands, and whether it is to be confirmed: it holds, and a year has gone. */
export function reviewOf(row: ReviewedRow, today: CivilDate) {
  const stands = standingOf(row, today)
  const due = stands === 'current' && isReviewDue(row.valid_from, row.reviewed_on, today)
  return { standing: stands, reviewedOn: row.reviewed_on, due }
}

/** Confirms a role in the yearly review. Throws `Refusal` 422 when it does not hold. */
export async function confirmRow(queries: Queries, row: ReviewedRow & { id: string }, today: CivilDate): Promise<void> {
  if (standingOf(row, today) !== 'current') throw breaksRule('staff.notCurrent')
  await queries.updateTable('role_assignment').set({ reviewed_on: today }).where('id', '=', row.id).execute()
}
