import { translator } from '../values/catalogue.ts'
import type { Locale } from '../values/codeList.ts'
import { wilson } from './interval.ts'
import { statisticsMessages } from './messages.ts'

const translate = { sv: translator(statisticsMessages, 'sv'), en: translator(statisticsMessages, 'en') }
const tags = { sv: 'sv-SE', en: 'en-GB' } as const

/** A whole number with the language's grouping: `12 345` (no-break space) in Swedish, `12,345` in English. */
export function countText(value: number, locale: Locale): string {
  return new Intl.NumberFormat(tags[locale], { maximumFractionDigits: 0 }).format(value)
}

/** A share as per cent: `34 %` (no-break space) in Swedish, `34%` in English; decimal comma in Swedish. */
export function percentText(share: number, locale: Locale, decimals = 0): string {
  return new Intl.NumberFormat(tags[locale], {
    style: 'percent',
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(share)
}

/**
 * A share in words, as it is always written: "17 av 50 (34 %, osäkerhet 22–48 %)". With n below the threshold the count
 * stands without a share; `undefined` (hidden) is said to be hidden.
 */
export function shareText(share: { x: number; n: number } | undefined, locale: Locale, threshold: number): string {
  const say = translate[locale]
  if (!share) return say('statistics.shareHidden')
  const { x, n } = share
  const counts = { x: countText(x, locale), n: countText(n, locale) }
  const interval = wilson(x, n)
  if (!interval || n < threshold) return say('statistics.shareTooFew', counts)
  // The lower end goes without its sign: "22–48 %".
  const lower = countText(Math.round(interval.lower * 100), locale)
  return say('statistics.share', {
    ...counts,
    share: percentText(x / n, locale),
    lower,
    upper: percentText(interval.upper, locale),
  })
}

/** How many are not known (bortfall), in words. */
export function unknownText(unknown: number, locale: Locale): string {
  return translate[locale]('statistics.unknown', { n: unknown, unknown: countText(unknown, locale) })
}
