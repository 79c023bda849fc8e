import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { world } from '../../../test/api.ts'
import { filesOf, make, rowsOf } from '../../../test/exportFiles.ts'
import { identityBench, isPostgres, type IdentityBench } from '../../../test/identity.ts'
import { refusal } from '../../../test/participations.ts'
import { testPersons } from '../../../test/testPersons.ts'
import { call, callFile } from '../../platform/call.ts'
import { getExtract } from '../extract/contract.ts'
import { getExportFile } from './contract.ts'

let own: IdentityBench
const [controllerId, foreign] = world.controllers
const one = testPersons[0]!

beforeAll(async () => {
  own = await identityBench()
})
afterAll(() => own.end())
beforeEach(() => own.empty())

/** The files of an export that the steward makes. */
const everything = (identities = false) => own.steward(async () => filesOf((await make(identities)).made))

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
    await own.enter()
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
