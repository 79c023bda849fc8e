import type { Catalogue } from '../../values/catalogue.ts'

/** Texts about counting a published figure again. */
export const explainMessages = {
  'explain.noAddress': {
    sv: 'Adressen går inte att läsa. Ange en tabell i öppna data med en kod per variabel (…/api/v2/tables/TABELL/data?valuecodes[sex]=woman&valuecodes[Tid]=2024) eller som liggaren skriver den (exits 2024-01..2024-12 sex=woman).',
    en: 'The address cannot be read. Give a table of open data with one code of each variable (…/api/v2/tables/TABLE/data?valuecodes[sex]=woman&valuecodes[Tid]=2024), or as the ledger writes it (exits 2024-01..2024-12 sex=woman).',
  },
  'explain.missing': { sv: 'Ange vilket tal som ska förklaras.', en: 'Name the figure to explain.' },
  'explain.same': {
    sv: 'Räknat på nytt ur det som var registrerat {asOf}, liksom resten av utgåvan: samma tal.',
    en: 'Counted again from what was registered {asOf}, like the rest of the release: the same figure.',
  },
  'explain.differs': {
    sv: 'Räknat på nytt ur det som finns kvar av vad som var registrerat {asOf} blir inte alla tal i utgåvan desamma: underlaget är helt eller delvis gallrat. Vilka som skiljer sägs inte, för det skulle peka ut vem. Det som är publicerat gäller.',
    en: 'Counted again from what is left of what was registered {asOf}, not all figures of the release are the same: the records have been disposed of, wholly or in part. Which differ is not told, since that would point somebody out. What is published holds.',
  },
  'explain.hidden': {
    sv: 'Talet är dolt för att skydda enskilda, och räknas inte fram för någon.',
    en: 'The figure is hidden to protect individuals, and is worked out for nobody.',
  },
  'explain.unknownMoment': {
    sv: 'Utgåvan säger inte när underlaget lästes, så det går inte att räkna på nytt.',
    en: 'The release does not say when its records were read, so it cannot be counted again.',
  },
  'explain.release': { sv: 'Utgåva {number}, ”{title}”, utgiven {released}', en: 'Release {number}, “{title}”, released {released}' },
  'explain.software': { sv: 'Gjord med {software}', en: 'Made with {software}' },
} satisfies Catalogue
