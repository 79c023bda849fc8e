import type { Writing } from '../../statistics/figure.ts'
import type { ReachedPoint } from '../domain.ts'

/** The share weighted by group in words, or why there is none: nobody was left to weigh for, as far as is shown, or it cannot be done. */
export function weightedText({ weighted, weightedHow, isAllReached }: ReachedPoint, { t }: Pick<Writing, 't'>): string {
  if (weighted) return weighted.text
  if (weightedHow !== '') return t('effects.reached.notWeighted')
  return t(isAllReached ? 'effects.reached.allReached' : 'effects.reached.almostAllReached')
}
