import type { Catalogue } from '../../values/catalogue.ts'

/** Apart from the other texts, since it stands on other pages. */
export const reportingLink: Catalogue = {
  'reporting.title': { sv: 'Rapporteringsläge', en: 'Reporting status' },
  'reporting.seeMatrix': { sv: 'Se vilka som har godkänt', en: 'See which have approved' },
}
