import { z } from 'zod'
import { codeList } from '../../values/codeList.ts'
import { civilDateSchema } from '../../values/civilDate.ts'

/** The languages of the texts. Easy Swedish is a language of its own. */
export const ConsentLanguage = codeList('consentLanguage', [
  ['sv', 'Svenska', 'Swedish'],
  ['sv-easy', 'Lätt svenska', 'Easy Swedish'],
  ['en', 'Engelska', 'English'],
  ['ar', 'Arabiska', 'Arabic'],
  ['so', 'Somaliska', 'Somali'],
  ['uk', 'Ukrainska', 'Ukrainian'],
])
export type ConsentLanguage = z.infer<typeof ConsentLanguage.schema>

/** The languages whose drafts nobody who has them as a mother tongue has read: somebody who has must check them before they are used. */
export const needsNativeReader: readonly ConsentLanguage[] = ['en', 'ar', 'so', 'uk']

export const ConsentForm = codeList('consentForm', [
  ['written', 'Skriftligt', 'In writing'],
  ['oral', 'Muntligt', 'Orally'],
  ['digital', 'Digitalt', 'Digitally'],
])

/** How and when a participant consented or was informed, and by which text. */
export const ConsentFields = z.object({
  givenOn: civilDateSchema,
  /** Version of the controller's text; `null` when another text was used. */
  textVersion: z.int().min(1).nullable(),
  language: ConsentLanguage.schema.nullable(),
  how: ConsentForm.schema,
  /** Consent that the parties may tell each other what is secret: a tick of its own. */
  liftsSecrecy: z.boolean(),
})
export type ConsentFields = z.infer<typeof ConsentFields>

export const Consent = ConsentFields.extend({ id: z.uuid(), recordedAt: z.string(), recordedBy: z.string() })
export type Consent = z.infer<typeof Consent>

/** A text in one language. */
export const ConsentText = z.object({ language: ConsentLanguage.schema, body: z.string().trim().min(20, 'consent.textNeeded').max(10_000) })
export type ConsentText = z.infer<typeof ConsentText>

/** How a language is written: its tag for the browser, and its direction. */
export function writingOf(language: ConsentLanguage): { lang: string; dir: 'ltr' | 'rtl' } {
  return { lang: language === 'sv-easy' ? 'sv' : language, dir: language === 'ar' ? 'rtl' : 'ltr' }
}
