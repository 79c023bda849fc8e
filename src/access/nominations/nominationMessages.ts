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
  'nominations.waiting': { sv: 'Utsedda som väntar på insatsansvarig', en: 'Appointed and waiting for the lead' },
  'nominations.waitingHelp': {
    sv: 'Den som leder insatsen ger plats på sidan Läget. Leder ingen insatsen gäller utnämningen direkt.',
    en: 'Whoever leads the intervention gives a place on State of work. Where nobody leads, an appointment holds at once.',
  },
} satisfies Catalogue
