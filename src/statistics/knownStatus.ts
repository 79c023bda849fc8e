import { valueOf } from '../disclosure/cell.ts'
import type { CoverageShown, Figure } from './domain.ts'
import type { Writing } from './figure.ts'
import { countText, percentText } from './plainText.ts'

/** Of how many exits an outcome is known; not when so few are that the number tells about them. */
export function statusOf(outcome: Figure, threshold: number): CoverageShown['knownStatus'] {
  const [n, unknown] = [outcome.n && valueOf(outcome.n), outcome.unknown && valueOf(outcome.unknown)]
  if (n === undefined || n === null || unknown === undefined || unknown === null) return null
  const known = n - unknown
  return known > 0 && known < threshold ? null : { known, followed: n }
}

/** The same in words. */
export function statusText({ known, followed }: NonNullable<CoverageShown['knownStatus']>, { t, locale }: Writing): string {
  const share = percentText(known / followed, locale)
  return t('statistics.statusKnown', { known: countText(known, locale), followed: countText(followed, locale), share })
}
