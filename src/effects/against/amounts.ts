import type { Estimate, Interval } from '../../probability/interval.ts'
import { wilson } from '../../probability/proportion.ts'
import type { Writing } from '../../statistics/figure.ts'
import { countText, percentText } from '../../statistics/plainText.ts'
import type { FollowedGroup } from '../missing/followedGroup.ts'

/** How amounts of an outcome are written. */
export interface Shape {
  /** The outcome is 0 or 1: differences are so many of 100. */
  isShare: boolean
  /** What it is counted in; empty for none. */
  unit: string
  /** Decimals of an amount. */
  digits: number
}

/** Three digits of the estimate are more than it is sure of. */
export function shapeOf(isShare: boolean, unit: string, { estimate }: Pick<Estimate, 'estimate'>): Shape {
  const digits = isShare ? 0 : Math.min(6, Math.max(0, 2 - Math.floor(Math.log10(Math.abs(estimate) || 1))))
  return { isShare, unit: isShare ? '' : unit.trim(), digits }
}

/** A number with the decimals and thousands of the language; never "−0". */
export function numberText(value: number, digits: number, { locale }: Pick<Writing, 'locale'>): string {
  const tag = locale === 'sv' ? 'sv-SE' : 'en-GB'
  return new Intl.NumberFormat(tag, { maximumFractionDigits: digits, signDisplay: 'negative' }).format(value)
}

/** An amount of the outcome without its direction: "12", "1 797 kronor". Shares as so many of 100. */
export function amountText(value: number, { isShare, unit, digits }: Shape, writing: Writing): string {
  if (isShare) return numberText(value * 100, digits, writing)
  return [numberText(value, digits, writing), unit].filter(Boolean).join(' ')
}

/** Which way, and by how much: "12 fler", "3 färre", "lika många"; "1 797 kronor mer". */
export function directed(value: number, shape: Shape, writing: Writing): string {
  const n = amountText(Math.abs(value), shape, writing)
  const isNought = Number((Math.abs(value) * (shape.isShare ? 100 : 1)).toFixed(shape.digits)) === 0
  if (shape.isShare) return writing.t(`effects.against.${isNought ? 'same' : signed(value, 'more', 'fewer')}`, { n })
  return writing.t(`effects.against.${isNought ? 'equal' : signed(value, 'above', 'below')}`, { n })
}

const signed = (value: number, above: string, below: string): string => (value > 0 ? above : below)

/** A difference in words: "12 fler av 100". */
export function differenceText(value: number, shape: Shape, writing: Writing): string {
  const what = directed(value, shape, writing)
  return shape.isShare ? writing.t('effects.against.ofHundredAlone', { what }) : what
}

/** A difference with its uncertainty: "12 fler av 100 (kan vara från 3 färre till 18 fler)". */
export function estimateText({ estimate, lower, upper }: Interval & { estimate: number }, shape: Shape, writing: Writing): string {
  const say = (value: number): string => directed(value, shape, writing)
  return writing.t(`effects.against.${shape.isShare ? 'ofHundred' : 'amount'}`, {
    ...{ what: say(estimate), lower: say(lower), upper: say(upper) },
  })
}

/** What a group reached among those followed: "17 av 50 (34 %, osäkerhet 22–48 %)", or its mean. */
export function reachedText({ x, known, mean }: FollowedGroup, shape: Shape, writing: Writing): string {
  const interval = x === null ? undefined : wilson(x, known)
  if (x === null || !interval) return amountText(mean, { ...shape, isShare: false }, writing)
  return writing.t('effects.against.share', {
    ...{ x: countText(x, writing.locale), n: countText(known, writing.locale), share: percentText(x / known, writing.locale) },
    ...{ lower: numberText(interval.lower * 100, 0, writing), upper: percentText(interval.upper, writing.locale) },
  })
}

/** What a level of the outcome is called: "22 av 100", "4 555 kronor". */
export function levelText(value: number, shape: Shape, writing: Writing): string {
  const n = amountText(value, shape, writing)
  return shape.isShare ? writing.t('effects.against.baseShare', { n }) : n
}

/** A chance as per cent, with a decimal where it is near nought or one; what is less than a thousandth says so. */
export function chanceText(chance: number, { t, locale }: Writing): string {
  if (chance < 0.001) return t('effects.against.lessThan', { n: percentText(0.001, locale, 1) })
  return percentText(chance, locale, chance < 0.01 || chance > 0.99 ? 1 : 0)
}

/** Two digits: more than a number of persons to come, or a difference to be seen, is sure of. */
export const roughly = (value: number): number => Number(value.toPrecision(2))
