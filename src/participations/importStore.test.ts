import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { FastifyInstance } from 'fastify'
import { buildWorld, testApp, transportAs, world } from '../../test/api.ts'
import { testDatabase } from '../../test/database.ts'
import { importRow, listOf, sendingOf } from '../../test/participations.ts'
import { call, callFile, CallError, useTransport } from '../platform/call.ts'
import type { Database } from '../platform/database.ts'
import { parseParticipantCode } from '../values/participantCode.ts'
import { addImportRows, getImportReceipt, getImportSetting, undoImport, type ImportSummary } from './contract.ts'
import { fromColumns } from './columns.ts'
import { factOf } from './fact.ts'
import type { ImportRow } from './import/importRow.ts'
import { commitDraft, sendDraft, type Sent } from './sendImport.ts'
import { snakeCase } from './columns.ts'

let database: Database
let app: FastifyInstance
const [controllerId] = world.controllers
const as = (user: string): void => useTransport(transportAs(app, user.toLowerCase()))

beforeAll(async () => {
  database = await testDatabase()
  await buildWorld(database)
  app = await testApp(database)
})
afterAll(async () => {
  await app.close()
  await database.close()
})
beforeEach(async () => {
  as('caseworker.1')
  for (const table of ['fact', 'import_row', 'participation_version', 'anonymous_count', 'participation', 'import'] as const) {
    await database.queries.deleteFrom(table).execute()
  }
})

async function draft(rows: unknown[], anonymous: unknown[] = []): Promise<Sent & { kind: 'draft' }> {
  const sent = await sendDraft(listOf(rows, anonymous), sendingOf(randomUUID()))
  if (sent.kind !== 'draft') throw new Error('Not a draft')
  return sent
}
async function bring(rows: unknown[], anonymous: unknown[] = [], likelyDuplicates: 'skip' | 'import' = 'skip'): Promise<ImportSummary> {
  const { importId } = await draft(rows, anonymous)
  return commitDraft({ controllerId, importId }, { likelyDuplicates, mapping: { startdatum: 'entryDate' } })
}
const refusal = (work: Promise<unknown>): Promise<CallError> =>
  work.then(
    () => expect.fail('was not refused'),
    (error: unknown) => error as CallError,
  )
const count = async (table: 'fact' | 'participation' | 'participation_version' | 'import' | 'import_chunk'): Promise<number> => {
  const row = await database.queries
    .selectFrom(table)
    .select((on) => on.fn.countAll<string>().as('n'))
    .executeTakeFirstOrThrow()
  return Number(row.n)
}
const anonymous = (row: number, fromYear: number, toYear: number, sex: 'woman' | 'man' = 'woman') => ({ row, sex, fromYear, toYear })

/** Every fact is what its current version says, and every current version in figures has one. */
async function expectFactsAgree(): Promise<void> {
  const versions = await database.queries.selectFrom('participation_version').selectAll().where('current', '=', true).execute()
  const facts = await database.queries.selectFrom('fact').selectAll().execute()
  const wanted = versions
    .map((row) => ({ id: row.participation_id, participation: fromColumns(row as unknown as Record<string, unknown>) }))
    .filter(({ participation }) => participation.exitReason !== 'felregistrering')
  expect(facts.map((row) => row.participation_id).sort()).toEqual(wanted.map(({ id }) => id).sort())
  for (const { id, participation } of wanted) {
    const fact = facts.find((row) => row.participation_id === id) as unknown as Record<string, unknown>
    for (const [name, value] of Object.entries(factOf(participation))) expect(fact[snakeCase(name)], name).toBe(value)
  }
}

