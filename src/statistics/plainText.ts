import { isApproximate, valueOf } from '../disclosure/cell.ts'
import type { Cell } from '../disclosure/cell.ts'
import { translator } from '../values/catalogue.ts'
import type { Locale } from '../values/codeList.ts'
import type { ShownShare } from './domain.ts'
import { statisticsMessages } from './messages.ts'

const translate = { sv: translator(statisticsMessages, 'sv'), en: translator(statisticsMessages, 'en') }
const tags = { sv: 'sv-SE', en: 'en-GB' } as const
// Made once: a table may have twenty thousand numbers.
const wholeNumbers = { sv: numbers('sv'), en: numbers('en') }
const perCent = { sv: percents('sv', 0), en: percents('en', 0) }

function numbers(locale: Locale): Intl.NumberFormat {
  return new Intl.NumberFormat(tags[locale], { maximumFractionDigits: 0 })
}

function percents(locale: Locale, decimals: number): Intl.NumberFormat {
  return new Intl.NumberFormat(tags[locale], { style: 'percent', minimumFractionDigits: decimals, maximumFractionDigits: decimals })
}

/** A whole number with the language's grouping: `12 345` (no-break space) in Swedish, `12,345` in English. */
export function countText(value: number, locale: Locale): string {
  return wholeNumbers[locale].format(value)
}

/** The sign before a number with noise; nothing before an exact one. */
export function signOf(cell: Cell): '≈' | '' {
  return isApproximate(cell) ? '≈' : ''
}

/** A cell in words: its number with `≈` when it has noise, or why there is none. */
export function cellText(cell: Cell, locale: Locale): string {
  const value = valueOf(cell)
  if (value !== undefined) return `${signOf(cell)}${countText(value, locale)}`
  return translate[locale](absences[cell.kind as keyof typeof absences])
}

const absences = {
  ...{ suppressed: 'statistics.shareHidden', reserved: 'statistics.reservedHelp', missing: 'statistics.valueMissing' },
  ...{ notAsked: 'statistics.notAsked', notApplicable: 'statistics.notApplicable' },
} as const

/** A share as per cent: `34 %` (no-break space) in Swedish, `34%` in English; decimal comma in Swedish. */
export function percentText(share: number, locale: Locale, decimals = 0): string {
  return decimals === 0 ? perCent[locale].format(share) : percents(locale, decimals).format(share)
}

/**
 * A share in words, as it is always written: "≈17 av ≈50 (34 %, osäkerhet 20–51 %)". Where there are too few for a share the counts
 * stand without it; where one of them has no number it is said why.
 */
export function shareText(x: Cell, n: Cell, share: ShownShare | null, locale: Locale): string {
  const say = translate[locale]
  for (const cell of [x, n]) if (valueOf(cell) === undefined) return cellText(cell, locale)
  const counts = { x: cellText(x, locale), n: cellText(n, locale) }
  if (!share) return say('statistics.shareTooFew', counts)
  // The lower end goes without its sign: "20–51 %".
  const lower = countText(Math.round(share.lower * 100), locale)
  return say('statistics.share', { ...counts, share: percentText(share.share, locale), lower, upper: percentText(share.upper, locale) })
}

/** How many are not known (bortfall), in words. A nought with noise may be a few, so it does not say that all are known. */
export function unknownText(unknown: Cell, locale: Locale): string {
  const isNone = unknown.kind === 'shown' && unknown.value === 0
  return translate[locale](isNone ? 'statistics.unknownNone' : 'statistics.unknown', { unknown: cellText(unknown, locale) })
}
