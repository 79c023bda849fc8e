import type { Text } from '../values/codeList.ts'

/** Where the word may stand: when it is said that something is none. A test of the pages knows the same. */
export const notAnEffect = [
  'Förändring, inte effekt',
  'Change, not effect',
  'Skillnad mellan grupper (inte tolkbar som effekt)',
  'Difference between groups (not to be read as an effect)',
] as const

/** A text that does not have the word that only a passed gate gives, in either language; else `never`, so that it does not compile. */
type Modest<S extends string> = S extends (typeof notAnEffect)[number]
  ? S
  : Lowercase<S> extends `${string}effekt${string}` | `${string}effect${string}`
    ? never
    : S

type ModestTexts<T> = {
  [K in keyof T]: T[K] extends { sv: infer S extends string; en: infer E extends string } ? { sv: Modest<S>; en: Modest<E> } : never
}

/** Texts of what only describes, shows a change or compares: one with the word "effekt" in it is a compiler error. */
export function modestWords<const T extends Record<string, Text>>(texts: T & ModestTexts<T>): T {
  return texts
}
