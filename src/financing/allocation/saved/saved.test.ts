import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { buildWorld, testApp, transportAs } from '../../../../test/api.ts'
import { testDatabase } from '../../../../test/database.ts'
import { refusal } from '../../../../test/participations.ts'
import { call, useTransport } from '../../../platform/call.ts'
import type { Database } from '../../../platform/database.ts'
import { inventedTable } from '../ownTable.ts'
import { knownRules } from '../rules.ts'
import * as contract from './contract.ts'

let database: Database
let app: FastifyInstance
const national = 'nationalanalyst.1'
const as = (user: string): void => useTransport(transportAs(app, user))
const id = '5d1f9a4e-6c1b-4f5e-9a77-1b2c3d4e5f60'
const fields = {
  ...{ name: 'Förslag 2027', year: 2027, invented: true, note: 'Första' },
  ...{ rules: { ...knownRules, frame: 20_000_000 }, subjects: inventedTable.map((one) => ({ ...one })) },
}
const save = (given: object = {}) => call(contract.saveAllocationModel, { body: { ...fields, id, ...given } })
const change = (version: number, given: object = {}) =>
  call(contract.changeAllocationModel, { params: { id }, body: { ...fields, note: 'Ny ram', version, ...given } })
const open = (version?: number) => call(contract.openAllocationModel, { params: { id }, query: { version } })

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
  await database.queries.deleteFrom('allocation_model').execute()
  as(national)
})

describe('a ruleset with its table', () => {
  test('is saved under a name and opened as it was', async () => {
    expect(await save()).toMatchObject([
      { id, name: 'Förslag 2027', year: 2027, version: 1, associations: inventedTable.length, before: [] },
    ])
    expect(await open()).toMatchObject({ rules: fields.rules, subjects: fields.subjects, invented: true })
  })
  test('is changed as a new version; the one before can still be opened', async () => {
    await save()
    const rules = { ...fields.rules, frame: 22_000_000 }
    expect(await change(1, { rules })).toMatchObject([{ version: 2, note: 'Ny ram', before: [{ version: 1, note: 'Första' }] }])
    expect((await open()).rules.frame).toBe(22_000_000)
    expect((await open(1)).rules.frame).toBe(20_000_000)
    expect(await refusal(change(1))).toMatchObject({ status: 409 })
    expect(await refusal(open(7))).toMatchObject({ status: 404 })
  })
  test('arrives once however often the form is sent', async () => {
    await save()
    expect(await save()).toHaveLength(1)
    expect(await refusal(save({ name: 'Ett annat' }))).toMatchObject({ status: 409 })
    await change(1)
    expect((await change(1))[0]).toMatchObject({ version: 2 })
  })
  test.each([
    ['base amounts above the frame', { rules: { ...fields.rules, frame: 100 } }, 422, 'body.base'],
    ['the same association twice', { subjects: [...fields.subjects, fields.subjects[0]] }, 422, 'body.associations[5].id'],
    ['no table', { subjects: [] }, 400, 'body.subjects'],
    ['no name', { name: '' }, 400, 'body.name'],
    ['a personnummer for a name', { subjects: [{ ...fields.subjects[0], id: '19850101-2380' }] }, 400, 'body.subjects.0.id'],
  ])('%s is refused at its place', async (_, given, status, where) => {
    const refused = await refusal(save(given))
    expect([refused.status, refused.faults[0]?.where]).toEqual([status, where])
    expect(await call(contract.listAllocationModels)).toEqual([])
  })
  test('is the national office’s alone, in the program and behind it', async () => {
    await save()
    for (const user of ['associationadmin.1', 'auditor.1', 'caseworker.1']) {
      as(user)
      expect(await refusal(call(contract.listAllocationModels))).toMatchObject({ status: 403 })
      expect(await refusal(open())).toMatchObject({ status: 403 })
      expect(await refusal(change(1))).toMatchObject({ status: 403 })
    }
    const seen = await database.as('samlad_office', undefined, (queries) => queries.selectFrom('allocation_model').select('id').execute())
    expect(seen).toEqual([])
  })
})
