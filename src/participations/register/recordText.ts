import type { Locale, Text } from '../../values/codeList.ts'
import { Occupation, WorkType } from '../codes.ts'
import { Participation, type ParticipationField } from '../domain.ts'
import { formatSupport, formatValue } from '../import/formatValue.ts'
import type { State } from './contact.ts'

/** The fields of a participation in the order they are shown. */
export const recordFields = Object.keys(Participation.shape) as ParticipationField[]

/** Label and help of a field, from its schema. */
export function textOfRecordField(field: ParticipationField): { label: Text; help: Text } {
  return Participation.shape[field].meta() as { label: Text; help: Text }
}

/** What a page knows of names that a record holds as codes. */
export interface RecordNames {
  locale: Locale
  municipality(code: string): string
}

/** A field's value as a reader sees it; empty when nothing is recorded. */
export function recordText(participation: Participation, field: ParticipationField, names: RecordNames): string {
  if (field === 'municipality') return participation.municipality === null ? '' : names.municipality(participation.municipality)
  const cell = formatValue(field, participation[field], names.locale)
  if (cell === null) return ''
  return typeof cell === 'object' ? cell.date : String(cell)
}

/** A state in a few words: occupation, extents, support. */
export function stateText(state: State, locale: Locale): string {
  const extents = [
    state.workExtent ? `${locale === 'sv' ? 'arbete' : 'work'} ${state.workExtent} %` : '',
    state.workType ? WorkType.label(state.workType, locale).toLowerCase() : '',
    state.studyExtent ? `${locale === 'sv' ? 'studier' : 'studies'} ${state.studyExtent} %` : '',
    formatSupport(state.support, locale).replaceAll(';', ','),
  ]
  return [Occupation.label(state.occupation, locale), ...extents.filter(Boolean)].join(', ')
}
