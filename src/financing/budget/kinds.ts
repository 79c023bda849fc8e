import type { CostType } from '../../interventions/codes.ts'
import { codeList } from '../../values/codeList.ts'

/** What the administration of an association costs (P). */
export const AdministrationKind = codeList('administrationKind', [
  ['staff', 'Personal', 'Staff'],
  ['board', 'Styrelse', 'Board'],
  ['premises', 'Lokaler', 'Premises'],
  ['services', 'Köpta tjänster', 'Purchased services'],
  ['audit', 'Revision', 'Audit'],
  ['information', 'Information och utbildning', 'Information and training'],
  ['other', 'Övrigt', 'Other'],
])
export type AdministrationKind = (typeof AdministrationKind.codes)[number]['code']

/** What an account of the books is: a kind of cost, income, VAT that is compensated (lag 2005:807), or something that is neither. */
export const AccountKind = codeList('accountKind', [
  ...AdministrationKind.codes.map(({ code, label }) => [code, label.sv, label.en] as const),
  ['memberContributions', 'Medlemsbidrag', 'Member contributions'],
  ['otherIncome', 'Andra intäkter', 'Other income'],
  ['inputVat', 'Ingående moms att få ersatt', 'Input VAT to be compensated'],
  ['vatCompensation', 'Momsersättning som har kommit', 'VAT compensation received'],
  ['outside', 'Räknas inte', 'Not counted'],
])
export type AccountKind = (typeof AccountKind.codes)[number]['code']

/** The cost type of an intervention that a kind of account is: the four of its budget. */
export function costTypeOf(kind: AdministrationKind): (typeof CostType.codes)[number]['code'] {
  return kind === 'staff' || kind === 'premises' || kind === 'services' ? kind : 'other'
}
