import { strToU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { world } from '../../../test/api.ts'
import { identityBench, isPostgres, type IdentityBench } from '../../../test/identity.ts'
import { importRow, refusal } from '../../../test/participations.ts'
import { testPersons } from '../../../test/testPersons.ts'
import { logMessages } from '../../log/messages.ts'
import { call, callFile, callStream } from '../../platform/call.ts'
import { translator } from '../../values/catalogue.ts'
import { addAnonymous } from '../anonymous/contract.ts'
import { publishConsentTexts, recordConsent } from '../consent/contract.ts'
import { PersonList } from '../import/personList.ts'
import { getExtract, recordContact } from '../register/contract.ts'
import { getExportFile, makeExport, type Export } from './contract.ts'
import { tablesOf } from './exportStore.ts'

let own: IdentityBench
const [controllerId, foreign] = world.controllers
const params = { controllerId }
const one = testPersons[0]!
const tables = tablesOf(translator(logMessages, 'sv'), true)

beforeAll(async () => {
  own = await identityBench()
})
afterAll(() => own.end())
beforeEach(() => own.empty())

/** Makes an export as the steward. */
async function make(identities = false, at: string = controllerId): Promise<{ made: Export; lines: { done: number; of: number }[] }> {
  const lines: { done: number; of: number }[] = []
  let made: Export | undefined
  await callStream(makeExport, { params: { controllerId: at }, body: { identities } }, (line) => {
    lines.push({ done: line.done, of: line.of })
    made = line.export ?? made
  })
  return { made: made!, lines }
}
/** The files of an export, as text by name. */
async function filesOf({ id }: Export): Promise<Record<string, string>> {
  const { blob } = await callFile(getExportFile, { params: { controllerId, exportId: id } })
  const files = unzipSync(new Uint8Array(await blob.arrayBuffer()))
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, Buffer.from(bytes).toString()]))
}
const everything = (identities = false) => own.steward(async () => filesOf((await make(identities)).made))
const rowsOf = (files: Record<string, string>, file: string): Record<string, unknown>[] =>
  (JSON.parse(files[`json/${file}.json`]!) as { rows: Record<string, unknown>[] }).rows
const linesOf = (files: Record<string, string>, file: string): string[] =>
  files[`${file}.csv`]!.replace('\uFEFF', '').trimEnd().split('\r\n')

/** One of everything that can be held without personal numbers. */
async function fill(): Promise<{ id: string; code: string }> {
  await own.bench.bring([importRow(2, { entryDate: '2024-05-06' })])
  const { id, code } = await own.enter({ exitDate: '2024-09-02', exitReason: 'toWork', occupationAfter: 'work', supportAfter: { lon: 80 } })
  const state = { occupation: 'studies' as const, workExtent: null, studyExtent: 50, workType: null, support: { aktivitetsstod: 50 } }
  const contact = { date: '2025-01-02', reached: true, source: 'ownContact' as const, changes: [{ from: '2024-12-01', ...state }] }
  await call(recordContact, { params: { controllerId, id }, body: contact })
  await own.steward(() =>
    call(publishConsentTexts, { params, body: { texts: [{ language: 'sv', body: '=HYPERLINK("x") är ett samtycke.' }] } }),
  )
  await own.decideOnDisposal()
  const given = { givenOn: '2024-03-01', textVersion: 1, language: 'sv' as const, how: 'written' as const, liftsSecrecy: true }
  await own.caseworker(() => call(recordConsent, { params: { controllerId, id }, body: given }))
  const count = { interventionId: world.interventions[0], year: 2025, women: 3, men: 1 }
  await call(addAnonymous, { params, body: count })
  await call(addAnonymous, { params, body: { ...count, women: -1, men: 0 } })
  return { id, code }
}

