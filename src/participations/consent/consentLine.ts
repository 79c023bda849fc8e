import type { Locale } from '../../values/codeList.ts'
import { ConsentForm, ConsentLanguage, type Consent } from './domain.ts'

/** A consent in one sentence: when, how, by which text, and whether it lifts secrecy. */
export function consentLine(one: Consent, t: (name: string, args?: Record<string, string | number>) => string, locale: Locale): string {
  const text =
    one.textVersion === null || one.language === null
      ? t('consent.otherText')
      : t('consent.textOf', { version: one.textVersion, language: ConsentLanguage.label(one.language, locale).toLowerCase() })
  return t('consent.line', {
    date: one.givenOn,
    how: ConsentForm.label(one.how, locale).toLowerCase(),
    text,
    secrecy: t(one.liftsSecrecy ? 'consent.lifted' : 'consent.notLifted'),
  })
}
