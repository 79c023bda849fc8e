import type { Catalogue } from '../../values/catalogue.ts'

/** Texts about codes that are shown as one. */
export const mergeMessages = {
  'publication.merges': { sv: 'Kategorier som visas som en', en: 'Categories shown as one' },
  'publication.mergePlaces': { sv: 'Samordningsförbund', en: 'Associations' },
  'publication.mergeOf': { sv: 'Slå ihop inom', en: 'Merge within' },
  'publication.mergeCodes': { sv: 'Välj två eller flera att visa som en', en: 'Choose two or more to show as one' },
  'publication.merge': { sv: 'Slå ihop', en: 'Merge' },
  'publication.mergeLabel': { sv: 'Slå ihop {codes}', en: 'Merge {codes}' },
  'publication.split': { sv: 'Dela igen', en: 'Split again' },
  'publication.splitLabel': { sv: 'Dela igen: {what}', en: 'Split again: {what}' },
  'publication.mergeAxis': {
    sv: 'Sammanslagna kategorier hör till en nedbrytning som tabellen inte har.',
    en: 'Merged categories belong to a breakdown that the table does not have.',
  },
  'publication.mergeSeveral': {
    sv: 'En person kan ha flera koder i försörjning och målgrupper, så de kan inte slås ihop.',
    en: 'A person may have several codes of support and of target groups, so they cannot be merged.',
  },
  'publication.mergeTwice': { sv: 'Samma kategori är sammanslagen två gånger.', en: 'The same category is merged twice.' },
  'publication.mergeUnknown': { sv: 'Kategorierna {codes} finns inte.', en: 'There are no categories {codes}.' },
  'publication.mergeApart': {
    sv: 'Kategorierna {codes} ligger under olika rubriker och kan inte slås ihop.',
    en: 'The categories {codes} lie under different headings and cannot be merged.',
  },
  'publication.mergeAll': {
    sv: 'Kategorierna {codes} är alla som finns. Ta bort nedbrytningen i stället.',
    en: 'The categories {codes} are all there are. Take away the breakdown instead.',
  },
  'publication.mergeCrosses': {
    sv: 'Något som redan är ute slår ihop kategorierna på ett annat sätt än {codes}. Slå ihop samma kategorier, eller större grupper som rymmer dem.',
    en: 'Something that is out merges the categories in another way than {codes}. Merge the same ones, or larger groups that hold them.',
  },
} satisfies Catalogue
