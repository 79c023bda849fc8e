import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { buildWorld, testApp, transportAs, world } from './api.ts'
import { testDatabase } from './database.ts'
import { listParticipations } from '../src/participations/register/contract.ts'
import { call, useTransport } from '../src/platform/call.ts'
import type { Database } from '../src/platform/database.ts'
import { appoint, listStaff, type Appointment, type StaffMember } from '../src/access/staff/contract.ts'
import { answerNomination, listNominations } from '../src/access/nominations/contract.ts'

let database: Database
let app: FastifyInstance
const [controllerId] = world.controllers
const [interventionId] = world.interventions
const params = { controllerId }
const as = (user: string): void => useTransport(transportAs(app, user))

beforeAll(async () => {
  database = await testDatabase()
  await buildWorld(database)
  app = await testApp(database)
})
afterAll(async () => {
  await app.close()
  await database.close()
})
beforeEach(() => as('controlleradmin.1'))

let made = 0
const newPerson = (): Appointment['person'] => ({ kind: 'new', id: `ny.provgren.${++made}`, name: 'Ny Provgren', claimValue: null })
const wanted = { role: 'caseworker', from: '2026-11-22', to: null } as const
const give = (given: Partial<Appointment> & Pick<Appointment, 'person'>) =>
  call(appoint, { params, body: { ...wanted, interventionIds: [interventionId], ...given } })
const member = async (id: string): Promise<StaffMember> => (await call(listStaff, { params })).people.find((one) => one.id === id)!
const refusal = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'let through',
    (error: { key: string }) => error.key,
  )

describe('somebody appointed to an intervention that has a lead', () => {
  const nominated = async () => {
    const person = newPerson()
    await give({ person })
    const { waiting } = await call(listStaff, { params })
    return { person, id: waiting.find((one) => one.person.id === person.id)!.id }
  }
  const answer = (id: string, accept: boolean) => call(answerNomination, { params: { ...params, id }, body: { accept } })

  test('waits, and sees nothing', async () => {
    const { person } = await nominated()
    expect((await member(person.id)).assignments).toEqual([])
    as(person.id)
    expect(await refusal(call(listParticipations, { params }))).toBe('error.notFound')
  })
  test('works when the lead has given a place', async () => {
    const { person, id } = await nominated()
    as('interventionlead.1')
    expect((await call(listNominations, { params })).map((one) => one.id)).toContain(id)
    expect((await answer(id, true)).map((one) => one.id)).not.toContain(id)
    as(person.id)
    expect(await call(listParticipations, { params })).toBeDefined()
    as('interventionlead.1')
    expect(await refusal(answer(id, true))).toBe('error.notFound')
  })
  test('gets none when the lead declines, and may be appointed again', async () => {
    const { person, id } = await nominated()
    as('interventionlead.1')
    await answer(id, false)
    as('controlleradmin.1')
    expect((await member(person.id)).assignments).toEqual([])
    const { waiting } = await give({ person: { kind: 'known', id: person.id } })
    expect(waiting.filter((one) => one.person.id === person.id)).toHaveLength(1)
  })
  test('is given a place by nobody else: not the employer, another’s lead, or themselves', async () => {
    const { person, id } = await nominated()
    expect(await refusal(answer(id, true))).toBe('error.notFound')
    as('interventionlead.2')
    expect(await refusal(answer(id, true))).toBe('error.notFound')
    const elsewhere = { controllerId: world.controllers[1], id }
    expect(await refusal(call(answerNomination, { params: elsewhere, body: { accept: true } }))).toBe('error.notFound')
    as('controlleradmin.1')
    await give({ person: { kind: 'known', id: person.id }, role: 'interventionLead' })
    as(person.id)
    expect(await refusal(answer(id, true))).toBe('error.notFound')
  })
  test('is not given one when the roles must not meet any more', async () => {
    const { person, id } = await nominated()
    await database.queries
      .insertInto('role_assignment')
      .values({
        ...{ id: randomUUID(), user_id: person.id, role: 'associationAdmin', association_id: world.associations[0], controller_id: null },
        ...{ intervention_id: null, valid_from: '2026-01-01', valid_to: null, reviewed_on: null },
      })
      .execute()
    as('interventionlead.1')
    expect(await refusal(answer(id, true))).toBe('staff.bothOffices')
    expect((await call(listNominations, { params })).map((one) => one.id)).toContain(id)
  })
})

