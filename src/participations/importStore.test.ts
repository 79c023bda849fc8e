import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { world } from '../../test/api.ts'
import {
  anonymousRow,
  expectFactsAgree,
  importBench,
  importRow,
  listOf,
  refusal,
  sendingOf,
  type ImportBench,
} from '../../test/participations.ts'
import { call, callFile } from '../platform/call.ts'
import { parseParticipantCode } from '../values/participantCode.ts'
import { addImportRows, getImportReceipt, getImportSetting } from './contract.ts'
import { commitDraft, sendDraft } from './sendImport.ts'

let bench: ImportBench
const [controllerId] = world.controllers
beforeAll(async () => {
  bench = await importBench()
})
afterAll(() => bench.close())
beforeEach(() => bench.empty())

describe('reading in', () => {
  test('a new row becomes a participation with a code that can be read aloud', async () => {
    const summary = await bench.bring([importRow(2), importRow(3, { sex: 'man', birthYear: 1990 })])
    expect(summary.counts).toEqual({ new: 2, newVersion: 0, unchanged: 0, skipped: 0, anonymous: 0 })
    const codes = await bench.database.queries.selectFrom('participation').select('code').execute()
    expect(codes.map(({ code }) => parseParticipantCode(code))).toEqual(codes.map(({ code }) => code))
    await expectFactsAgree(bench.database)
  })

  test('rows without a ground become one more in the anonymous count of each year they spanned', async () => {
    await bench.bring([], [anonymousRow(2, 2022, 2024), anonymousRow(3, 2024, 2024, 'man')])
    const rows = await bench.database.queries.selectFrom('anonymous_count').select(['year', 'women', 'men']).orderBy('year').execute()
    expect(rows).toEqual([
      { year: 2022, women: 1, men: 0 },
      { year: 2023, women: 1, men: 0 },
      { year: 2024, women: 1, men: 1 },
    ])
  })

  test('the same content again says so and changes nothing', async () => {
    const sending = sendingOf('the same file')
    const list = listOf([importRow(2)])
    const first = await sendDraft(list, sending)
    if (first.kind !== 'draft') throw new Error('Not a draft')
    const summary = await commitDraft(
      { controllerId, importId: first.importId },
      { likelyDuplicates: 'skip', anonymous: 'count', mapping: {} },
    )
    expect(await sendDraft(list, sending)).toEqual({ kind: 'already', summary })
    expect([await bench.count('participation'), await bench.count('import')]).toEqual([1, 1])
  })

  test('the same reference, intervention and entry is a new version, or unchanged', async () => {
    await bench.bring([importRow(2, { reference: 'A-1' }), importRow(3, { reference: 'A-2' })])
    const summary = await bench.bring([importRow(2, { reference: 'a-1 ' }), importRow(3, { reference: 'A-2', education: 'compulsory' })])
    expect(summary.counts).toMatchObject({ new: 0, newVersion: 1, unchanged: 1 })
    expect([await bench.count('participation'), await bench.count('participation_version')]).toEqual([2, 3])
    await expectFactsAgree(bench.database)
  })

  test('the reference itself is nowhere in the database', async () => {
    await bench.bring([importRow(2, { reference: 'LÖP-4711' })])
    const rows = await bench.database.queries.selectFrom('participation').selectAll().execute()
    // No digits: any id may hold those by chance.
    expect(JSON.stringify(rows)).not.toMatch(/löp/i)
  })

  test('the same reference in another entry is the same person', async () => {
    await bench.bring([importRow(2, { reference: 'A-1' }), importRow(3, { reference: 'A-1', entryDate: '2025-01-01' })])
    const persons = await bench.database.queries.selectFrom('participation').select('person_id').distinct().execute()
    expect(persons).toHaveLength(1)
  })

  test('a code ties a new participation to the same person; an unknown one is refused whole', async () => {
    await bench.bring([importRow(2)])
    const { code } = await bench.database.queries.selectFrom('participation').select('code').executeTakeFirstOrThrow()
    await bench.bring([importRow(2, { participantCode: code, entryDate: '2025-02-01' })])
    const persons = await bench.database.queries.selectFrom('participation').select('person_id').distinct().execute()
    expect(persons).toHaveLength(1)
    const wrong = await refusal(
      bench.bring([importRow(2, { sex: 'man' }), importRow(3, { participantCode: 'BABA-BABA-X', birthYear: 1960 })]),
    )
    expect(wrong.message).toContain('rad 3')
    expect(await bench.count('participation')).toBe(2)
  })

  test('without a reference likely duplicates are listed before, and skipped or read in as chosen', async () => {
    await bench.bring([importRow(2)])
    const { importId, likelyDuplicates } = await bench.draft([importRow(7), importRow(8, { birthYear: 1970 })])
    expect(likelyDuplicates).toEqual([7])
    const summary = await commitDraft({ controllerId, importId }, { likelyDuplicates: 'skip', anonymous: 'count', mapping: {} })
    expect(summary.counts).toMatchObject({ new: 1, skipped: 1 })
    expect((await bench.bring([importRow(2)], [], 'import')).counts).toMatchObject({ new: 1, skipped: 0 })
  })

  test('a registration in error is kept but is in no figure', async () => {
    await bench.bring([importRow(2, { exitDate: '2024-04-01', exitReason: 'felregistrering' })])
    expect([await bench.count('participation'), await bench.count('fact')]).toEqual([1, 0])
  })

  test('the mapping is remembered for the controller', async () => {
    await bench.bring([importRow(2)])
    const setting = await call(getImportSetting, { params: { controllerId } })
    expect(setting.mapping).toEqual({ startdatum: 'entryDate' })
    expect(setting.imports).toHaveLength(1)
  })

  test('a heading that names somebody is not remembered, whoever sends it', async () => {
    const sent = await sendDraft(listOf([importRow(2)]), sendingOf('headings'))
    if (sent.kind !== 'draft') throw new Error('Not a draft')
    const mapping = { 'hos kalle karlsson': 'ignore', 'kolumn 850312 2395': 'ignore', start: 'entryDate' } as const
    await commitDraft({ controllerId, importId: sent.importId }, { likelyDuplicates: 'skip', anonymous: 'count', mapping })
    const remembered = Object.keys((await call(getImportSetting, { params: { controllerId } })).mapping)
    expect(remembered).toContain('start')
    expect(remembered.filter((heading) => heading in mapping)).toEqual(['start'])
  })

  test('the receipt is a spreadsheet, and reading it is written in the log', async () => {
    const { id } = await bench.bring([importRow(2)])
    const { fileName } = await callFile(getImportReceipt, { params: { controllerId, importId: id } })
    expect(fileName).toMatch(/\.xlsx$/)
    const entry = await bench.database.queries
      .selectFrom('audit_event')
      .select(['kind', 'controller_id'])
      .where('endpoint', '=', 'getImportReceipt')
      .executeTakeFirstOrThrow()
    expect(entry).toEqual({ kind: 'personRead', controller_id: controllerId })
  })
})

