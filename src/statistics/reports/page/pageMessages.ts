import type { Catalogue } from '../../../values/catalogue.ts'

/** Texts of the page with standard reports. */
export const reportPageMessages = {
  'reports.title': { sv: 'Rapporter', en: 'Reports' },
  'reports.lead': {
    sv: 'Rapporterna från SUS, med samma namn. Välj rapport, plats och period. Alla tal om deltagare är skyddade, också i filerna.',
    en: 'The reports known from SUS, under the same names. Choose report, place and period. All numbers about participants are protected, in files too.',
  },
} satisfies Catalogue
