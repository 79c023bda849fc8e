import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { FastifyInstance } from 'fastify'
import { testDatabase } from '../../test/database.ts'
import { buildWorld, testApp, transportAs, world } from '../../test/api.ts'
import { call, CallError, useTransport } from '../platform/call.ts'
import type { Database } from '../platform/database.ts'
import {
  changeIntervention,
  createIntervention,
  getIntervention,
  listExamples,
  listInterventions,
  listMethods,
  recordHeadCounts,
  recordInterventionYears,
} from './contract.ts'
import { loadCatalogue } from './catalogueStore.ts'
import { emptyDraft } from './page/draft.ts'
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
let made = 0
/** Each with a name of its own, unless one is given. */
const create = (changed: Partial<InterventionFields> = {}, associationId: string = home) =>
  call(createIntervention, { params: { associationId }, body: { ...fields, name: `Nya Provet ${++made}`, ...changed } })

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
  const given = {
    name: 'Provet som läses',
    description: 'Prov',
    methods: ['IPS'],
    fidelityInstrument: 'Programtrohetsskala',
    endDate: '2027-12-31',
    municipalities: ['9001'],
  }
  const made = await create(given)
  const read = await call(getIntervention, { params: { id: made.id } })
  expect(read).toMatchObject({ ...fields, ...given, fictive: true, version: 1 })
  expect(read.associations.map((one) => one.slug)).toEqual(['prov-1'])
  expect(read.area).toEqual([{ code: '9001', name: 'Provkommun 1' }])
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

test('is for municipalities of its associations alone', async () => {
  expect(await refusal(create({ municipalities: ['9001', '9002'] }))).toEqual({
    ...{ status: 422, key: 'interventions.municipalityElsewhere' },
    faults: ['body.municipalities interventions.municipalityElsewhere'],
  })
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

test.each(['name', 'description', 'units', 'fidelityInstrument', 'fewPartiesReason'])('a personnummer in %s is refused', async (field) => {
  const thrown = await refusal(create({ [field]: 'Anna 850312\u00a0– 2395' }))
  expect(thrown).toMatchObject({ status: 400, faults: [`body.${field} error.personnummer`] })
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
  expect(await change(made.id, { name: 'Först' })).toMatchObject({ name: 'Först', version: 2 })
  expect(await refusal(change(made.id, { name: 'Sist' }))).toMatchObject({ status: 409, key: 'interventions.changedMeanwhile' })
  expect(await call(getIntervention, { params: { id: made.id } })).toMatchObject({ name: 'Först', version: 2 })
})

let names = 0
/** Under a name of its own, without its id: one id in fifteen hundred holds ten digits that read as a personal number, which no name may. */
const change = (id: string, changed: Partial<InterventionFields>, version = 1) =>
  call(changeIntervention, {
    params: { associationId: home, id },
    body: { ...fields, name: `Ändrade Provet ${++names}`, ...changed, version },
  })
const fixedEsf = { status: 422, key: 'interventions.esfReported', faults: ['body.esf interventions.esfReported'] }

test('the answer about ESF may be changed while nothing has been entered about a year', async () => {
  const { id } = await create({ esf: true })
  expect(await change(id, { esf: false })).toMatchObject({ esf: false })
})

test('once money has been entered for a year, ESF is fixed, and all else can be changed', async () => {
  const { id } = await create({ esf: true })
  const money = { interventionId: id, year: 2026, plannedParticipants: 10, budgetOre: null, actualOre: null }
  await call(recordInterventionYears, { params: { associationId: home }, body: { rows: [money] } })
  expect(await refusal(change(id, { esf: false }))).toEqual(fixedEsf)
  await expect(change(id, { esf: false })).rejects.toThrow('avsluta insatsen och registrera en ny')
  expect(await change(id, { esf: true, units: 'Enheten' })).toMatchObject({ esf: true, units: 'Enheten' })
})

test('once counts have been entered for a year, ESF is fixed', async () => {
  const { id } = await create({ countingMode: 'volume' })
  const rows = [{ interventionId: id, year: 2026, women: 3, men: 4 }]
  await call(recordHeadCounts, { params: { associationId: home }, body: { rows } })
  expect(await refusal(change(id, { countingMode: 'volume', esf: true }))).toEqual(fixedEsf)
})

test('a change of the counting mode is let through and stands in the audit log; other changes say nothing there', async () => {
  const { id } = await create()
  await change(id, { units: 'Enheten' })
  await change(id, { countingMode: 'volume' }, 2)
  await change(id, { countingMode: 'identified' }, 3)
  const rows = await database.queries
    .selectFrom('audit_event')
    .select(['endpoint', 'kind', 'user_id', 'association_id', 'subject'])
    .where('subject', 'like', `%${id}%`)
    .orderBy('subject')
    .execute()
  const row = { endpoint: 'changeIntervention', kind: 'change', user_id: 'associationadmin.1', association_id: home }
  expect(rows).toEqual([
    { ...row, subject: `intervention ${id} countingMode identified→volume` },
    { ...row, subject: `intervention ${id} countingMode volume→identified` },
  ])
})

test('a refused change of the counting mode leaves no such row', async () => {
  const { id } = await create()
  await refusal(change(id, { countingMode: 'volume' }, 7))
  const said = await database.queries.selectFrom('audit_event').select('subject').where('subject', 'like', `%${id}%`).execute()
  expect(said).toEqual([])
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

test('two interventions of one association do not have the same name', async () => {
  const made = await create({ name: 'Namnen' })
  expect(await refusal(create({ name: ' namnEN ' }))).toMatchObject({ status: 422, faults: ['body.name interventions.nameTaken'] })
  const { id, version, fictive, ownerName, associations, ...body } = made
  const again = await call(changeIntervention, { params: { associationId: home, id }, body: { ...body, version } })
  expect([again.name, fictive, ownerName, associations.length]).toEqual(['Namnen', true, made.ownerName, 1])
})
