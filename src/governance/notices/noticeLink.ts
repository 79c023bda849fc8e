import type { Catalogue } from '../../values/catalogue.ts'

/** Apart from the other texts, since it stands on the public page of an association. */
export const noticeLink: Catalogue = {
  'notices.link': { sv: 'Att göra', en: 'To do' },
}
