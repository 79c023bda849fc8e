import type { Catalogue } from '../values/catalogue.ts'

/** What is told where an intervention is started. */
export const startMessages: Catalogue = {
  'applications.act.startByHand': { sv: 'Insatsen är registrerad för hand', en: 'The intervention is registered by hand' },
  'applications.interventionName': { sv: 'Insatsens namn', en: 'Name of the intervention' },
  'applications.interventionNameHelp': {
    sv: 'Förbundets insatser ska ha namn som skiljer sig åt. Fortsätter en tidigare insats, lägg till ort eller år.',
    en: 'The interventions of the association are to have names that differ. If an earlier one goes on, add place or year.',
  },
  'applications.registerByHand': {
    sv: 'Insatsen kan inte registreras som ansökan säger. Registrera insatsen och dess medel för hand, och ta sedan steget ”Insatsen är registrerad för hand”.',
    en: 'The intervention cannot be registered as the application says. Register it and its grant by hand, and then take the step “The intervention is registered by hand”.',
  },
}
