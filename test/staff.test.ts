import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { buildWorld, testApp, transportAs, world } from './api.ts'
import { testDatabase } from './database.ts'
import { call, useTransport } from '../src/platform/call.ts'
import type { Database } from '../src/platform/database.ts'
import { listParticipations } from '../src/participations/register/contract.ts'
import { appoint, changeAssignment, endEmployment, listStaff, type Appointment, type StaffMember } from '../src/access/staff/contract.ts'
import { incompatibility, isReviewDue, standing } from '../src/access/staff/domain.ts'

let database: Database
let app: FastifyInstance
const [controllerId] = world.controllers
const [interventionId] = world.interventions
const params = { controllerId }
const as = (user: string): void => useTransport(transportAs(app, user))

beforeAll(async () => {
  database = await testDatabase()
  await buildWorld(database)
  const employ = (user: string, controller: string) =>
    database.queries.updateTable('app_user').set({ employer_id: controller }).where('id', '=', user).execute()
  await employ('caseworker.1', controllerId)
  await employ('controlleradmin.1', controllerId)
  await employ('memberviewer.1', controllerId)
  await employ('caseworker.2', world.controllers[1])
  app = await testApp(database)
})
afterAll(async () => {
  await app.close()
  await database.close()
})
beforeEach(() => as('controlleradmin.1'))

const wanted: Appointment = {
  person: { kind: 'new', id: 'ny.provgren', name: 'Ny Provgren', claimValue: 'SE-ny' },
  // Nobody leads this one, so that an appointment holds at once.
  ...{ role: 'caseworker', interventionIds: [world.volumeIntervention], from: '2026-11-22', to: null },
}
let made = 0
const newPerson = (): Appointment['person'] => ({ kind: 'new', id: `ny.provgren.${++made}`, name: 'Ny Provgren', claimValue: null })
const give = (given: Partial<Appointment> = {}) => call(appoint, { params, body: { ...wanted, person: newPerson(), ...given } })
const member = async (id: string): Promise<StaffMember> => (await call(listStaff, { params })).people.find((one) => one.id === id)!
const refusal = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'let through',
    (error: { key: string }) => error.key,
  )

describe('an administrator', () => {
  test('sees the own staff with roles and what is due, and nobody else’s', async () => {
    const { people, interventions } = await call(listStaff, { params })
    const seen = people.map(({ id }) => id)
    expect(seen).toEqual(expect.arrayContaining(['caseworker.1', 'controlleradmin.1', 'interventionlead.1']))
    expect(seen.filter((id) => id.endsWith('.2') || id.startsWith('association'))).toEqual([])
    expect(interventions.map(({ id }) => id)).toContain(interventionId)
    expect((await member('caseworker.1')).assignments).toMatchObject([{ role: 'caseworker', standing: 'current', due: true }])
  })
  test('appoints a new person, who can then work', async () => {
    const { people } = await call(appoint, { params, body: wanted })
    expect(people.find(({ id }) => id === 'ny.provgren')).toMatchObject({
      ...{ name: 'Ny Provgren', claimValue: 'SE-ny' },
      assignments: [{ role: 'caseworker', from: '2026-11-22', to: null, standing: 'current', due: false }],
    })
    as('ny.provgren')
    expect(await call(listParticipations, { params })).toBeDefined()
  })
  test('appoints somebody already employed', async () => {
    await give({ person: { kind: 'known', id: 'caseworker.1' }, role: 'interventionLead', interventionIds: [interventionId] })
    expect((await member('caseworker.1')).assignments.map(({ role }) => role).sort()).toEqual(['caseworker', 'interventionLead'])
  })
  test('ends a role at once, and the door is shut', async () => {
    const person = newPerson()
    await give({ person })
    const { id } = (await member(person.id)).assignments[0]!
    await call(changeAssignment, { params: { ...params, id }, body: { change: 'end', lastDay: '2026-11-21' } })
    expect((await member(person.id)).assignments).toMatchObject([{ standing: 'ended' }])
    as(person.id)
    expect(await refusal(call(listParticipations, { params }))).toBe('error.notFound')
  })
  test('ends a role that has not begun, which then never begins', async () => {
    const person = newPerson()
    await give({ person, from: '2027-03-01' })
    const { id } = (await member(person.id)).assignments[0]!
    await call(changeAssignment, { params: { ...params, id }, body: { change: 'end', lastDay: '2026-11-21' } })
    expect((await member(person.id)).assignments).toMatchObject([{ to: '2027-02-28', standing: 'ended' }])
  })
  test('confirms a role for another year', async () => {
    const { id } = (await member('interventionlead.1')).assignments[0]!
    await call(changeAssignment, { params: { ...params, id }, body: { change: 'confirm' } })
    expect((await member('interventionlead.1')).assignments).toMatchObject([{ reviewedOn: '2026-11-22', due: false }])
  })
  test('ends an employment, and every session with it', async () => {
    const person = newPerson()
    await give({ person })
    as(person.id)
    await call(listParticipations, { params })
    as('controlleradmin.1')
    await call(endEmployment, { params: { ...params, userId: person.id }, body: { employedUntil: '2026-11-21' } })
    const left = await database.queries.selectFrom('session').selectAll().where('user_id', '=', person.id).execute()
    expect(left).toEqual([])
    as(person.id)
    expect(await refusal(call(listParticipations, { params }))).toBe('error.signIn')
  })
})

