import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { translator } from '../../values/catalogue.ts'
import { dateOfDayNumber } from '../../values/civilDate.ts'
import { TargetGroup } from '../../interventions/codes.ts'
import {
  AgeReason,
  Education,
  ExitReason,
  Occupation,
  OwnView,
  ReferredBy,
  Sex,
  SupportSource,
  TimeOnSupport,
  TimeSinceWork,
  WorkType,
  YesNoUnknown,
} from '../codes.ts'
import { Participation } from '../domain.ts'
import type { CodeList, Locale } from '../../values/codeList.ts'
import { checkTable } from './checkTable.ts'
import type { CheckedTable } from './checkTable.ts'
import { findIdentity } from './identity.ts'
import { matchColumns } from './match.ts'
import { identityMessages, readingMessages, refusalMessages, workbookMessages } from './messages.ts'
import { planCheck } from './plan.ts'
import { problemMessages } from './problemMessages.ts'
import { problemText } from './problem.ts'
import { problemsXlsx } from './problemsXlsx.ts'
import { readTable } from './readTable.ts'
import type { Sheet } from './readTable.ts'
import { exampleRows, templateColumns } from './template.ts'
import { templateXlsx } from './templateXlsx.ts'
import type { TemplateRow } from './templateXlsx.ts'

const today = '2026-06-30'
const context = {
  today,
  municipalities: [
    { code: '1280', name: 'Malmö' },
    { code: '0114', name: 'Upplands Väsby' },
  ],
  interventions: [],
  withoutGround: 'block' as const,
}

async function readBack(bytes: Uint8Array): Promise<Sheet> {
  const file = await readTable(bytes)
  if (file.kind === 'refused') throw new Error(file.refusal.reason)
  return file.sheets[file.best]!
}

async function checkBack(sheet: Sheet): Promise<CheckedTable> {
  const identity = findIdentity(sheet.headings, sheet.rows, today).columns
  const decisions = matchColumns(sheet.headings, sheet.rows, { ...context, identity }).map(({ decision }) => decision)
  return (await checkTable(planCheck(sheet, decisions, context), sheet.rows))!
}

const code = <C extends string>(list: CodeList<C>): fc.Arbitrary<C> => fc.constantFrom(...list.codes.map((entry) => entry.code))
const orNull = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, { nil: null })
const percent = fc.integer({ min: 0, max: 100 })
const support = fc.dictionary(code(SupportSource), orNull(percent), {
  minKeys: 1,
  maxKeys: 5,
  noNullPrototype: true,
}) as fc.Arbitrary<Participation['supportBefore']>
const day = (from: number, to: number): fc.Arbitrary<string> => fc.integer({ min: from, max: to }).map(dateOfDayNumber)

/** Any participation that may be imported: what is required is there, and the dates are in order. */
const participation: fc.Arbitrary<Participation> = fc.record({
  entryDate: day(15_000, 18_000),
  municipality: fc.constantFrom('1280', '0114'),
  sex: code(Sex),
  birthYear: fc.integer({ min: 1930, max: 2005 }),
  ageReason: fc.constantFrom(null, ...AgeReason.codes.map(({ code }) => code)),
  bornAbroad: orNull(code(YesNoUnknown)),
  timeSinceWork: orNull(code(TimeSinceWork)),
  socialContactsBefore: orNull(code(OwnView)),
  ownAbilityBefore: orNull(code(OwnView)),
  workBeliefBefore: orNull(code(OwnView)),
  socialContactsAfter: orNull(code(OwnView)),
  ownAbilityAfter: orNull(code(OwnView)),
  workBeliefAfter: orNull(code(OwnView)),
  education: orNull(code(Education)),
  timeOnSupport: orNull(code(TimeOnSupport)),
  occupationBefore: code(Occupation),
  workExtentBefore: orNull(percent),
  studyExtentBefore: orNull(percent),
  supportBefore: support,
  targetGroups: fc.uniqueArray(code(TargetGroup), { maxLength: 4 }),
  referredBy: orNull(code(ReferredBy)),
  ground: fc.constantFrom('consent', 'publicInterest'),
  groundDate: orNull(day(15_000, 18_000)),
  exitDate: orNull(day(18_000, 20_000)),
  exitReason: orNull(code(ExitReason)),
  occupationAfter: orNull(code(Occupation)),
  workExtentAfter: orNull(percent),
  studyExtentAfter: orNull(percent),
  workType: orNull(code(WorkType)),
  supportAfter: orNull(support),
})