describe('reading in', () => {
  test('a new row becomes a participation with a code that can be read aloud', async () => {
    const summary = await bring([importRow(2), importRow(3, { sex: 'man', birthYear: 1990 })])
    expect(summary.counts).toEqual({ new: 2, newVersion: 0, unchanged: 0, skipped: 0, anonymous: 0 })
    const codes = await database.queries.selectFrom('participation').select('code').execute()
    expect(codes.map(({ code }) => parseParticipantCode(code))).toEqual(codes.map(({ code }) => code))
    await expectFactsAgree()
  })

  test('rows without a ground become one more in the anonymous count of each year they spanned', async () => {
    await bring([], [anonymous(2, 2022, 2024), anonymous(3, 2024, 2024, 'man')])
    const rows = await database.queries.selectFrom('anonymous_count').select(['year', 'women', 'men']).orderBy('year').execute()
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
    const summary = await commitDraft({ controllerId, importId: first.importId }, { likelyDuplicates: 'skip', mapping: {} })
    expect(await sendDraft(list, sending)).toEqual({ kind: 'already', summary })
    expect([await count('participation'), await count('import')]).toEqual([1, 1])
  })

  test('the same reference, intervention and entry is a new version, or unchanged', async () => {
    await bring([importRow(2, { reference: 'A-1' }), importRow(3, { reference: 'A-2' })])
    const summary = await bring([importRow(2, { reference: 'a-1 ' }), importRow(3, { reference: 'A-2', education: 'compulsory' })])
    expect(summary.counts).toMatchObject({ new: 0, newVersion: 1, unchanged: 1 })
    expect([await count('participation'), await count('participation_version')]).toEqual([2, 3])
    await expectFactsAgree()
  })

  test('the reference itself is nowhere in the database', async () => {
    await bring([importRow(2, { reference: 'LÖP-4711' })])
    const rows = await database.queries.selectFrom('participation').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain('4711')
  })

  test('the same reference in another entry is the same person', async () => {
    await bring([importRow(2, { reference: 'A-1' }), importRow(3, { reference: 'A-1', entryDate: '2025-01-01' })])
    const persons = await database.queries.selectFrom('participation').select('person_id').distinct().execute()
    expect(persons).toHaveLength(1)
  })

  test('a code ties a new participation to the same person; an unknown one is refused whole', async () => {
    await bring([importRow(2)])
    const { code } = await database.queries.selectFrom('participation').select('code').executeTakeFirstOrThrow()
    await bring([importRow(2, { participantCode: code, entryDate: '2025-02-01' })])
    const persons = await database.queries.selectFrom('participation').select('person_id').distinct().execute()
    expect(persons).toHaveLength(1)
    const wrong = await refusal(bring([importRow(2, { sex: 'man' }), importRow(3, { participantCode: 'BABA-BABA-X', birthYear: 1960 })]))
    expect(wrong.message).toContain('rad 3')
    expect(await count('participation')).toBe(2)
  })

  test('without a reference likely duplicates are listed before, and skipped or read in as chosen', async () => {
    await bring([importRow(2)])
    const { importId, likelyDuplicates } = await draft([importRow(7), importRow(8, { birthYear: 1970 })])
    expect(likelyDuplicates).toEqual([7])
    const summary = await commitDraft({ controllerId, importId }, { likelyDuplicates: 'skip', mapping: {} })
    expect(summary.counts).toMatchObject({ new: 1, skipped: 1 })
    expect((await bring([importRow(2)], [], 'import')).counts).toMatchObject({ new: 1, skipped: 0 })
  })

  test('a registration in error is kept but is in no figure', async () => {
    await bring([importRow(2, { exitDate: '2024-04-01', exitReason: 'felregistrering' })])
    expect([await count('participation'), await count('fact')]).toEqual([1, 0])
  })

  test('the mapping is remembered for the controller', async () => {
    await bring([importRow(2)])
    const setting = await call(getImportSetting, { params: { controllerId } })
    expect(setting.mapping).toEqual({ startdatum: 'entryDate' })
    expect(setting.imports).toHaveLength(1)
  })

  test('the receipt is a spreadsheet, and reading it is written in the log', async () => {
    const { id } = await bring([importRow(2)])
    const { fileName } = await callFile(getImportReceipt, { params: { controllerId, importId: id } })
    expect(fileName).toMatch(/\.xlsx$/)
    const entry = await database.queries
      .selectFrom('audit_event')
      .select(['kind', 'controller_id'])
      .where('endpoint', '=', 'getImportReceipt')
      .executeTakeFirstOrThrow()
    expect(entry).toEqual({ kind: 'personRead', controller_id: controllerId })
  })
})

describe('what the server refuses whatever the browser said', () => {
  test.each([
    ['a personnummer as reference', { reference: '19121212-1212' }, 'reference'],
    ['a column for the name', { namn: 'Tolvan Tolvansson' }, 'namn'],
    ['an e-mail address in a coded field', { education: 'tolvan@example.se' }, 'education'],
  ])('%s, naming the column', async (_, extra, field) => {
    const error = await refusal(draft([{ ...importRow(2), ...extra }]))
    expect(error.key).toBe('participations.identityRefused')
    expect(error.faults.map(({ message }) => message).join()).toContain(field)
    expect([await count('import'), await count('import_chunk')]).toEqual([0, 0])
  })

  test('a row that breaks a rule is not accepted', async () => {
    const { accepted, problems } = await draft([importRow(2, { exitDate: '2020-01-01' }), importRow(3)])
    expect(accepted).toBe(1)
    expect(problems.map(({ row, key }) => [row, key])).toContainEqual([2, 'exitBeforeEntry'])
  })

  test('a municipality that is not there', async () => {
    expect((await refusal(draft([importRow(2, { municipality: '0000' })]))).key).toBe('participations.unknownMunicipality')
  })

  test.each([[null], ['text'], [17], [{ row: 'x' }], [{ row: 2, supportBefore: [[[[[[]]]]]] }]])('no row at all: %j', async (row) => {
    const { accepted, problems } = await draft([row])
    expect(accepted).toBe(0)
    expect(problems.length).toBeGreaterThan(0)
  })

  test('an intervention that was not chosen', async () => {
    expect((await refusal(draft([importRow(2, { intervention: world.interventions[1] })]))).status).toBe(422)
  })
})

