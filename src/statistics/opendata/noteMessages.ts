import type { Catalogue } from '../../values/catalogue.ts'

/** Texts of tables that the server alone writes. */
export const noteMessages = {
  'opendata.folder.money': { sv: 'Pengar', en: 'Money' },
  'opendata.unitOre': { sv: 'öre', en: 'öre' },
  'opendata.moneySigns': {
    sv: 'Tecken: ... ingenting angivet, . förbundet har inte godkänt året. Beloppen är offentliga organs och handlar inte om någon enskild: inget är dolt.',
    en: 'Signs: ... nothing entered, . the association has not approved the year. The amounts are of public bodies and about no individual: nothing is hidden.',
  },
  'statistics.publishedCoverage': {
    sv: 'Täckning {year}: omkring {percent} % av alla deltaganden i landet är registrerade (i steg om {step, plural, one {en procentenhet} other {# procentenheter}}); resten räknas bara i antal och ingår inte.',
    en: 'Coverage in {year}: about {percent} % of all participations in the country are registered (in steps of {step, plural, one {one percentage point} other {# percentage points}}); the rest are counted in numbers alone and are not in it.',
  },
} satisfies Catalogue