describe('what the server refuses whatever the browser said', () => {
  test.each([
    ['a personnummer as reference', { reference: '19121212-1212' }, 'Eget löpnummer'],
    ['a personnummer with a space nobody sees', { reference: '19121212\u200b\u00a01212' }, 'Eget löpnummer'],
    ['a decimal that is a personnummer', { reference: '191212121212.0' }, 'Eget löpnummer'],
    ['a name and a digit as reference', { reference: 'Tolvan Tolvansson 1' }, 'Eget löpnummer'],
    ['a column for the name', { namn: 'Tolvan Tolvansson' }, 'namn'],
    ['an e-mail address in a coded field', { education: 'tolvan@example.se' }, 'Utbildning'],
  ])('%s, naming the column', async (_, extra, field) => {
    const error = await refusal(bench.draft([{ ...importRow(2), ...extra }]))
    expect(error.key).toBe('participations.identityRefused')
    expect(error.faults.map(({ message }) => message).join()).toContain(field)
    expect([await bench.count('import'), await bench.count('import_chunk')]).toEqual([0, 0])
  })

  test('a row that breaks a rule is not accepted', async () => {
    const { accepted, problems } = await bench.draft([importRow(2, { exitDate: '2020-01-01' }), importRow(3)])
    expect(accepted).toBe(1)
    expect(problems.map(({ row, key }) => [row, key])).toContainEqual([2, 'exitBeforeEntry'])
  })

  test('a municipality that is not there', async () => {
    expect((await refusal(bench.draft([importRow(2, { municipality: '0000' })]))).key).toBe('participations.unknownMunicipality')
  })

  test.each([[null], ['text'], [17], [{ row: 'x' }], [{ row: 2, supportBefore: [[[[[[]]]]]] }]])('no row at all: %j', async (row) => {
    const { accepted, problems } = await bench.draft([row])
    expect(accepted).toBe(0)
    expect(problems.length).toBeGreaterThan(0)
  })

  test('an intervention that was not chosen', async () => {
    expect((await refusal(bench.draft([importRow(2, { intervention: world.interventions[1] })]))).status).toBe(422)
  })
})

describe('whose records', () => {
  test.each(['caseworker.2', 'controllerAdmin.2', 'associationAdmin.1', 'nationalAnalyst.1', 'interventionLead.1', 'boardMember.1'])(
    '%s gets the same answer as for a controller that does not exist',
    async (user) => {
      bench.as(user)
      const error = await refusal(bench.draft([importRow(2)]))
      expect([error.status, error.key]).toEqual([404, 'error.notFound'])
    },
  )

  test('an intervention of another employer cannot be chosen', async () => {
    const sending = { ...sendingOf('other'), interventionIds: [world.interventions[1]] }
    expect((await refusal(sendDraft(listOf([importRow(2)]), sending))).status).toBe(404)
  })

  test('a draft is its maker’s alone, also among colleagues', async () => {
    const { importId } = await bench.draft([importRow(2)])
    bench.as('controllerAdmin.1')
    const body = { number: 0, rows: [], anonymous: [] }
    expect((await refusal(call(addImportRows, { params: { controllerId, importId }, body }))).status).toBe(409)
  })

  test('an earlier draft that was left behind goes when a new one begins', async () => {
    await bench.draft([importRow(2)])
    await bench.draft([importRow(2)])
    expect([await bench.count('import'), await bench.count('import_chunk')]).toEqual([1, 1])
  })
})
