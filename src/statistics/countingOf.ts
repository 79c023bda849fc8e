import type { Period } from '../values/month.ts'
import { amongDimension } from './among.ts'
import type { Condition } from './countedCells.ts'
import type { Measure } from './measure.ts'
import type { Counting } from './releasedTable.ts'

/** Who is counted for a measure in a period: of a share at a point only those whom it concerns. */
export function countingOf(period: Period, measure: Measure, conditions: readonly Condition[]): Counting {
  const count = measure.kind === 'persons' ? 'persons' : 'participations'
  return { conditions: [...conditions, ...concerned(measure)], population: measure.population, period, count }
}

/** Whom a measure concerns of its population, as conditions; none where it concerns all. */
export function concerned(measure: Measure): Condition[] {
  return measure.kind === 'share' && measure.among ? [{ dimension: amongDimension(measure.among), codes: ['in'] }] : []
}
