import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { testPersons } from '../../../test/testPersons.ts'
import type { Cell } from '../../spreadsheet/cell.ts'
import { checkRow } from './checkRow.ts'
import type { CheckedRow } from './checkRow.ts'
import { checkTable } from './checkTable.ts'
import { AnonymousRow, checkImportRow } from './importRow.ts'
import { planCheck } from './plan.ts'
import type { CheckContext } from './plan.ts'
import type { Sheet } from './readTable.ts'
import type { Target } from './targets.ts'

const base: CheckContext = {
  today: '2026-06-30',
  municipalities: [{ code: '1280', name: 'Malmö' }],
  interventions: [{ id: 'i-1', name: 'Steget vidare' }],
  withoutGround: 'anonymous',
}

type Cells = Partial<Record<Target, Cell>>
const whole: Cells = {
  entryDate: '2024-03-01',
  sex: 'K',
  birthYear: 1985,
  municipality: 'Malmö',
  occupationBefore: 'Annat',
  supportBefore: 'Sjukpenning',
  ground: 'Ja',
  groundDate: '2024-03-01',
}

function sheetOf(rows: Cells[]): { sheet: Sheet; targets: Target[] } {
  const targets = [...new Set(rows.flatMap((row) => Object.keys(row)))] as Target[]
  const sheet: Sheet = {
    name: 'A',
    date1904: false,
    headerRow: 1,
    headings: targets,
    score: 1,
    rows: rows.map((row, at) => ({ row: at + 2, cells: targets.map((target) => row[target] ?? null) })),
  }
  return { sheet, targets }
}

function check(cells: Cells, context: Partial<CheckContext> = {}): CheckedRow {
  const { sheet, targets } = sheetOf([{ ...whole, ...cells }])
  return checkRow(planCheck(sheet, targets, { ...base, ...context }), sheet.rows[0]!)
}
const found = (cells: Cells, context: Partial<CheckContext> = {}): string[] =>
  check(cells, context).problems.map(({ severity, key, field }) => `${severity} ${key} ${field ?? ''}`)

const gone: Cells = { exitDate: '2024-10-31', exitReason: 'Till arbete', occupationAfter: 'Arbete' }

describe('a row', () => {
  test('with what is required is accepted without a word', () =>
    expect(check({})).toMatchObject({ outcome: 'participation', problems: [] }))
  test('that has ended too', () => expect(found(gone)).toEqual([]))
  test('tells where its problem is', () =>
    expect(check({ education: 'Gymnasuim' }).problems).toEqual([
      {
        row: 2,
        column: { index: 8, letter: 'I', heading: 'education' },
        field: 'education',
        severity: 'error',
        key: 'unknownCode',
        args: { suggestion: 'Gymnasium' },
        found: 'Gymnasuim',
      },
    ]))
  test('with nothing in it says all that is missing', () =>
    expect(
      found(
        Object.fromEntries(
          Object.keys(whole)
            .filter((key) => !key.startsWith('ground'))
            .map((key) => [key, null]),
        ),
      ),
    ).toEqual([
      'error required entryDate',
      'error required sex',
      'error required birthYear',
      'error required occupationBefore',
      'error required municipality',
      'error required supportBefore',
    ]))
})

