import type { Text } from '../../values/codeList.ts'
import type { PublishedTable } from '../publication/domain.ts'
import type { ReleaseDocument, ReleaseTable } from '../publication/release/document.ts'

/** What PxWeb tables call their time variable. */
export const timeAxisCode = 'Tid'

const populations = { exits: 'exits', entries: 'entries', inPeriod: 'participations' } as const
const months = {
  sv: ['januari', 'februari', 'mars', 'april', 'maj', 'juni', 'juli', 'augusti', 'september', 'oktober', 'november', 'december'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
}

/**
 * The name of a table in addresses: who is counted, how far down, by what (`exits-association-sex`); with the last month when it is not of whole years
 * (`exits-nation-sex-m08`). The same table has the same name every year.
 */
export function tableId({ population, place, region, by }: PublishedTable, { to }: ReleaseDocument['period']): string {
  const month = to.slice(5)
  const parts = [populations[population], place, ...(region ? ['region'] : []), ...[...by].sort(), ...(month === '12' ? [] : [`m${month}`])]
  return parts.join('-').toLowerCase()
}

/** The title of a table without its years, in both languages; says which months when it is not of whole years. */
export function tableTitle({ title }: ReleaseTable, { period: { to } }: ReleaseDocument): Text {
  const month = Number(to.slice(5))
  if (month === 12) return title
  return { sv: `${title.sv}, januari–${months.sv[month - 1]!}`, en: `${title.en}, January–${months.en[month - 1]!}` }
}
