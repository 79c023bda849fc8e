import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { FastifyInstance } from 'fastify'
import { testDatabase } from '../../test/database.ts'
import { buildWorld, testApp, transportAs, world } from '../../test/api.ts'
import { call, CallError, useTransport } from '../platform/call.ts'
import type { Database } from '../platform/database.ts'
import { changeIntervention, createIntervention, getIntervention, listExamples, listInterventions, listMethods } from './contract.ts'
import { loadCatalogue } from './catalogueStore.ts'
import { emptyDraft } from './draft.ts'
import type { InterventionFields } from './domain.ts'

let database: Database
let app: FastifyInstance

beforeAll(async () => {
  database = await testDatabase()
  await buildWorld(database)
  await loadCatalogue(database.queries)
  app = await testApp(database)
})
afterAll(async () => {
  await app.close()
  await database.close()
})
beforeEach(() => useTransport(transportAs(app, 'associationadmin.1')))

const [home, abroad] = world.associations
const fields: InterventionFields = {
  ...emptyDraft('2026-01-01', []),
  name: 'Nya Provet',
  ownerId: world.controllers[0],
  parties: ['region', 'municipality'],
}
const create = (changed: Partial<InterventionFields> = {}, associationId: string = home) =>
  call(createIntervention, { params: { associationId }, body: { ...fields, ...changed } })

/** How a call was refused: status, and place and key of each fault. */
async function refusal(attempt: Promise<unknown>): Promise<{ status: number; key: string; faults: string[] }> {
  const thrown = await attempt.then(
    () => undefined,
    (error: unknown) => error,
  )
  if (!(thrown instanceof CallError)) throw new Error('The call was not refused')
  return { status: thrown.status, key: thrown.key, faults: thrown.faults.map((fault) => `${fault.where} ${fault.key}`) }
}

test('a registered intervention is read back as written, marked fictive under a fictive association', async () => {
  const made = await create({ description: 'Prov', methods: ['IPS'], endDate: '2027-12-31' })
  const read = await call(getIntervention, { params: { id: made.id } })
  expect(read).toMatchObject({ ...fields, description: 'Prov', methods: ['IPS'], endDate: '2027-12-31', fictive: true, version: 1 })
  expect(read.associations.map((one) => one.slug)).toEqual(['prov-1'])
})

test('an owner that is no member is refused with the section of law', async () => {
  const attempt = create({ ownerId: world.controllers[1] })
  expect(await refusal(attempt)).toEqual({
    status: 422,
    key: 'interventions.ownerNotMember',
    faults: ['body.ownerId interventions.ownerNotMember'],
  })
  await expect(create({ ownerId: world.controllers[1] })).rejects.toThrow('7 §')
})

test('fewer than two parties needs a reason, and is let through with one', async () => {
  const one = { parties: ['municipality'] } satisfies Partial<InterventionFields>
  expect((await refusal(create(one))).faults).toEqual(['body.fewPartiesReason interventions.fewParties'])
  expect(await create({ ...one, fewPartiesReason: 'Förstudie inom kommunen' })).toMatchObject(one)
})

test('all broken rules come back at once, each at its field', async () => {
  const attempt = create({ ownerId: world.controllers[1], parties: [], endDate: '2025-01-01', methods: ['FINNS-EJ'] })
  expect((await refusal(attempt)).faults.map((fault) => fault.split(' ')[0])).toEqual([
    'body.ownerId',
    'body.fewPartiesReason',
    'body.endDate',
    'body.methods',
  ])
})

test('a field that cannot be read is named with what is needed', async () => {
  const attempt = create({ name: ' ', startDate: '2026-02-30', ownerId: '' })
  expect(await refusal(attempt)).toMatchObject({
    status: 400,
    faults: ['body.name interventions.nameNeeded', 'body.startDate interventions.dateNeeded', 'body.ownerId interventions.ownerNeeded'],
  })
})

test("a foreign association's administrator gets 404, both when creating and changing", async () => {
  expect(await refusal(create({}, abroad))).toMatchObject({ status: 404, key: 'error.notFound' })
  const foreign = { params: { associationId: home, id: world.interventions[1] }, body: { ...fields, version: 1 } }
  expect(await refusal(call(changeIntervention, foreign))).toMatchObject({ status: 404 })
})

test.each(['boardmember.1', 'auditor.1', 'caseworker.1', 'interventionlead.1', 'nationalanalyst.1'])(
  '%s may not register interventions',
  async (user) => {
    useTransport(transportAs(app, user))
    expect(await refusal(create())).toMatchObject({ status: 404 })
  },
)

test('signed out, interventions can be read but not registered', async () => {
  useTransport(transportAs(app, undefined))
  expect((await call(listInterventions, {})).length).toBeGreaterThan(2)
  expect(await refusal(create())).toMatchObject({ status: 401 })
})

test('a change with a stale version is refused and changes nothing', async () => {
  const made = await create()
  const change = (name: string, version: number) =>
    call(changeIntervention, { params: { associationId: home, id: made.id }, body: { ...fields, name, version } })
  expect(await change('Först', 1)).toMatchObject({ name: 'Först', version: 2 })
  expect(await refusal(change('Sist', 1))).toMatchObject({ status: 409, key: 'interventions.changedMeanwhile' })
  expect(await call(getIntervention, { params: { id: made.id } })).toMatchObject({ name: 'Först', version: 2 })
})

test('the list of an association holds its own interventions only', async () => {
  const names = (await call(listInterventions, { query: { association: 'prov-2' } })).map((one) => one.name)
  expect(names).toEqual(['Provinsats 2'])
})

test('evidence is shown only where it has been checked, and then with its source', async () => {
  const methods = await call(listMethods)
  const shown = methods.filter((one) => one.evidenceLevel !== null)
  expect([methods.length, shown.length]).toEqual([46, 4])
  expect(shown.every((one) => one.evidenceSource !== null)).toBe(true)
})

test('the 106 examples each have a source and are no interventions', async () => {
  const examples = await call(listExamples)
  expect(examples).toHaveLength(106)
  expect(examples.every((one) => one.source.startsWith('http'))).toBe(true)
  const names = new Set((await call(listInterventions, {})).map((one) => one.name))
  expect(examples.filter((one) => names.has(one.name))).toEqual([])
})
