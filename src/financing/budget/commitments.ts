import { dayNumber, type CivilDate } from '../../values/civilDate.ts'
import type { Grant } from '../grants/domain.ts'

/**
 * Of what is granted to each intervention, what is still to be paid in a year: what is left of its grants that are not closed, and drawdowns on their way. Where the
 * days that are left of a grant run beyond the year, by days. Grants that begin after the year, or ended before it, are no commitment of it.
 * @param through the last day of the books; null when nothing is booked
 */
export function commitmentsOf(grants: readonly Grant[], year: number, through: CivilDate | null): Map<string, number> {
  const committed = new Map<string, number>()
  for (const grant of grants.filter(({ state }) => state !== 'closed')) {
    const ore = committedIn(grant, year, through)
    if (ore !== undefined) committed.set(grant.interventionId, (committed.get(grant.interventionId) ?? 0) + ore)
  }
  return committed
}

function committedIn({ from, to, leftOre, openOre }: Grant, year: number, through: CivilDate | null): number | undefined {
  const [first, last] = [dayNumber(`${year}-01-01`), dayNumber(`${year}-12-31`)]
  const [begins, ends] = [dayNumber(from), dayNumber(to)]
  if (begins > last || ends < first) return undefined
  const start = Math.max(begins, first, through === null ? 0 : dayNumber(through) + 1)
  const whole = Math.max(0, ends - start + 1)
  const own = Math.max(0, Math.min(ends, last) - start + 1)
  // Of a grant whose days are over all is due: it is paid when it is drawn.
  const left = whole === 0 ? leftOre : Math.round((leftOre * own) / whole)
  return left + openOre
}
