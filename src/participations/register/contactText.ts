import type { Translate } from '../../values/catalogue.ts'
import type { Locale, Text } from '../../values/codeList.ts'
import { ContactSource, OwnView } from '../codes.ts'
import { ownViewItems, ownViewNames, type OwnViewItem, type OwnViews } from '../ownViews.ts'
import type { ContactFields } from './contact.ts'
import type { ContactPart } from './contactDraft.ts'
import { stateText } from './recordText.ts'

interface Words {
  t: Translate
  locale: Locale
}

/** What a follow-up found, in words: nobody reached, nothing changed, or each change with its day. */
export function foundText({ reached, changes }: ContactFields, { t, locale }: { t: Translate; locale: Locale }): string {
  if (!reached) return t('register.contactTried')
  if (changes.length === 0) return t('register.sameYes')
  return changes.map((change) => `${change.from}: ${stateText(change, locale)}`).join('; ')
}

/** What a person answered to a question, in words. */
function viewText(answer: OwnViews[OwnViewItem], { t, locale }: Words): string {
  return answer ? OwnView.label(answer, locale) : t('register.notAsked')
}

/** A person's own answers at a follow-up, those that were asked for: "Sociala kontakter: stämmer delvis". */
export function viewsText(views: OwnViews, words: Words): string {
  const asked = ownViewNames.filter((item) => views[item])
  return asked.map((item) => `${ownViewItems[item].label[words.locale]}: ${viewText(views[item], words).toLowerCase()}`).join('; ')
}

const labels = { date: 'register.contactDate', source: 'register.source', found: 'register.mergeFound' }
const isView = (part: ContactPart): part is OwnViewItem => part in ownViewItems

/** What a part of a follow-up is called. */
export function contactPartLabel(part: ContactPart, { t, label }: { t: Translate; label(text: Text): string }): string {
  return isView(part) ? label(ownViewItems[part].label) : t(labels[part])
}

/** A part of a follow-up in words. */
export function contactPartText(contact: ContactFields, part: ContactPart, words: Words): string {
  if (isView(part)) return viewText(contact[part], words)
  if (part === 'date') return contact.date
  return part === 'source' ? ContactSource.label(contact.source, words.locale) : foundText(contact, words)
}
