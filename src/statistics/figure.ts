import { valueOf } from '../disclosure/cell.ts'
import type { Cell } from '../disclosure/cell.ts'
import type { ProtectedQuartiles } from '../disclosure/quartiles.ts'
import { shareOf } from '../disclosure/share.ts'
import type { Translate } from '../values/catalogue.ts'
import type { Locale, Text } from '../values/codeList.ts'
import type { Figure, Heading, MeasureInfo, ShownShare } from './domain.ts'
import { unknownBounds, wilson } from './interval.ts'
import type { Measure } from './measure.ts'
import { countText, shareText } from './plainText.ts'

/** Whom a figure is written for, and how strictly it was protected. */
export interface Writing {
  locale: Locale
  t: Translate
  threshold: number
}

/** Cells of a protected table that make a share: x of n, the rest n − x, and of the rest the unknown and those apart. */
export interface ShareCells {
  x: Cell
  rest: Cell
  n: Cell
  unknown: Cell
  apart: Cell | undefined
}

const nothing = { n: null, unknown: null, apart: null, lower: null, upper: null, share: null }

/** A count as a figure. */
export function countFigure(value: Cell, writing: Writing): Figure {
  return { ...nothing, value, text: cellText(value, writing) }
}

/** A share as a figure; without its share where one of the cells is hidden or n is below the threshold. */
export function shareFigure({ x, rest, n, unknown, apart }: ShareCells, { locale, threshold }: Writing): Figure {
  const shown = shareOf(x, rest, n, threshold)
  return {
    ...nothing,
    value: x,
    n,
    unknown,
    apart: apart ?? null,
    share: shown ? uncertain(shown, valueOf(unknown)) : null,
    text: shareText(shown, locale, threshold),
  }
}

function uncertain({ x, n }: { x: number; n: number }, unknown: number | undefined): ShownShare {
  const interval = wilson(x, n)!
  const bounds = unknown === undefined ? undefined : unknownBounds(x, unknown, n)
  return { share: x / n, ...interval, leastIfUnknown: bounds?.lower ?? null, mostIfUnknown: bounds?.upper ?? null }
}

/** Quartiles of days as a figure: the median is its value. */
export function daysFigure({ lower, median, upper }: ProtectedQuartiles, n: Cell, writing: Writing): Figure {
  const [from, middle, to] = [lower, median, upper].map(valueOf)
  const text =
    from === undefined || middle === undefined || to === undefined
      ? cellText(median, writing)
      : writing.t('statistics.days', {
          median: countText(middle, writing.locale),
          lower: countText(from, writing.locale),
          upper: countText(to, writing.locale),
        })
  return { ...nothing, value: median, n, lower, upper, text }
}

/** A cell in words: its number, or why there is none. */
export function cellText(cell: Cell, { t, locale }: Pick<Writing, 't' | 'locale'>): string {
  const value = valueOf(cell)
  if (value !== undefined) return countText(value, locale)
  return t(cell.kind === 'suppressed' ? 'statistics.shareHidden' : 'statistics.noValue')
}

/** Name, label and definition of a measure in the reader's language. */
export function measureInfo({ name, label, definition, unit }: Measure, { locale }: Writing): MeasureInfo {
  return { name, label: label[locale], definition: definition[locale], unit }
}

/** Headings in the reader's language. */
export function headings(codes: readonly { code: string; label: Text }[], { locale }: Writing): Heading[] {
  return codes.map(({ code, label }) => ({ code, label: label[locale] }))
}