describe('rules', () => {
  test.each<[string, Cells, string[]]>([
    ['no municipality', { municipality: null }, ['error required municipality']],
    ['no support', { supportBefore: null }, ['error required supportBefore']],
    ['an unreadable value is reported once', { municipality: 'Malmöö' }, ['error unknownMunicipality municipality']],
    ['exit before entry', { ...gone, exitDate: '2024-02-01' }, ['error exitBeforeEntry exitDate']],
    ['exit in the future', { ...gone, exitDate: '2026-07-01' }, ['error exitInFuture exitDate']],
    ['entry in the future', { entryDate: '2026-07-01' }, ['error entryInFuture entryDate']],
    [
      'entry before the law',
      { ...gone, entryDate: '2003-12-31', exitDate: '2004-05-01', groundDate: '2003-12-31' },
      ['warning entryBeforeLaw entryDate'],
    ],
    ['too old', { birthYear: 1955 }, ['warning ageOutside birthYear']],
    ['too young', { birthYear: 2010 }, ['warning ageOutside birthYear']],
    ['not born yet', { birthYear: 2025 }, ['error impossibleAge birthYear']],
    ['more than all', { supportBefore: 'Lön 75, Sjukpenning 50' }, ['warning extentOver100 supportBefore']],
    ['work and studies over full time', { workExtentBefore: 75, studyExtentBefore: 50 }, ['warning extentOver100 workExtentBefore']],
    ['job-seeking at work', { occupationBefore: 'Arbetssökande', workExtentBefore: 25 }, ['warning jobSeekingWithWork occupationBefore']],
    ['a reason without an exit', { exitReason: 'Flytt' }, ['warning reasonWithoutExit exitReason']],
    ['a state after without an exit', { occupationAfter: 'Arbete' }, ['warning afterWithoutExit occupationAfter']],
    ['an exit without a state after', { ...gone, occupationAfter: null }, ['warning exitWithoutAfter occupationAfter']],
    ['an exit without a reason', { ...gone, exitReason: null }, ['warning exitWithoutReason exitReason']],
    ['an exit that cannot be read is not also missing', { ...gone, exitDate: 'snart' }, ['error notADate exitDate']],
    ['dead and at work', { ...gone, exitReason: 'Avliden' }, ['warning workAfterDeath exitReason']],
    ['dead and no state after', { exitDate: '2024-10-31', exitReason: 'Avliden' }, []],
    ['late consent', { groundDate: '2024-05-01' }, ['warning groundDateLate groundDate']],
    ['consent without a date', { groundDate: null }, ['warning groundDateMissing groundDate']],
    ['a long stay', { entryDate: '2021-03-01', groundDate: '2021-03-01' }, ['warning longStay exitDate']],
    ['identity in a coded column', { referredBy: 'ring 070-123 45 67' }, ['error identity referredBy']],
    ['a personnummer as reference', { reference: testPersons[0]!.personnummer }, ['error referencePersonnummer reference']],
    ['two words no list holds as reference', { reference: 'Xqz Wvut' }, ['error identity reference']],
    ['a word no list holds as reference', { reference: 'xqz' }, ['error referenceWithoutDigit reference']],
    ['a name and a digit as reference', { reference: 'Anna Andersson 1' }, ['error identity reference']],
    ['a decimal that is a personnummer as reference', { reference: '8503122395.0' }, ['error referencePersonnummer reference']],
    ['a personnummer taken apart as participant code', { participantCode: '8503 1223 95' }, ['error identity participantCode']],
    ['a personnummer as birth year', { birthYear: testPersons[0]!.personnummer }, ['error identity birthYear']],
    ['a name as reference', { reference: 'Anna Testström' }, ['error identity reference']],
  ])('%s', (_what, cells, expected) => expect(found(cells)).toEqual(expected))

  test('a reference is sent without signs that nobody sees', () =>
    expect(check({ reference: 'Ärende\u00a017\u200b' }).importRow?.reference).toBe('Ärende 17'))
  test('what looks like identity is not repeated in the problem list', () => {
    const shown = check({ reference: testPersons[0]!.personnummer }).problems.map((problem) => problem.found)
    expect(shown).toEqual(['19••••••••'])
  })
})

describe('ground', () => {
  test('none becomes an anonymous count, whatever else is wrong', () => {
    const row = check({ ground: 'Nej', groundDate: null, education: 'vet inte', ...gone, exitDate: '2025-02-01' })
    expect(row).toEqual({
      outcome: 'anonymous',
      anonymous: { row: 2, sex: 'woman', fromYear: 2024, toYear: 2025 },
      problems: [],
    })
    expect(AnonymousRow.safeParse(row.anonymous).success).toBe(true)
  })
  test('or blocks the row', () =>
    expect(found({ ground: 'Nej', groundDate: null }, { withoutGround: 'block' })).toEqual(['error groundMissing ground']))
  test('an empty cell in a column of grounds means none', () => {
    const { sheet, targets } = sheetOf([whole, { ...whole, ground: null, groundDate: null }])
    const plan = planCheck(sheet, targets, { ...base, declaredGround: { ground: 'publicInterest', date: null } })
    expect(checkRow(plan, sheet.rows[1]!).outcome).toBe('anonymous')
  })
  test('without a column the declared ground holds', () => {
    const row = check({ ground: null, groundDate: null }, { declaredGround: { ground: 'publicInterest', date: '2024-01-01' } })
    expect(row.importRow).toMatchObject({ ground: 'publicInterest', groundDate: '2024-01-01' })
  })
  test('without a column or a declaration there is none', () => expect(check({ ground: null, groundDate: null }).outcome).toBe('anonymous'))
  test('a row without a ground must still have a sex', () => expect(found({ ground: 'Nej', sex: null })).toEqual(['error required sex']))
})