describe('an export', () => {
  test('has a spreadsheet and a JSON of every table, the codes, and a description of each column', async () => {
    await fill()
    const files = await everything()
    const names = tables.filter(({ file }) => file !== 'personnummer').map(({ file }) => file)
    expect(Object.keys(files).sort()).toEqual(
      [...names.flatMap((name) => [`${name}.csv`, `json/${name}.json`]), 'kodlistor.csv', 'LÄS-MIG.txt'].sort(),
    )
    for (const { file, columns } of tables.filter((table) => names.includes(table.file))) {
      expect(linesOf(files, file)[1]).toBe(columns.map(({ title }) => title).join(';'))
      for (const { key, title, about } of columns) expect(files['LÄS-MIG.txt']).toContain(`- ${title} (${key}): ${about}`)
      for (const row of rowsOf(files, file)) expect(Object.keys(row)).toEqual(columns.map(({ key }) => key))
    }
  })
  test('holds all versions, follow-ups, states, consents, counts, decisions, staff and log', async () => {
    const { id, code } = await fill()
    const files = await everything()
    expect(rowsOf(files, 'deltaganden')).toHaveLength(2)
    expect(rowsOf(files, 'deltaganden').find((row) => row['id'] === id)).toMatchObject({
      code,
      intervention: 'Provinsats 1',
      lockedAt: null,
    })
    expect(rowsOf(files, 'versioner').find((row) => row['code'] === code)).toMatchObject({
      ...{ version: 1, current: true, imported: false, recordedBy: 'caseworker.1' },
      ...{
        entryDate: '2024-03-01',
        sex: 'woman',
        supportBefore: { sjukpenning: 100 },
        supportAfter: { lon: 80 },
        birthYear: one.birthYear,
      },
    })
    expect(rowsOf(files, 'uppfoljningar')).toMatchObject([{ code, date: '2025-01-02', reached: true, source: 'ownContact' }])
    expect(rowsOf(files, 'lagen').filter((row) => row['code'] === code)).toMatchObject([
      { from: '2024-03-01', to: '2024-09-02', source: 'entry', occupation: 'other' },
      { from: '2024-09-02', to: '2024-12-01', source: 'exit', occupation: 'work', support: { lon: 80 } },
      { from: '2024-12-01', to: null, source: 'ownContact', studyExtent: 50, knownUntil: '2025-01-02' },
    ])
    expect(rowsOf(files, 'samtycken')).toMatchObject([{ code, how: 'written', textVersion: 1, liftsSecrecy: true }])
    expect(rowsOf(files, 'anonyma').map((row) => [row['women'], row['men']])).toEqual(
      expect.arrayContaining([
        [3, 1],
        [-1, 0],
      ]),
    )
    expect(rowsOf(files, 'inlasningar')).toMatchObject([{ fileName: 'lista.xlsx', status: 'committed' }])
    expect(rowsOf(files, 'inlasningsrader')).toMatchObject([{ row: 2, outcome: 'new' }])
    expect(rowsOf(files, 'gallringsbeslut')).toEqual([{ decision: 'KS 2026/1', decisionDate: '2026-01-01', months: 0 }])
    expect(rowsOf(files, 'personal').map((row) => [row['user'], row['role']])).toEqual([
      ['caseworker.1', 'caseworker'],
      ['controlleradmin.1', 'controllerAdmin'],
      ['interventionlead.1', 'interventionLead'],
      ['memberviewer.1', 'memberViewer'],
    ])
    const log = rowsOf(files, 'logg')
    expect(log.map((row) => row['seq'])).toEqual(log.map((_, at) => at + 1))
    expect(log.find((row) => row['endpoint'] === 'recordContact')).toMatchObject({ records: [id], kind: 'change' })
  })
  test('is Swedish in the spreadsheets: words, local time, numbers that stay numbers, nothing that is a formula', async () => {
    const { code } = await fill()
    const files = await everything()
    const versions = linesOf(files, 'versioner').find((line) => line.startsWith(code))!
    expect(versions).toContain(`${code};1;ja;2026-11-22 11:00:00;caseworker.1;nej;2024-03-01;9001;Kvinna;1962;`)
    expect(versions).toContain(';Sjukpenning 100;')
    expect(files['samtyckestexter.csv']).toContain(`"'=HYPERLINK(""x"") är ett samtycke."`)
    expect(files['anonyma.csv']).toContain(';-1;0;')
    expect(files['logg.csv']).toContain(';Registrerade uppföljning;Ändrat;')
    expect(files['uppfoljningar.csv']).toContain('2024-12-01: Studier, studier 50 %')
    expect(files['kodlistor.csv']).toContain('sex;woman;Kvinna')
    for (const [name, text] of Object.entries(files))
      if (!name.endsWith('.json')) expect([name, text.startsWith('\uFEFF')]).toEqual([name, true])
  })
  test('says of invented data that they are, in the name, in every table and in the description', async () => {
    await fill()
    const { made } = await own.steward(() => make())
    expect(made.fileName).toBe('samlad-uttag-2026-11-22-PÅHITTADE-DATA.zip')
    const files = await filesOf(made)
    for (const [name, text] of Object.entries(files)) expect([name, text.slice(0, 300).includes('PÅHITTADE DATA')]).toEqual([name, true])
  })
  test('can be read in again: a list of the current versions is understood and passes the check', async () => {
    await fill()
    const files = await everything()
    const municipalities = [{ code: '9001', name: 'Provkommun 1' }]
    const interventions = [{ id: world.interventions[0], name: 'Provinsats 1' }]
    const list = new PersonList({ today: '2026-11-22', municipalities, interventions, remembered: {} })
    const reading = await list.read(strToU8(files['versioner.csv']!))
    if (reading.kind === 'refused') return expect.fail(reading.refusal.reason)
    const decisions = reading.columns.map(({ decision }) => decision ?? 'ignore')
    const run = await list.check({ intervention: world.interventions[0], withoutGround: 'block', decisions })
    expect([run!.problems.filter(({ severity }) => severity === 'error'), run!.counts.accepted]).toEqual([[], 2])
    const kept = ['entryDate', 'sex', 'birthYear', 'supportBefore', 'supportAfter', 'exitReason', 'ground', 'municipality'] as const
    const read = list.part(0).rows.map((row) => Object.fromEntries(kept.map((field) => [field, row[field]])))
    const stored = rowsOf(files, 'versioner').map((row) => Object.fromEntries(kept.map((field) => [field, row[field]])))
    expect(read).toEqual(stored)
  })
  test('keeps what is locked, marked as such', async () => {
    const { id } = await own.enter()
    await own.strip(id, 'objection')
    const files = await everything()
    expect(rowsOf(files, 'deltaganden')).toMatchObject([{ id, lockedAt: '2026-11-22T10:00:00.000Z', lockedFor: 'objection' }])
    expect(files['deltaganden.csv']).toContain(';invändning')
  })
  test('tells how far it has come, and how many rows each table has', async () => {
    await fill()
    const { made, lines } = await own.steward(() => make())
    expect(made.rows.find(({ file }) => file === 'deltaganden')).toEqual({ file: 'deltaganden', n: 2 })
    expect(lines.length).toBeGreaterThan(10)
    expect(lines.every(({ done, of }) => done <= of)).toBe(true)
    const shares = lines.map(({ done, of }) => done / of)
    expect(shares).toEqual([...shares].sort((a, b) => a - b))
  })
  test('of a controller that has never opened is empty and works', async () => {
    for (const table of ['consent_text', 'import_mapping'] as const) await own.bench.database.queries.deleteFrom(table).execute()
    await own.bench.database.queries.deleteFrom('controller').where('organisation_id', '=', controllerId).execute()
    const files = await everything()
    expect(rowsOf(files, 'deltaganden')).toEqual([])
    await own.bench.database.queries
      .insertInto('controller')
      .values({
        ...{
          organisation_id: controllerId,
          legal_basis: 'prov',
          decision_reference: 'P-1',
          decision_date: '2020-01-01',
          dpia_reference: 'D-1',
        },
        ...{ processor_agreement: 'B-1', ground: 'consent', reference_key: Buffer.alloc(32, 1), opened_at: '2020-01-01T00:00:00Z' },
        ...{ special_basis: null, register_law: null, closed_at: null, disposal_decision: null, disposal_decision_date: null },
        ...{ retention_months: null, identity_legal_basis: null, identity_decision_reference: null, identity_decision_date: null },
        identity_opened_at: null,
      })
      .execute()
  })
})

