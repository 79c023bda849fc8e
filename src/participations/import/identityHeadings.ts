import { knownHeadings } from './headings.ts'
import { normaliseHeading } from './normalise.ts'

/** Kinds of content that point out a person, in the order they are told apart. */
export const identityKinds = ['personnummer', 'email', 'phone', 'name', 'address', 'freeText'] as const
export type IdentityKind = (typeof identityKinds)[number]

const words: readonly [IdentityKind, RegExp][] = [
  ['personnummer', /\b(person ?(nr|nummer|id)|pers ?nr|pnr|p nr|samordnings ?(nr|nummer)|fodelse ?nummer|reserv ?nummer|ssn)/],
  ['email', /\b(e ?post|mail|e ?mail|epostadress)/],
  ['phone', /(tele?fon|\btel\b|\btel ?nr|mobil|\bphone)/],
  ['address', /(adress|\bgata\b|\bpostnr|post ?nummer|\bpostort|\bc o\b|\blgh\b|\baddress|\bstreet)/],
  [
    'name',
    /(namn\b|\bname\b|\bdeltagare\b|\bklient\b|\bbrukare\b|\bpatient\b|\bperson\b|handlaggare|kontaktperson|\bcoach\b|\bsamordnare\b|\blakare\b|\bhandledare\b|\banhorig)/,
  ],
  [
    'freeText',
    /(kommentar|anteckning|notering|fritext|ovrigt|ovrig info|beskriv|bakgrund|\btext\b|journal|\bobs\b|\binfo\b|information|\bdiagnos|planering|anmarkning|\bcomment|\bnotes?\b)/,
  ],
]

/** The kind of identity a heading speaks of; `undefined` for headings of the fields themselves and for all others. */
export function identityOfHeading(heading: string): IdentityKind | undefined {
  const text = normaliseHeading(heading)
  const known = knownHeadings.get(text)
  if (known) return known === 'personnummer' ? 'personnummer' : undefined
  return words.find(([, pattern]) => pattern.test(text))?.[0]
}