describe('values from several columns', () => {
  test('support in two columns and in one per source', () => {
    const row = check({ supportBefore: 'Lön 50', 'supportBefore:sjukpenning': 50 } as Cells)
    expect(row.importRow?.supportBefore).toEqual({ lon: 50, sjukpenning: 50 })
  })
  test('a birth year from an age', () => expect(check({ birthYear: null, age: 39 }).importRow?.birthYear).toBe(1985))
  test('birth year and sex from a personnummer, which is not sent', () => {
    const person = testPersons[5]!
    const { importRow } = check({ birthYear: null, sex: null, personnummer: person.personnummer })
    expect(importRow).toMatchObject({ birthYear: person.birthYear, sex: person.sex })
    expect(JSON.stringify(importRow)).not.toContain(person.personnummer.slice(4, 8))
  })
  test('a personnummer against a birth year', () =>
    expect(found({ personnummer: testPersons[5]!.personnummer })).toEqual(['error columnsDisagree personnummer']))
  test('values for the whole file', () =>
    expect(check({ municipality: null }, { defaults: { municipality: '1280' } }).importRow?.municipality).toBe('1280'))
  test('an intervention by name, or the chosen one', () => {
    expect(check({ intervention: 'steget vidare' }).importRow?.intervention).toBe('i-1')
    expect(check({}, { intervention: 'i-1' }).importRow?.intervention).toBe('i-1')
    expect(found({ intervention: 'Något annat' }, { intervention: 'i-1' })).toEqual(['error unknownIntervention intervention'])
  })
  test('two columns for one field are a mistake of the caller', () => {
    const { sheet } = sheetOf([whole])
    expect(() => planCheck(sheet, ['entryDate', 'entryDate'], base)).toThrow('Two columns')
  })
})

describe('a table', () => {
  const run = async (rows: Cells[], signal?: AbortSignal) => {
    const { sheet, targets } = sheetOf(rows)
    return checkTable(planCheck(sheet, targets, base), sheet.rows, { signal })
  }
  test('counts what becomes of its rows', async () => {
    const table = await run([
      whole,
      { ...whole, entryDate: 'snart' },
      { ...whole, ground: 'Nej' },
      { ...whole, reference: 'EXEMPEL 1' },
      { ...whole, birthYear: 1950 },
    ])
    expect(table?.counts).toEqual({ rows: 4, accepted: 2, anonymous: 1, blocked: 1, examples: 1, withWarnings: 1 })
  })
  test('same reference and entry: all but the first are blocked', async () => {
    const table = await run([
      { ...whole, reference: '7' },
      { ...whole, reference: '7' },
      { ...whole, reference: '7', entryDate: '2025-01-01', groundDate: '2025-01-01' },
    ])
    expect(table?.duplicates).toEqual([{ kind: 'sameReference', rows: [2, 3] }])
    expect(table?.accepted.map(({ row }) => row)).toEqual([2, 4])
  })
  test('without a reference likely duplicates are listed, not blocked', async () => {
    const table = await run([whole, { ...whole, education: 'Grundskola' }])
    expect(table?.duplicates).toEqual([{ kind: 'likely', rows: [2, 3] }])
    expect(table?.counts).toMatchObject({ accepted: 2, withWarnings: 1 })
  })
  test('stops when cancelled', async () => expect(await run([whole], AbortSignal.abort())).toBeUndefined())
})

describe('the server', () => {
  const row = check(gone).importRow!
  const keys = (input: unknown): string[] => checkImportRow(input, base.today).problems.map(({ key, severity }) => `${severity} ${key}`)
  test('takes what the browser accepted', () =>
    expect(checkImportRow(JSON.parse(JSON.stringify(row)), base.today)).toEqual({ row, problems: [] }))
  test('applies the rules again', () => expect(keys({ ...row, exitDate: '2023-01-01' })).toEqual(['error exitBeforeEntry']))
  test('refuses a row without a ground', () => expect(keys({ ...row, ground: 'none' })).toContain('error groundMissing'))
  test('refuses identity by content', () => expect(keys({ ...row, reference: testPersons[0]!.personnummer })).toContain('error identity'))
  test('refuses identity by name, naming it', () =>
    expect(checkImportRow({ ...row, personnummer: 'x' }, base.today).problems).toContainEqual({
      row: 2,
      severity: 'error',
      key: 'identity',
      args: { name: 'personnummer', kind: 'personnummer' },
      found: '',
    }))
  test('refuses unknown fields', () => expect(keys({ ...row, shoeSize: 42 })).toEqual(['error unknownField']))
  test('refuses codes outside the lists', () => expect(keys({ ...row, sex: 'K' })).toEqual(['error unknownCode']))
  test('survives nesting beyond reason', () => {
    const deep: unknown = JSON.parse(`${'['.repeat(5_000)}${']'.repeat(5_000)}`)
    expect(keys({ ...row, reference: deep })).toEqual(['error unknownCode'])
  })
  test('never crashes on what it is sent', () => {
    fc.assert(fc.property(fc.anything(), (input) => checkImportRow(input, base.today).row === undefined))
  })
})
