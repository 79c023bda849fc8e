import type { Catalogue } from '../../values/catalogue.ts'

export const nominationMessages = {
  'nominations.title': { sv: 'Väntar på plats', en: 'Waiting for a place' },
  'nominations.intro': {
    sv: 'Arbetsgivaren har utsett dem till deltagaransvariga. Du som leder insatsen ger dem plats. Innan dess ser de ingenting.',
    en: 'The employer has appointed them as caseworkers. You who lead the intervention give them a place. Until then they see nothing.',
  },
  'nominations.accept': { sv: 'Ge plats', en: 'Give a place' },
  'nominations.decline': { sv: 'Avböj', en: 'Decline' },
  'nominations.accepted': { sv: '{name} har fått plats.', en: '{name} has been given a place.' },
  'nominations.declined': {
    sv: '{name} fick inte plats. Arbetsgivaren ser det under Personal.',
    en: '{name} was not given a place. The employer sees it under Staff.',
  },
  'nominations.lapsed': {
    sv: 'Rollen skulle gälla till och med {to}, och den dagen har varit. Be arbetsgivaren utse personen på nytt, eller avböj.',
    en: 'The role was to last until {to}, and that day has passed. Ask the employer to appoint the person again, or decline.',
  },
  'nominations.waiting': { sv: 'Utsedda som väntar på insatsansvarig', en: 'Appointed and waiting for the lead' },
  'nominations.waitingHelp': {
    sv: 'Den som leder insatsen ger plats på sidan Läget. Leder ingen insatsen gäller utnämningen direkt.',
    en: 'Whoever leads the intervention gives a place on State of work. Where nobody leads, an appointment holds at once.',
  },
} satisfies Catalogue
