import type { RawSheet } from '../spreadsheet/cell.ts'
import { findTable } from '../participations/import/header.ts'
import { findIdentity, knownNames } from '../participations/import/identity.ts'
import { matchColumns } from '../participations/import/match.ts'
import { holdsPersons } from '../participations/import/personRows.ts'
import type { CivilDate } from '../values/civilDate.ts'

/**
 * Whether any sheet of a file, hidden ones too, seems to hold a row per person. Looked for in the browser before anything is sent.
 * @param known names that are no persons though they may look like it: the association's interventions
 */
export function sheetsHoldPersons(sheets: readonly RawSheet[], known: readonly { name: string }[], today: CivilDate): boolean {
  return sheets.some((sheet) => {
    const table = findTable(sheet.rows)
    if (!table) return false
    const identity = findIdentity(table.headings, table.rows, today, knownNames(known)).columns
    const context = { today, municipalities: [], interventions: [], identity }
    return holdsPersons(matchColumns(table.headings, table.rows, context), identity)
  })
}
