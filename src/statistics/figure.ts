import { valueOf } from '../disclosure/cell.ts'
import type { Cell } from '../disclosure/cell.ts'
import type { Noise } from '../disclosure/noise/noise.ts'
import type { ProtectedQuartiles } from '../disclosure/quartiles.ts'
import { shareOf } from '../disclosure/share.ts'
import type { Translate } from '../values/catalogue.ts'
import type { Locale, Text } from '../values/codeList.ts'
import type { Figure, Heading, MeasureInfo, ShownShare } from './domain.ts'
import { noisyInterval, unknownBounds } from './interval.ts'
import type { Measure } from './measure.ts'
import { cellText, shareText } from './plainText.ts'

/** Whom a figure is written for. */
export interface Writing {
  locale: Locale
  t: Translate
}

/** Cells that make a share: x of n; of the rest the unknown and those apart; and those of whom it is known. */
export interface ShareCells {
  x: Cell
  n: Cell
  unknown: Cell
  known: Cell
  apart: Cell | undefined
}

const nothing = { n: null, unknown: null, known: null, apart: null, lower: null, upper: null, share: null }

/** A count as a figure. */
export function countFigure(value: Cell, { locale }: Writing): Figure {
  return { ...nothing, value, text: cellText(value, locale) }
}

/** A share as a figure; without its share where one of the cells has no number or n is below 20. */
export function shareFigure({ x, n, unknown, known, apart }: ShareCells, noise: Noise | undefined, { locale }: Writing): Figure {
  const counts = shareOf(x, n, noise)
  const share = counts ? uncertain(counts, valueOf(unknown)) : null
  return { ...nothing, value: x, n, unknown, known, apart: apart ?? null, share, text: shareText(x, n, share, locale) }
}

function uncertain(counts: NonNullable<ReturnType<typeof shareOf>>, unknown: number | undefined): ShownShare {
  const { x, n } = counts
  // Where only one of them is published the unknown may seem to be more than there is room for.
  const bounds = unknown === undefined ? undefined : unknownBounds(x, Math.min(unknown, n - x), n)
  return { share: x / n, ...noisyInterval(counts)!, leastIfUnknown: bounds?.lower ?? null, mostIfUnknown: bounds?.upper ?? null }
}

/** Quartiles of days as a figure: the median is its value. */
export function daysFigure({ lower, median, upper }: ProtectedQuartiles, n: Cell, { locale, t }: Writing): Figure {
  const words = { median: cellText(median, locale), lower: cellText(lower, locale), upper: cellText(upper, locale) }
  const text = valueOf(median) === undefined ? words.median : t('statistics.days', words)
  return { ...nothing, value: median, n, lower, upper, text }
}

/** A measure with its one definition, in the reader's language. */
export function measureInfo({ name, label, definition, source, ...rest }: Measure, { locale }: Writing): MeasureInfo {
  const { unit, formula, since, replacedBy } = rest
  return { name, label: label[locale], definition: definition[locale], unit, formula, source: source[locale], since, replacedBy }
}

/** Headings in the reader's language. */
export function headings(codes: readonly { code: string; label: Text }[], { locale }: Writing): Heading[] {
  return codes.map(({ code, label }) => ({ code, label: label[locale] }))
}