describe('whose records', () => {
  test.each(['caseworker.2', 'controllerAdmin.2', 'associationAdmin.1', 'nationalAnalyst.1', 'interventionLead.1', 'boardMember.1'])(
    '%s gets the same answer as for a controller that does not exist',
    async (user) => {
      as(user)
      const error = await refusal(draft([importRow(2)]))
      expect([error.status, error.key]).toEqual([404, 'error.notFound'])
    },
  )

  test('an intervention of another employer cannot be chosen', async () => {
    const sending = { ...sendingOf('other'), interventionIds: [world.interventions[1]] }
    expect((await refusal(sendDraft(listOf([importRow(2)]), sending))).status).toBe(404)
  })

  test('a draft is its maker’s alone, also among colleagues', async () => {
    const { importId } = await draft([importRow(2)])
    as('controllerAdmin.1')
    const body = { number: 0, rows: [], anonymous: [] }
    expect((await refusal(call(addImportRows, { params: { controllerId, importId }, body }))).status).toBe(409)
  })

  test('an earlier draft that was left behind goes when a new one begins', async () => {
    await draft([importRow(2)])
    await draft([importRow(2)])
    expect([await count('import'), await count('import_chunk')]).toEqual([1, 1])
  })
})

describe('undo', () => {
  const undo = (importId: string): Promise<ImportSummary> => call(undoImport, { params: { controllerId, importId } })

  test('takes everything out of the figures and keeps the history', async () => {
    const { id } = await bring([importRow(2), importRow(3, { sex: 'man' })], [anonymous(4, 2024, 2024)])
    expect((await undo(id)).status).toBe('undone')
    expect([await count('fact'), await count('participation'), await count('participation_version')]).toEqual([0, 2, 4])
    const rows = await database.queries.selectFrom('anonymous_count').select(['women', 'men']).execute()
    expect(rows.reduce((sum, row) => sum + row.women + row.men, 0)).toBe(0)
    await expectFactsAgree()
  })

  test('gives changed participations their former content back', async () => {
    await bring([importRow(2, { reference: 'A-1', education: 'compulsory' })])
    const { id } = await bring([importRow(2, { reference: 'A-1', education: 'postSecondary' })])
    await undo(id)
    const current = await database.queries
      .selectFrom('participation_version')
      .select(['education', 'version'])
      .where('current', '=', true)
      .executeTakeFirstOrThrow()
    expect(current).toEqual({ education: 'compulsory', version: 3 })
    await expectFactsAgree()
  })

  test('is refused while something later depends on it', async () => {
    const { id } = await bring([importRow(2, { reference: 'A-1' })])
    await bring([importRow(2, { reference: 'A-1', education: 'compulsory' })])
    const error = await refusal(undo(id))
    expect([error.status, error.key]).toEqual([422, 'participations.laterDepends'])
    expect(await count('fact')).toBe(1)
  })

  test('works once', async () => {
    const { id } = await bring([importRow(2)])
    await undo(id)
    expect((await refusal(undo(id))).key).toBe('participations.notCommitted')
  })

  test('lets the same file be read in again', async () => {
    const sending = sendingOf('undone file')
    const first = await sendDraft(listOf([importRow(2)]), sending)
    if (first.kind !== 'draft') throw new Error('Not a draft')
    await commitDraft({ controllerId, importId: first.importId }, { likelyDuplicates: 'skip', mapping: {} })
    await undo(first.importId)
    expect((await sendDraft(listOf([importRow(2) as ImportRow]), sending)).kind).toBe('draft')
  })
})

describe('interrupted', () => {
  test('a commit that is left writes nothing, and no draft stays', async () => {
    const address = await app.listen({ port: 0, host: '127.0.0.1' })
    const remote = transportAs(app, 'caseworker.1')
    useTransport((path, init) => {
      if (!path.endsWith('/commit')) return remote(path, init)
      const headers = {
        ...(init.headers as Record<string, string>),
        authorization: 'Bearer test-terminal-token',
        'x-samlad-as': 'caseworker.1',
      }
      return fetch(address + path, { ...init, headers })
    })
    const rows = Array.from({ length: 3000 }, (_, at) => importRow(at + 2, { reference: `R-${at}` }))
    const parts = Array.from({ length: 6 }, (_, part) => rows.map((row) => ({ ...row, reference: `${row.reference}-${part}` })))
    const list = { parts: () => parts.length, part: (number: number) => ({ number, rows: parts[number]!, anonymous: [] }) }
    const sent = await sendDraft(list, sendingOf('long'))
    if (sent.kind !== 'draft') throw new Error('Not a draft')
    const leaving = new AbortController()
    const onProgress = (share: number): void => {
      if (share > 0.3) leaving.abort()
    }
    const work = commitDraft(
      { controllerId, importId: sent.importId },
      { likelyDuplicates: 'skip', mapping: {} },
      { onProgress, signal: leaving.signal },
    )
    await expect(work).rejects.toThrow()
    expect([await count('participation'), await count('fact'), await count('import'), await count('import_chunk')]).toEqual([0, 0, 0, 0])
  })
})