describe('the file', () => {
  test('is for whoever made it, and for a quarter of an hour', async () => {
    const { made } = await own.steward(() => make())
    await own.bench.database.queries
      .insertInto('role_assignment')
      .values({
        ...{
          id: '99999999-9999-4999-8999-999999999999',
          user_id: 'controlleradmin.2',
          role: 'controllerAdmin',
          controller_id: controllerId,
        },
        ...{ association_id: null, intervention_id: null, valid_from: '2020-01-01', valid_to: null, reviewed_on: null },
      })
      .execute()
    own.bench.as('controlleradmin.2')
    const place = { params: { controllerId, exportId: made.id } }
    expect(await refusal(callFile(getExportFile, place))).toMatchObject({ status: 422, key: 'export.gone' })
    await own.bench.database.queries
      .deleteFrom('role_assignment')
      .where('user_id', '=', 'controlleradmin.2')
      .where('controller_id', '=', controllerId)
      .execute()
    expect(await own.steward(() => refusal(callFile(getExportFile, { params: { controllerId, exportId: controllerId } })))).toMatchObject({
      key: 'export.gone',
    })
  })
  test('has nothing of another controller’s', async () => {
    await fill()
    own.bench.as('controlleradmin.2')
    const { made } = await make(false, foreign)
    expect(made.rows.filter(({ file }) => ['deltaganden', 'versioner', 'anonyma'].includes(file)).map(({ n }) => n)).toEqual([0, 0, 0])
    expect(await refusal(callFile(getExportFile, { params: { controllerId, exportId: made.id } }))).toMatchObject({ status: 404 })
  })
  test.each(['caseworker.1', 'controlleradmin.2', 'associationadmin.1', 'boardmember.1', 'nationalanalyst.1', 'systemadministrator.1'])(
    'is not for %s',
    async (user) => {
      const { made } = await own.steward(() => make())
      own.bench.as(user)
      expect(await refusal(make())).toMatchObject({ status: 404, key: 'error.notFound' })
      expect(await refusal(callFile(getExportFile, { params: { controllerId, exportId: made.id } }))).toMatchObject({ status: 404 })
    },
  )
  test('is in the log, made and fetched, and in the extract of each participant who was in it', async () => {
    const before = await own.enter()
    await everything()
    const late = await own.enter({ entryDate: '2024-04-01' })
    const rows = await own.bench.database.queries.selectFrom('audit_event').select(['endpoint', 'kind', 'records']).orderBy('seq').execute()
    expect(rows.filter(({ endpoint }) => endpoint.endsWith('Export') || endpoint === 'getExportFile')).toEqual([
      { endpoint: 'makeExport', kind: 'personRead', records: null },
      { endpoint: 'getExportFile', kind: 'personRead', records: null },
    ])
    const events = async (id: string) =>
      (await own.caseworker(() => call(getExtract, { params: { controllerId, id } }))).events.map(({ endpoint }) => endpoint)
    expect(await events(before.id)).toEqual(['registerParticipation', 'makeExport'])
    // Registered in the same instant of the test's clock, so the export counts for both.
    expect(await events(late.id)).toContain('registerParticipation')
  })
})

