import { valueOf } from '../disclosure/cell.ts'
import { leastBase } from '../disclosure/share.ts'
import type { CoverageShown, Figure } from './domain.ts'
import type { Writing } from './figure.ts'
import { cellText, percentText } from './plainText.ts'

/** Of how many exits an outcome is known; `null` where one of the counts has no number. */
export function statusOf({ known, n }: Figure): CoverageShown['knownStatus'] {
  if (!known || !n || valueOf(known) === undefined || valueOf(n) === undefined) return null
  return { known, followed: n }
}

/** The same in words, with the share where there are enough for one. */
export function statusText({ known, followed }: NonNullable<CoverageShown['knownStatus']>, { t, locale }: Writing): string {
  const [part, whole] = [valueOf(known)!, valueOf(followed)!]
  const words = { known: cellText(known, locale), followed: cellText(followed, locale) }
  if (whole < leastBase) return t('statistics.statusKnownOf', words)
  return t('statistics.statusKnown', { ...words, share: percentText(Math.min(1, part / whole), locale) })
}
