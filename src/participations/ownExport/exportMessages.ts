import type { Catalogue } from '../../values/catalogue.ts'

export const exportMessages = {
  'export.title': { sv: 'Ta ut allt', en: 'Export everything' },
  'export.intro': {
    sv: 'Allt som är ert i Samlad, när ni vill: deltaganden med alla versioner, uppföljningar, samtycken, antal, beslut, kvitton, personal och logg. En zip-fil med kalkylark, samma sak som JSON, och en beskrivning av varje kolumn.',
    en: 'Everything in Samlad that is yours, whenever you like: participations with all versions, follow-ups, consents, counts, decisions, receipts, staff and log. A zip file with spreadsheets, the same as JSON, and a description of each column.',
  },
  'export.care': {
    sv: 'Filen innehåller personuppgifter, delvis om hälsa. Förvara den därefter och ta bort den när den inte behövs. Att du gör uttaget skrivs i loggen, och står i varje deltagares registerutdrag.',
    en: 'The file holds personal data, partly on health. Keep it accordingly and remove it when it is not needed. That you make the export is written in the log, and stands in every participant’s extract.',
  },
  'export.identities': {
    sv: 'Ta med personnummer i klartext ({n, plural, one {ett} other {#}})',
    en: 'Include personal numbers in clear ({n, plural, one {one} other {#}})',
  },
  'export.make': { sv: 'Gör uttaget', en: 'Make the export' },
  'export.making': { sv: 'Gör uttaget', en: 'Making the export' },
  'export.ready': {
    sv: 'Klart: {name}, {size} MB. Hämtningen har börjat. Filen finns kvar här till {until}.',
    en: 'Done: {name}, {size} MB. The download has begun. The file is kept here until {until}.',
  },
  'export.again': { sv: 'Hämta igen', en: 'Download again' },
  'export.contents': { sv: 'Innehåll', en: 'Contents' },
  'export.file': { sv: 'Tabell', en: 'Table' },
  'export.rows': { sv: 'Rader', en: 'Rows' },
  'export.cancelled': { sv: 'Avbrutet. Ingen fil finns kvar.', en: 'Cancelled. No file is left.' },
  'export.gone': {
    sv: 'Uttaget finns inte längre. Det sparas en kvart, för den som gjorde det. Gör ett nytt.',
    en: 'The export is no longer there. It is kept for a quarter of an hour, for whoever made it. Make a new one.',
  },
} satisfies Catalogue
