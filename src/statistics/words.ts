import type { Period } from '../values/month.ts'
import type { Writing } from './figure.ts'
import type { Place } from './placeStore.ts'

/** The name of a place; the nation is a word of the language. */
export function placeName(place: Place, { t }: Writing): string {
  return place.kind === 'nation' ? t('statistics.nation') : place.name
}

/** A period in words: `2024`, `2022–2024`, or `mars 2024–maj 2024`. */
export function periodText({ from, to }: Period, { locale }: Pick<Writing, 'locale'>): string {
  const [first, last] = [from.slice(0, 4), to.slice(0, 4)]
  if (from.endsWith('-01') && to.endsWith('-12')) return first === last ? first : `${first}–${last}`
  // The day and the time zone are ours: the first at noon UTC is in the same month everywhere.
  const format = new Intl.DateTimeFormat(locale === 'sv' ? 'sv-SE' : 'en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })
  const words = (month: string): string => format.format(new Date(`${month}-01T12:00:00Z`))
  return from === to ? words(from) : `${words(from)}–${words(to)}`
}

/** What stands above a table or a picture: that the data are invented when they are, then its parts; parts without text are left out. */
export function captionText(demo: boolean, parts: readonly (string | undefined)[], { t }: Pick<Writing, 't'>): string {
  return [demo ? t('web.demo') : '', ...parts].filter(Boolean).join(' · ')
}

/** The same for something of one place and period. */
export function answerCaption(
  title: string,
  { demo, place, period }: { demo: boolean; place: { name: string }; period: Period },
  { t, locale }: Writing,
): string {
  return captionText(demo, [title, place.name, periodText(period, { locale })], { t })
}
