import { strToU8 } from 'fflate'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { world } from '../../../test/api.ts'
import { filesOf, linesOf, make, rowsOf } from '../../../test/exportFiles.ts'
import { identityBench, type IdentityBench } from '../../../test/identity.ts'
import { importRow } from '../../../test/participations.ts'
import { testPersons } from '../../../test/testPersons.ts'
import { logMessages } from '../../log/messages.ts'
import { call } from '../../platform/call.ts'
import { translator } from '../../values/catalogue.ts'
import { addAnonymous } from '../anonymous/contract.ts'
import { publishConsentTexts, recordConsent } from '../consent/contract.ts'
import { PersonList } from '../import/personList.ts'
import { recordContact } from '../register/contract.ts'
import { tablesOf } from './exportStore.ts'

let own: IdentityBench
const [controllerId] = world.controllers
const params = { controllerId }
const one = testPersons[0]!
const tables = tablesOf(translator(logMessages, 'sv'), true)

beforeAll(async () => {
  own = await identityBench()
})
afterAll(() => own.end())
beforeEach(() => own.empty())

/** The files of an export that the steward makes. */
const everything = () => own.steward(async () => filesOf((await make()).made))

/** One of everything that can be held without personal numbers. */
async function fill(): Promise<{ id: string; code: string }> {
  await own.bench.bring([importRow(2, { entryDate: '2024-05-06' })])
  const { id, code } = await own.enter({ exitDate: '2024-09-02', exitReason: 'toWork', occupationAfter: 'work', supportAfter: { lon: 80 } })
  const state = { occupation: 'studies' as const, workExtent: null, studyExtent: 50, workType: null, support: { aktivitetsstod: 50 } }
  const contact = { date: '2025-01-02', reached: true, source: 'ownContact' as const, changes: [{ from: '2024-12-01', ...state }] }
  await call(recordContact, { params: { controllerId, id }, body: { ...contact, ownAbility: 'fully' as const } })
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
        socialContactsBefore: 'partly',
        birthYear: one.birthYear,
      },
    })
    expect(rowsOf(files, 'uppfoljningar')).toMatchObject([
      { code, date: '2025-01-02', reached: true, source: 'ownContact', ownAbility: 'fully' },
    ])
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
      ['membereditor.1', 'memberEditor'],
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
  test('holds what keeps those from coming back who were removed, which tells nothing by itself', async () => {
    await own.decideOnDisposal()
    own.bench.as('caseworker.1')
    await own.bench.bring([importRow(2, { reference: 'R-1' })])
    const { id } = await own.bench.database.queries.selectFrom('participation').select('id').executeTakeFirstOrThrow()
    await own.strip(id)
    const rows = rowsOf(await everything(), 'borttagna-rader')
    expect(rows).toEqual([{ mark: expect.stringMatching(/^[0-9a-f]{64}$/) as string }])
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
