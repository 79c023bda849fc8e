import type { Catalogue } from '../values/catalogue.ts'

/** Sentences of statistics. Numbers come in already formatted. */
export const statisticsMessages = {
  'statistics.share': {
    sv: '{x} av {n} ({share}, osäkerhet {lower}–{upper})',
    en: '{x} of {n} ({share}, uncertainty {lower}–{upper})',
  },
  'statistics.shareTooFew': {
    sv: '{x} av {n} (för få för en andel)',
    en: '{x} of {n} (too few for a share)',
  },
  'statistics.shareHidden': {
    sv: 'Visas inte, för att skydda enskilda',
    en: 'Not shown, to protect individuals',
  },
  'statistics.unknown': {
    sv: '{n, plural, =0 {Uppgift finns för alla} other {Uppgift saknas för {unknown}}}',
    en: '{n, plural, =0 {Known for all} other {Not known for {unknown}}}',
  },
} satisfies Catalogue