describe('an appointment whose last day passes while it waits for the lead', () => {
  let person: Appointment['person']
  let id: string
  beforeEach(async () => {
    person = newPerson()
    await give({ person })
    id = (await call(listStaff, { params })).waiting.find((one) => one.person.id === person.id)!.id
    const passed = { valid_from: '2026-11-01', valid_to: '2026-11-21' }
    await database.queries.updateTable('role_nomination').set(passed).where('id', '=', id).execute()
  })
  const waiting = async () => (await call(listStaff, { params })).waiting.filter((one) => one.person.id === person.id)

  test('gives no place, which is said in words', async () => {
    as('interventionlead.1')
    expect(await refusal(call(answerNomination, { params: { ...params, id }, body: { accept: true } }))).toBe('nominations.lapsed')
  })
  test('waits for nobody', async () => {
    expect(await waiting()).toEqual([])
    as('interventionlead.1')
    expect((await call(listNominations, { params })).map((one) => one.id)).not.toContain(id)
  })
  test('may be made anew', async () => {
    await give({ person: { kind: 'known', id: person.id } })
    expect(await waiting()).toMatchObject([{ from: '2026-11-22', to: null }])
  })
  test('gives a place on that day', async () => {
    await database.queries.updateTable('role_nomination').set({ valid_to: '2026-11-22' }).where('id', '=', id).execute()
    as('interventionlead.1')
    await call(answerNomination, { params: { ...params, id }, body: { accept: true } })
    as('controlleradmin.1')
    expect((await member(person.id)).assignments).toMatchObject([{ from: '2026-11-22', to: '2026-11-22' }])
  })
})

test('an appointment that holds at once leaves no earlier one waiting', async () => {
  const person = newPerson()
  await give({ person })
  const lead = (valid_to: string | null) =>
    database.queries
      .updateTable('role_assignment')
      .set({ valid_to })
      .where((on) => on.and({ role: 'interventionLead', intervention_id: interventionId }))
      .execute()
  await lead('2026-11-21')
  const { waiting } = await give({ person: { kind: 'known', id: person.id } })
  expect(waiting.filter((one) => one.person.id === person.id)).toEqual([])
  await lead(null)
})

test('an appointment that waits is not taken back when the person is to lead the intervention', async () => {
  const person = newPerson()
  await give({ person })
  const { waiting } = await give({ person: { kind: 'known', id: person.id }, role: 'interventionLead' })
  expect(waiting.filter((one) => one.person.id === person.id)).toHaveLength(1)
})

describe('somebody appointed to an intervention whose lead can give no place', () => {
  const appointed = async () => {
    const person = newPerson()
    await give({ person })
    return (await member(person.id)).assignments.map(({ role }) => role)
  }
  const leads = { role: 'interventionLead', intervention_id: interventionId } as const
  test('works at once when it is led at a former owner', async () => {
    const at = (controller_id: string) =>
      database.queries
        .updateTable('role_assignment')
        .set({ controller_id })
        .where((on) => on.and(leads))
        .execute()
    await at(world.controllers[1])
    expect(await appointed()).toEqual(['caseworker'])
    await at(controllerId)
  })
  test('works at once when whoever leads it has left, and waits until then', async () => {
    const people = database.queries
      .selectFrom('role_assignment')
      .select('user_id')
      .where((on) => on.and(leads))
    const leave = (employed_until: string | null) =>
      database.queries.updateTable('app_user').set({ employed_until }).where('id', 'in', people).execute()
    await leave('2026-11-21')
    expect(await appointed()).toEqual(['caseworker'])
    await leave('2026-11-22')
    expect(await appointed()).toEqual([])
    await leave(null)
  })
})
