import { SupportSource } from '../codes.ts'
import type { Participation, ParticipationField, Support } from '../domain.ts'
import { TargetGroup } from '../../interventions/codes.ts'
import type { Locale } from '../../values/codeList.ts'
import { fieldCodes } from './codeIndex.ts'
import type { Cell } from '../../spreadsheet/cell.ts'

/** Support sources as they are written in one cell: `Sjukpenning 50; Lön 50`. */
export function formatSupport(support: Support, locale: Locale): string {
  return Object.entries(support)
    .map(([source, extent]) => {
      const label = SupportSource.label(source as keyof Support, locale)
      return typeof extent === 'number' ? `${label} ${extent}` : label
    })
    .join('; ')
}

/**
 * The cell that stands for a value in the template: the inverse of reading it. Dates as date cells, codes by label, lists separated by
 * semicolons. An empty list and `null` are both an empty cell.
 */
export function formatValue<F extends ParticipationField>(field: F, value: Participation[F], locale: Locale): Cell {
  if (value === null || value === undefined) return null
  if (field === 'supportBefore' || field === 'supportAfter') return formatSupport(value as Support, locale) || null
  if (field === 'targetGroups') {
    return (value as Participation['targetGroups']).map((group) => TargetGroup.label(group, locale)).join('; ') || null
  }
  if (field.endsWith('Date')) return { date: value as string }
  const list = fieldCodes[field]
  return list ? list.label(value as string, locale) : (value as string | number)
}
