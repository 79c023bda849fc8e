import type { Catalogue } from '../../values/catalogue.ts'

export const operationsMessages = {
  'operations.title': { sv: 'Läget', en: 'State of work' },
  'operations.intro': {
    sv: 'Så går arbetet i dina insatser. Bara antal: enskilda deltaganden ser den som är deltagaransvarig. Talen är för er egen ledning och ska inte lämnas vidare.',
    en: 'How the work in your interventions goes. Numbers only: single participations are for caseworkers. The numbers are for your own management and not to be passed on.',
  },
  'operations.none': {
    sv: 'Du leder ingen insats där deltagare registreras.',
    en: 'You lead no intervention in which participants are registered.',
  },
  'operations.numbers': { sv: 'Deltaganden', en: 'Participations' },
  'operations.quality': { sv: 'Registreringens kvalitet', en: 'Quality of registration' },
  'operations.intervention': { sv: 'Insats', en: 'Intervention' },
  'operations.active': { sv: 'Pågår nu', en: 'Running now' },
  'operations.started': { sv: 'Började i år', en: 'Began this year' },
  'operations.planned': { sv: 'Planerat i år', en: 'Planned this year' },
  'operations.ended': { sv: 'Slutade i år', en: 'Ended this year' },
  'operations.notPlanned': { sv: 'ingen plan', en: 'no plan' },
  'operations.missingExits': { sv: 'Avslut saknas', en: 'Exit missing' },
  'operations.incomplete': { sv: 'Ofullständiga', en: 'Incomplete' },
  'operations.drafts': { sv: 'Utkast utan grund', en: 'Drafts without a ground' },
  'operations.late': { sv: 'Registrerade sent', en: 'Registered late' },
  'operations.answered': { sv: 'Besvarade uppföljningar', en: 'Follow-ups answered' },
  'operations.coverage': { sv: 'Täckning i år', en: 'Coverage this year' },
  'operations.of': { sv: '{n} av {of}', en: '{n} of {of}' },
  'operations.ofShare': { sv: '{n} av {of} ({percent} %)', en: '{n} of {of} ({percent}%)' },
  'operations.ofNone': { sv: 'inga än', en: 'none yet' },
  'operations.meaning': {
    sv: 'Avslut saknas: insatsen har slutat, eller deltagandet har pågått mer än två år. Ofullständiga: pågående där något saknas mer än 14 dagar efter start. Registrerade sent: mer än 30 dagar efter start, av dem som började de senaste tolv månaderna. Besvarade uppföljningar: av dem vars tid gick ut de senaste tolv månaderna. Täckning: de som går att följa, av alla som deltagit i år när anonyma räknas med. Utkast utan grund räknas inte.',
    en: 'Exit missing: the intervention has ended, or the participation has run for more than two years. Incomplete: running ones where something is missing more than 14 days after entry. Registered late: more than 30 days after entry, of those that began in the last twelve months. Follow-ups answered: of those whose time ran out in the last twelve months. Coverage: those that can be followed, of all that took part this year, anonymous ones included. Drafts without a ground are not counted.',
  },
} satisfies Catalogue
