import type { Catalogue } from '../values/catalogue.ts'

/** Texts of the follow-up page and its files. */
export const followUpMessages = {
  'statistics.title': { sv: 'Uppföljning', en: 'Follow-up' },
  'statistics.lead': {
    sv: 'Vad blev det för deltagarna? Välj plats och period. Varje tal har sin definition och sin osäkerhet.',
    en: 'What became of the participants? Choose place and period. Every figure has its definition and its uncertainty.',
  },
  'statistics.signInNeeded': {
    sv: 'Logga in för att se uppföljningen. Den är öppen för den som har en roll hos ett förbund, en medlem eller nationellt.',
    en: 'Sign in to see the follow-up. It is open to those with a role at an association, a member or nationally.',
  },
  'statistics.dataDate': { sv: 'Senaste registrering', en: 'Latest registration' },
  'statistics.notOfficial': { sv: 'Ingår inte i Sveriges officiella statistik.', en: 'Not part of the official statistics of Sweden.' },
  'statistics.cost': { sv: 'Kostnad', en: 'Cost' },
  'statistics.count': { sv: 'Antal', en: 'Count' },
  'statistics.kronor': { sv: 'Kronor', en: 'Kronor' },
  'statistics.all': { sv: 'Alla', en: 'All' },
  'statistics.change': { sv: 'Förändring, inte effekt', en: 'Change, not effect' },
  'statistics.column.value': { sv: 'Antal', en: 'Count' },
  'statistics.column.n': { sv: 'Av', en: 'Of' },
  'statistics.column.unknown': { sv: 'Okänt', en: 'Unknown' },
  'statistics.column.share': { sv: 'Andel %', en: 'Share %' },
  'statistics.column.from': { sv: 'Osäkerhet från %', en: 'Uncertainty from %' },
  'statistics.column.to': { sv: 'Osäkerhet till %', en: 'Uncertainty to %' },
  'statistics.column.median': { sv: 'Median dagar', en: 'Median days' },
  'statistics.column.lower': { sv: 'Undre kvartil', en: 'Lower quartile' },
  'statistics.column.upper': { sv: 'Övre kvartil', en: 'Upper quartile' },
} satisfies Catalogue
