import type { Translate } from '../../../values/catalogue.ts'
import type { Locale } from '../../../values/codeList.ts'

/** A month in words. */
export function monthName(month: number, locale: Locale): string {
  return new Date(Date.UTC(2024, month - 1, 15)).toLocaleDateString(locale === 'sv' ? 'sv-SE' : 'en-GB', { month: 'long', timeZone: 'UTC' })
}

/** A period of a year in words, without the year: "januari–april", "helåret". */
export function periodName(month: number, { t, locale }: { t: Translate; locale: Locale }): string {
  return month === 12 ? t('reporting.wholeYear') : t('reporting.untilMonth', { month: monthName(month, locale) })
}

/** The same as a heading, with a capital. */
export function periodTitle(month: number, writing: { t: Translate; locale: Locale }): string {
  const name = periodName(month, writing)
  return name.slice(0, 1).toLocaleUpperCase(writing.locale) + name.slice(1)
}
