import { dayNumber, type CivilDate } from '../../values/civilDate.ts'
import type { Drawdown, Grant } from '../grants/domain.ts'

/** A year whose forecast is asked for, and how far it is known. */
export interface YearOfBooks {
  year: number
  thisYear: number
  /** The last day of the books; null when nothing is booked. */
  through: CivilDate | null
}

/**
 * Of what is granted to each intervention, what the books of a year do not have yet: what is left of its grants that are not closed, drawdowns on their way, and those
 * that were paid after the last day of the books, of closed grants too. Where the days that are left of a grant run beyond the year, what is left counts by days.
 * Grants that begin after the year, or ended before it, are no commitment of it. What is on its way is paid this year, or when its grant has begun: in one year alone.
 * In a year that has passed nothing more is paid of a grant whose days were over.
 */
export function commitmentsOf(grants: readonly Grant[], of: YearOfBooks): Map<string, number> {
  const committed = new Map<string, number>()
  for (const grant of grants) {
    const ore = committedIn(grant, of)
    if (ore !== undefined) committed.set(grant.interventionId, (committed.get(grant.interventionId) ?? 0) + ore)
  }
  return committed
}

function committedIn(grant: Grant, { year, thisYear, through }: YearOfBooks): number | undefined {
  const [first, last] = [dayNumber(`${year}-01-01`), dayNumber(`${year}-12-31`)]
  const [begins, ends] = [dayNumber(grant.from), dayNumber(grant.to)]
  if (begins > last || ends < first) return undefined
  const notBooked = Math.max(first, through === null ? 0 : dayNumber(through) + 1)
  const paidOre = paidBetween(grant, notBooked, last)
  if (grant.state === 'withdrawn') return undefined
  // What is left of a closed grant has gone back; where all of it that was paid is booked there is no commitment.
  if (grant.state === 'closed') return paidOre === 0 ? undefined : paidOre
  const start = Math.max(begins, notBooked)
  const whole = Math.max(0, ends - start + 1)
  const own = Math.max(0, Math.min(ends, last) - start + 1)
  // Of a grant whose days are over all is due: it is paid when it is drawn.
  const due = year < thisYear ? 0 : grant.leftOre
  const left = whole === 0 ? due : Math.round((grant.leftOre * own) / whole)
  const isPaidNow = year === Math.max(thisYear, Number(grant.from.slice(0, 4)))
  return left + (isPaidNow ? grant.openOre : 0) + paidOre
}

function paidBetween({ drawdowns }: Grant, from: number, to: number): number {
  const isPaidThen = ({ steps }: Drawdown): boolean =>
    steps.some(({ act, dated }) => act === 'pay' && dayNumber(dated) >= from && dayNumber(dated) <= to)
  return drawdowns.filter(isPaidThen).reduce((sum, { amountOre }) => sum + amountOre, 0)
}
