import { computed, inject, provide, ref, type ComputedRef, type InjectionKey, type Ref } from 'vue'
import type { Locale, Text } from '../values/codeList.ts'
import { translator, type Catalogue, type Translate } from '../values/catalogue.ts'
import { useLanguage } from '../platform/call.ts'

interface Language {
  locale: Ref<Locale>
  translate: ComputedRef<Translate>
  choose(locale: Locale): void
}
const key: InjectionKey<Language> = Symbol('language')

/** Every text that is here by now. */
const texts: Catalogue = {}

/** Brings the texts of pages that few come to: their own files fetch them, and nobody else's browser has to. Called where such a page begins. */
export function addText(catalogue: Catalogue): void {
  Object.assign(texts, catalogue)
}

const storageKey = 'samlad-language'

/** The language chosen before. It is all that the browser keeps; a browser that keeps nothing gives none. */
function keptLanguage(): string | null {
  try {
    return localStorage.getItem(storageKey)
  } catch {
    return null
  }
}

function keepLanguage(chosen: Locale): void {
  try {
    localStorage.setItem(storageKey, chosen)
  } catch {
    // A browser that keeps nothing still shows the language for the visit.
  }
}

/** Gives the page its language: that of the address, else the one chosen before. Called once, by the shell. */
export function provideText(catalogue: Catalogue): Language {
  const wanted = new URLSearchParams(location.search).get('lang') ?? keptLanguage()
  const locale = ref<Locale>(wanted === 'en' ? 'en' : 'sv')
  addText(catalogue)
  const both = { sv: translator(texts, 'sv'), en: translator(texts, 'en') }
  const language: Language = {
    locale,
    translate: computed(() => both[locale.value]),
    choose(chosen) {
      locale.value = chosen
      document.documentElement.lang = chosen
      if (chosen !== keptLanguage()) keepLanguage(chosen)
      useLanguage(chosen)
    },
  }
  language.choose(locale.value)
  provide(key, language)
  return language
}

/** Texts, numbers and dates in the reader's language. */
export function useText() {
  const language = inject(key)
  if (!language) throw new Error('No language has been provided')
  return textOf(language)
}

function textOf(language: Language) {
  const tag = computed(() => (language.locale.value === 'sv' ? 'sv-SE' : 'en-GB'))
  return {
    locale: language.locale,
    choose: language.choose,
    /** A message of the catalogue. */
    t: (name: string, args?: Record<string, string | number>): string => language.translate.value(name, args),
    /** A label that carries both languages. */
    label: (text: Text): string => text[language.locale.value],
    /** A number with the thousands and decimals of the language. */
    number: (value: number, digits = 0): string =>
      new Intl.NumberFormat(tag.value, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value),
    /** An instant as date and time in Sweden. */
    instant: (iso: string): string =>
      new Intl.DateTimeFormat(tag.value, {
        dateStyle: 'medium',
        timeStyle: 'short',
        timeZone: 'Europe/Stockholm',
      }).format(new Date(iso)),
  }
}

/**
 * Gives a page, and all within it, texts of its own beside those that every page has: they come with the page's script and not with the shell.
 * Called once, by the page; gives what `useText` gives, with the new texts.
 */
export function provideMoreText(catalogue: Catalogue): ReturnType<typeof useText> {
  const language = inject(key)
  if (!language) throw new Error('No language has been provided')
  const own = { sv: translator(catalogue, 'sv'), en: translator(catalogue, 'en') }
  const translate = computed<Translate>(() => {
    const [mine, theirs] = [own[language.locale.value], language.translate.value]
    return (name, args) => (name in catalogue ? mine : theirs)(name, args)
  })
  const wider = { ...language, translate }
  provide(key, wider)
  return textOf(wider)
}
