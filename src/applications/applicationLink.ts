import type { Catalogue } from '../values/catalogue.ts'

/** Apart from the other texts, since it stands on the public page of an association. */
export const applicationLink: Catalogue = {
  'applications.link': { sv: 'Ansökningar', en: 'Applications' },
}