describe('is refused', () => {
  const cases: [string, string, () => Promise<unknown>][] = [
    ['somebody employed elsewhere', 'staff.notEmployed', () => give({ person: { kind: 'known', id: 'caseworker.2' } })],
    ['somebody who does not exist, in the same words', 'staff.notEmployed', () => give({ person: { kind: 'known', id: 'nobody' } })],
    ['an id in use elsewhere', 'staff.taken', () => give({ person: { kind: 'new', id: 'caseworker.2', name: 'Xx', claimValue: null } })],
    ['an intervention of another owner', 'error.notFound', () => give({ interventionIds: [world.interventions[1]] })],
    ['a role that began yesterday', 'staff.badDates', () => give({ from: '2026-11-21' })],
    ['a role that ends before it begins', 'staff.badDates', () => give({ from: '2026-12-02', to: '2026-12-01' })],
    [
      'the same role twice',
      'staff.alreadyHolds',
      () => give({ person: { kind: 'known', id: 'caseworker.1' }, interventionIds: [interventionId] }),
    ],
    ['to end one’s own employment', 'staff.notOneself', () => leave('controlleradmin.1')],
    ['to end somebody else’s employment', 'error.notFound', () => leave('caseworker.2')],
    ['to end another controller’s role', 'error.notFound', async () => endRole((await roleOf('caseworker.2'))!)],
    ['to end an administrator’s role', 'error.notFound', async () => endRole((await roleOf('controlleradmin.1'))!)],
  ]
  const leave = (userId: string) => call(endEmployment, { params: { ...params, userId }, body: { employedUntil: '2026-11-21' } })
  const endRole = (id: string) => call(changeAssignment, { params: { ...params, id }, body: { change: 'end', lastDay: '2026-11-22' } })
  const roleOf = async (user: string) =>
    (await database.queries.selectFrom('role_assignment').select('id').where('user_id', '=', user).executeTakeFirst())?.id

  test.each(cases)('%s', async (_, key, attempt) => expect(await refusal(attempt())).toBe(key))
  test('and leaves no half-made person behind', async () => {
    const person = newPerson()
    await refusal(give({ person, interventionIds: [world.interventions[1]] }))
    expect(await member(person.id)).toBe(undefined)
  })
  test('one who administers an association, with the reason', async () => {
    await database.queries.updateTable('app_user').set({ employer_id: controllerId }).where('id', '=', 'associationadmin.1').execute()
    expect(await refusal(give({ person: { kind: 'known', id: 'associationadmin.1' } }))).toBe('staff.bothOffices')
    expect(await refusal(give({ person: { kind: 'known', id: 'associationadmin.1' }, role: 'interventionLead' }))).toBe('staff.bothOffices')
  })
  test('one employed by an association, as anybody employed elsewhere', async () => {
    const employer = { employer_id: null, employer_association_id: world.associations[0] }
    await database.queries.updateTable('app_user').set(employer).where('id', '=', 'boardmember.1').execute()
    expect(await refusal(give({ person: { kind: 'known', id: 'boardmember.1' } }))).toBe('staff.notEmployed')
  })
})

describe('roles that cannot be held together', () => {
  const office = { role: 'associationAdmin', from: '2026-01-01', to: '2026-06-30' } as const
  const near = (from: string, role: 'caseworker' | 'controllerAdmin' = 'caseworker') => ({ role, from, to: null })
  test('are those near persons and the office of an association', () => {
    expect(incompatibility(false, [office], near('2026-06-30'))).toBe('staff.bothOffices')
    expect(incompatibility(false, [office], near('2026-06-30', 'controllerAdmin'))).toBe('staff.bothOffices')
    expect(incompatibility(false, [near('2026-06-30')], office)).toBe('staff.bothOffices')
  })
  test('may follow each other', () => expect(incompatibility(false, [office], near('2026-07-01'))).toBe(undefined))
})

test.each([
  ['2025-11-22', null, true],
  ['2025-11-23', null, false],
  ['2020-01-01', '2026-01-01', false],
  ['2020-01-01', '2025-11-22', true],
])('a role from %s, confirmed %s, is due on 2026-11-22: %s', (from, reviewed, due) =>
  expect(isReviewDue(from, reviewed, '2026-11-22')).toBe(due),
)
test.each([
  ['2026-11-22', null, 'current'],
  ['2026-01-01', '2026-11-22', 'current'],
  ['2026-01-01', '2026-11-21', 'ended'],
  ['2026-11-23', null, 'coming'],
  ['2027-01-01', '2026-12-31', 'ended'],
] as const)('a role from %s to %s is %s on 2026-11-22', (from, to, is) => expect(standing({ from, to }, '2026-11-22')).toBe(is))
