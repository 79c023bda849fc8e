import { beforeAll, describe, expect, test } from 'vitest'
import { messyLists } from '../../../test/spreadsheets.ts'
import type { MessyList } from '../../../test/spreadsheets.ts'
import { listMunicipalities, listToday } from '../../../test/spreadsheetRows.ts'
import { checkTable } from './checkTable.ts'
import type { CheckedTable } from './checkTable.ts'
import { findIdentity } from './identity.ts'
import { checkImportRow } from './importRow.ts'
import { matchColumns } from './match.ts'
import type { ColumnMatch } from './match.ts'
import { planCheck } from './plan.ts'
import { readTable } from './readTable.ts'

interface Imported {
  list: MessyList
  headerRow: number
  matches: ColumnMatch[]
  checked: CheckedTable
}

async function importList(list: MessyList): Promise<Imported> {
  const file = await readTable(list.bytes)
  if (file.kind === 'refused') throw new Error(JSON.stringify(file.refusal))
  const sheet = file.sheets[file.best]!
  const identity = findIdentity(sheet.headings, sheet.rows, listToday).columns
  const common = { today: listToday, municipalities: listMunicipalities, interventions: [] }
  const matches = matchColumns(sheet.headings, sheet.rows, { ...common, identity })
  const decisions = matches.map(
    ({ decision, suggestions }) => decision ?? (suggestions[0]?.target === 'personnummer' ? 'personnummer' : 'ignore'),
  )
  const checked = await checkTable(planCheck(sheet, decisions, { ...common, withoutGround: 'anonymous' }), sheet.rows)
  return { list, headerRow: sheet.headerRow, matches, checked: checked! }
}

let imports: Imported[]
beforeAll(async () => {
  imports = []
  for (const list of await messyLists(1_500)) imports.push(await importList(list))
})

describe.each([0, 1, 2])('messy list %i', (at) => {
  test('the header row is found', () => expect(imports[at]!.headerRow).toBe(imports[at]!.list.headerRow))

  test('every column is understood without help, and identity is dropped', () => {
    const left = imports[at]!.matches.filter(({ decision, by }) => decision === undefined || (decision === 'ignore' && by !== 'identity'))
    expect(left.map(({ heading }) => heading)).toEqual(at === 0 ? ['Personnr'] : [])
  })

  test('the faults put in are found, and no others', () => {
    const { checked, list } = imports[at]!
    const found = new Set(checked.problems.map(({ row, key, severity }) => `${row} ${key} ${severity}`))
    expect(list.faulty.filter(({ row, key, severity }) => !found.has(`${row} ${key} ${severity}`))).toEqual([])
    const faulty = new Set(list.faulty.map(({ row }) => row))
    expect(checked.problems.filter(({ row }) => !faulty.has(row))).toEqual([])
  })

  test('clean rows arrive as they were meant', () => {
    const { checked, list } = imports[at]!
    const sent = new Map(checked.accepted.map((row) => [row.row, row]))
    expect(list.clean.map(({ row }) => sent.get(row))).toEqual(list.clean)
  })

  test('rows without consent become anonymous counts', () => {
    const { checked, list } = imports[at]!
    expect(checked.anonymous.map(({ row }) => row)).toEqual(list.withoutGround)
  })

  test('the server agrees with the browser on every accepted row', () => {
    const refused = imports[at]!.checked.accepted.filter((row) => !checkImportRow(JSON.parse(JSON.stringify(row)), listToday).row)
    expect(refused).toEqual([])
  })
})
