import { z } from 'zod'

/** The two languages of the product. */
export type Locale = 'sv' | 'en'
export const locales = ['sv', 'en'] as const

/** A text in both languages, side by side so that neither can be forgotten. */
export interface Text {
  sv: string
  en: string
}

/** One entry of a code list; `aliases` are other spellings met in files, compared case- and accent-tolerantly. */
export interface Code<C extends string = string> {
  code: C
  label: Text
  aliases?: readonly string[]
}

/** A closed list of codes. The position in the list is the small integer used in facts, so entries are only ever added last. */
export interface CodeList<C extends string = string> {
  name: string
  codes: readonly Code<C>[]
  schema: z.ZodEnum<{ [K in C]: K }>
  /** Position of a code in the list. Throws for a code outside the list. */
  index(code: C): number
  /** The code at a position. Throws outside the list. */
  at(index: number): C
  /** The label of a code in a language. */
  label(code: C, locale: Locale): string
}

/**
 * Makes a code list.
 * @param name English name, used as the list's name in codebook and template
 * @param entries `[code, svenska, english, …aliases]`, in the order they are shown
 */
export function codeList<const C extends string>(
  name: string,
  entries: readonly (readonly [C, string, string, ...string[]])[],
): CodeList<C> {
  const codes = entries.map(([code, sv, en, ...aliases]) => ({ code, label: { sv, en }, aliases }))
  const positions = new Map<string, number>(codes.map((entry, position) => [entry.code, position]))
  const index = (code: C): number => {
    const position = positions.get(code)
    if (position === undefined) throw new RangeError(`${code} is not a code of ${name}`)
    return position
  }
  const at = (position: number): C => {
    const entry = codes[position]
    if (!entry) throw new RangeError(`${position} is outside the code list ${name}`)
    return entry.code
  }
  return {
    name,
    codes,
    // The list travels with the schema, so that the codebook can say what the codes of a field mean.
    schema: z.enum(codes.map((entry) => entry.code) as [C, ...C[]]).meta({ codeList: { name, codes } }) as unknown as CodeList<C>['schema'],
    index,
    at,
    label: (code, locale) => codes[index(code)]!.label[locale],
  }
}