test('personal numbers are not exported while they are closed', async () => {
  const refused = await own.steward(() => refusal(make(true)))
  expect(refused).toMatchObject({ key: 'identity.notOpen' })
})

describe.runIf(isPostgres)('personal numbers', () => {
  test('are in it only when asked for', async () => {
    await own.open()
    const id = await own.known()
    const without = await everything()
    expect(Object.keys(without)).not.toContain('personnummer.csv')
    expect(JSON.stringify(without)).not.toContain(one.personnummer)
    const files = await everything(true)
    const { code } = rowsOf(files, 'deltaganden').find((row) => row['id'] === id)!
    expect(rowsOf(files, 'personnummer')).toMatchObject([{ code, personnummer: one.personnummer, state: 'läst' }])
  })
  test('take the key, and one on a lost key says so', async () => {
    await own.open()
    await own.known()
    own.hold([])
    expect(await own.steward(() => refusal(make(true)))).toMatchObject({ key: 'identity.key.missing' })
    own.hold(['c3'.repeat(32)])
    expect(rowsOf(await everything(true), 'personnummer')).toMatchObject([{ personnummer: null, state: 'nyckel saknas' }])
  })
  test('of what is locked are left out', async () => {
    await own.open()
    const id = await own.known()
    await own.strip(id)
    expect(rowsOf(await everything(true), 'personnummer')).toEqual([])
  })
})

test.runIf(isPostgres)('an export reads as of one moment: what others change meanwhile is not in it', async () => {
  const { id } = await own.enter()
  const { database } = own.bench
  const read = () =>
    database.as(
      'samlad_keeper',
      undefined,
      async (queries) => {
        const count = async (): Promise<number> => (await queries.selectFrom('participation_version').select('version').execute()).length
        const before = await count()
        await database.queries.deleteFrom('participation_version').where('participation_id', '=', id).execute()
        return [before, await count()]
      },
      true,
    )
  expect(await read()).toEqual([1, 1])
})