describe('the template', () => {
  test('has a column for every field of the schema, with label and help', () => {
    const columns = templateColumns()
    expect(columns.map(({ target }) => target)).toEqual(expect.arrayContaining(Object.keys(Participation.shape)))
    expect(columns.filter(({ label, help }) => !label.sv || !label.en || !help.sv || !help.en)).toEqual([])
  })
  test('its examples are valid, and never imported', async () => {
    expect(exampleRows.every((row) => Participation.safeParse(row).success)).toBe(true)
    const checked = await checkBack(await readBack(await templateXlsx('sv')))
    expect(checked).toMatchObject({ accepted: [], problems: [], counts: { rows: 0, examples: exampleRows.length } })
  })
  test('has drop-downs and a frozen header', async () => {
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load((await templateXlsx('sv')).buffer as ArrayBuffer)
    expect(workbook.worksheets.map(({ name, state }) => `${name} ${state}`)).toEqual([
      'Instruktion visible',
      'Deltaganden visible',
      'Koder hidden',
    ])
    const sheet = workbook.getWorksheet('Deltaganden')!
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 })
    const sex = templateColumns().findIndex(({ target }) => target === 'sex') + 1
    expect(sheet.getCell(2, sex).dataValidation).toMatchObject({ type: 'list' })
  })
  test.each<Locale>(['sv', 'en'])(
    'any participation written to it in %s is read back the same',
    async (locale) => {
      await fc.assert(
        fc.asyncProperty(fc.array(participation, { minLength: 1, maxLength: 8 }), async (participations) => {
          const rows: TemplateRow[] = participations.map((row, at) => ({ ...row, reference: `R-${at}` }))
          const checked = await checkBack(await readBack(await templateXlsx(locale, rows)))
          expect(checked.accepted).toEqual(rows.map((row, at) => ({ ...row, row: at + 2 + exampleRows.length })))
        }),
        { numRuns: 12 },
      )
    },
    60_000,
  )
})

describe('the marked problem list', () => {
  const sheet: Sheet = {
    name: 'A',
    date1904: false,
    headerRow: 1,
    score: 1,
    headings: ['Löpnr', 'Start', 'Utbildning', 'Namn'],
    rows: [{ row: 2, cells: ['=HYPERLINK("x1")', { date: '2024-03-01' }, 'Gymnasuim', 'Anna Testström'] }],
  }
  const marked = async (): Promise<ExcelJS.Workbook> => {
    const { problems } = (await checkTable(planCheck(sheet, ['reference', 'entryDate', 'education'], context), sheet.rows))!
    const bytes = await problemsXlsx({ ...sheet, columns: [0, 1, 2], problems }, 'sv')
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(bytes.buffer as ArrayBuffer)
    return workbook
  }
  test('colours and comments the cell', async () => {
    const cell = (await marked()).getWorksheet('Rader')!.getCell('D2')
    expect(cell.value).toBe('Gymnasuim')
    expect(cell.fill).toMatchObject({ type: 'pattern', fgColor: { argb: 'FFF6C9C4' } })
    expect(JSON.stringify(cell.note)).toContain('Menar du Gymnasium?')
  })
  test('lets no text become a formula, and is read back without the apostrophe', async () => {
    const cell = (await marked()).getWorksheet('Rader')!.getCell('B2')
    expect(cell.value).toBe('\'=HYPERLINK("x1")')
    const bytes = await problemsXlsx({ ...sheet, columns: [0, 1, 2], problems: [] }, 'sv')
    expect((await readBack(bytes)).rows[0]!.cells[1]).toBe('=HYPERLINK("x1")')
  })
  test('holds no column that was dropped', async () => {
    const text = JSON.stringify((await marked()).worksheets.map((page) => page.getSheetValues()))
    expect(text).not.toContain('Testström')
  })
  test('lists every problem in words', async () => {
    const list = (await marked()).getWorksheet('Problem')!
    expect(list.getRow(2).values).toEqual(
      expect.arrayContaining([2, 'C: Utbildning', 'Fel', 'Värdet i Utbildning finns inte i kodlistan.']),
    )
  })
})

describe('texts', () => {
  const keys = Object.keys(problemMessages).filter((key) => /^import\.problem\.\w+$/.test(key) && !/emptyCell|didYouMean/.test(key))
  test.each<Locale>(['sv', 'en'])('every problem can be said in %s', (locale) => {
    const translate = translator(problemMessages, locale)
    const args = {
      date: '2024-03-01',
      percent: 50,
      from: 1,
      to: 2,
      name: 'x',
      kind: 'phone',
      today,
      entryDate: 'a',
      exitDate: 'b',
      age: 9,
      total: 120,
      days: 40,
      years: 5,
      first: 3,
    }
    for (const key of keys) {
      const problem = {
        row: 1,
        severity: 'error' as const,
        key: key.split('.')[2] as never,
        args,
        found: 'x',
        field: 'entryDate' as const,
      }
      const text = Object.values(problemText(problem, translate, locale)).join(' ')
      expect(text).not.toMatch(/⟦|[{}]|undefined/)
    }
  })
  test.each<Locale>(['sv', 'en'])('every other text can be said in %s', (locale) => {
    const catalogue = { ...refusalMessages, ...readingMessages, ...identityMessages, ...workbookMessages }
    const translate = translator(catalogue, locale)
    const said = Object.keys(catalogue).map((key) => translate(key, { megabytes: 60, limit: 50, count: 2, first: 'A!B2' }))
    expect(said.filter((text) => /⟦|[{}]/.test(text))).toEqual([])
  })
})
