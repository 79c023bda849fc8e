import { measures, type Measure } from '../../statistics/measure.ts'
import type { Registration } from './domain.ts'

/** The measure that an outcome is counted by. */
export function measureOf({ outcome, months }: Pick<Registration, 'outcome' | 'months'>): Measure {
  const after = { afterStart: 'in-work-or-study', afterExit: 'still-in-work-or-study' } as const
  return measures[`${after[outcome]}-${months}-months`]
}
