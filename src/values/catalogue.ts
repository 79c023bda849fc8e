import IntlMessageFormat from 'intl-messageformat'
import type { Locale, Text } from './codeList.ts'

/** Messages in ICU MessageFormat, both languages side by side: `{n, plural, one {# rad} other {# rader}}`. */
export type Catalogue = Record<string, Text>

/** Gives a message in a language with its arguments filled in. An unknown key comes back as `⟦key⟧` so that it is seen. */
export type Translate = (key: string, args?: Record<string, string | number>) => string

/** Makes the translator of one language. Parsed messages are kept, so repeated use is cheap. */
export function translator(catalogue: Catalogue, locale: Locale): Translate {
  const formats = new Map<string, IntlMessageFormat>()
  return (key, args = {}) => {
    const text = catalogue[key]
    if (!text) return `⟦${key}⟧`
    let format = formats.get(key)
    if (!format) {
      format = new IntlMessageFormat(text[locale], locale === 'sv' ? 'sv-SE' : 'en-GB')
      formats.set(key, format)
    }
    return String(format.format(args))
  }
}
