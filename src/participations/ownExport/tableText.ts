import { harmless } from '../../values/csv.ts'
import type { Column, ExportRow, Stored } from './exportTable.ts'

/** A row as a line of a spreadsheet in Swedish: words for codes, Swedish time for instants, nothing that could be a formula. */
export function lineOf(columns: readonly Column[], row: ExportRow): string[] {
  return columns.map((column) => cellOf(column, row[column.key] ?? null))
}

function cellOf({ list, isInstant, inWords }: Column, value: Stored): string {
  if (value === null) return ''
  if (typeof value === 'number' && !inWords) return String(value)
  if (typeof value === 'boolean') return value ? 'ja' : 'nej'
  if (isInstant) return stockholmTime.format(new Date(value as string))
  if (inWords) return harmless(inWords(value))
  if (list) return list.codes.some(({ code }) => code === value) ? list.label(value as string, 'sv') : harmless(String(value))
  return harmless(String(value))
}

const stockholmTime = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium', timeZone: 'Europe/Stockholm' })
