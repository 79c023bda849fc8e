import * as ui from '../../../ui/sending.ts'

/** What a form of the ledger shows while it is checked and sent; days, years and amounts are told in the ledger's words. */
export function useSending(t: (key: string) => string) {
  return ui.useSending(t, (field, message) => {
    if (field === 'dated') return t('contributions.dateNeeded')
    if (field === 'years' && message === 'contributions.badAmount') return t('contributions.badTotal')
    if (field === 'amountOre' && !message.startsWith('contributions.')) return t('contributions.badAmount')
    return t(field === 'year' ? 'contributions.badYear' : message)
  })
}
