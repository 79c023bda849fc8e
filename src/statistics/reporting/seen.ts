import { valueOf } from '../../disclosure/cell.ts'
import type { Noise } from '../../disclosure/noise/noise.ts'
import { releasedCell, type Counted } from '../../disclosure/releasedCell.ts'
import type { ReportingPeriod } from '../../interventions/periods/rhythm.ts'
import { monthOfNumber, type Month, type Period } from '../../values/month.ts'
import type { Population } from '../cellAddress.ts'
import { dimensionsOf } from '../dimension.ts'
import { releasedCells, type Releasing } from '../releasedCells.ts'
import type { RegisteredBy } from './registeredStore.ts'

/** Whether a count, as it may be shown, is anything but nought. What it tells is told by the number as well. */
export function isSeen(counted: Counted, noise: Noise): boolean {
  return valueOf(releasedCell(counted, noise)) !== 0
}

/**
 * The associations with participations that began or ended in a period, as far as the numbers shown tell. Those that merely go on do not
 * show that anything has come in.
 */
export function associationsSeen(by: Releasing, period: Period): Set<string> {
  const association = dimensionsOf(by.facts).get('association')!
  if (association.codes.length === 0) return new Set()
  const seenIn = (population: Population): string[] => {
    const cells = releasedCells(by, { axes: [association], conditions: [], population, period, count: 'participations' })
    return association.codes.filter((_, at) => valueOf(cells[at]!) !== 0).map(({ code }) => code)
  }
  return new Set([...seenIn('entries'), ...seenIn('exits')])
}

/** The last month, of those from January of the year on, with registrations about a period that can be seen; `null` when there is none. */
export function lastSeenMonth(
  registered: RegisteredBy,
  association: string,
  { year, month }: ReportingPeriod,
  { noise, thisMonth }: { noise: Noise; thisMonth: number },
): Month | null {
  for (let one = thisMonth; one >= year * 12; one--) if (isSeen(registered(association, month, one), noise)) return monthOfNumber(one)
  return null
}
