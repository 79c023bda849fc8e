import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  confirmRole,
  endRole,
  grantRole,
  listOfficeRoles,
  makeOfficeLink,
  type Grant,
  type OfficePerson,
} from '../src/access/offices/contract.ts'
import { countDue, dueFirst, officeRoles } from '../src/access/offices/domain.ts'
import { getRetention } from '../src/participations/retention/contract.ts'
import { call, useTransport } from '../src/platform/call.ts'
import type { Database } from '../src/platform/database.ts'
import { buildWorld, testApp, transportAs, world } from './api.ts'
import { testDatabase } from './database.ts'
import { refusal } from './participations.ts'

/** What a system administrator gives and takes, and what that opens. */
let database: Database
let app: FastifyInstance
const [associationId] = world.associations
const [controllerId, otherController] = world.controllers
const as = (user: string): void => useTransport(transportAs(app, user))

beforeAll(async () => {
  database = await testDatabase()
  await buildWorld(database)
  app = await testApp(database, undefined, { accountKey: Buffer.alloc(32, 1) })
})
afterAll(async () => {
  await app.close()
  await database.close()
})
beforeEach(() => as('systemadministrator.1'))

let made = 0
const person = (employer: (Grant['person'] & { kind: 'new' })['employer'] = { kind: 'none' }): Grant['person'] & { kind: 'new' } => ({
  ...{ kind: 'new', id: `ny.${++made}`, name: 'Ny Provgren', claimValue: null, employer },
})
const plain = { role: 'nationalAnalyst', placeId: null, from: '2026-11-22', to: null } as const
const grant = (given: Partial<Grant>) => call(grantRole, { body: { ...plain, person: person(), ...given } })
const one = (people: OfficePerson[], id: string): OfficePerson => people.find((each) => each.id === id)!
const employed = { kind: 'organisation', id: controllerId } as const

describe('a system administrator', () => {
  test('sees who holds which office, and nobody who works with records', async () => {
    const people = await call(listOfficeRoles)
    expect(people.map(({ id }) => id)).toEqual(expect.arrayContaining(['associationadmin.1', 'controlleradmin.2', 'systemadministrator.1']))
    expect(people.map(({ id }) => id).filter((id) => /^(caseworker|interventionlead)/.test(id))).toEqual([])
    expect(one(people, 'boardmember.1').roles).toMatchObject([{ role: 'boardMember', placeName: 'Provförbundet 1', standing: 'current' }])
  })
  test.each(Object.entries(officeRoles))('gives %s, at a place of kind %s', async (role, kind) => {
    const placeId = { association: associationId, organisation: controllerId, none: null }[kind]
    const somebody = person(kind === 'organisation' ? employed : { kind: 'none' })
    const people = await grant({ person: somebody, role: role as Grant['role'], placeId })
    expect(one(people, somebody.id).roles).toMatchObject([{ role, from: '2026-11-22', to: null }])
    for (const wrong of [kind === 'none' ? associationId : null, '5c8f0f4e-3a3c-4b0e-9d3a-0d6f6b7b8c9d'])
      expect([404, 422]).toContain((await refusal(grant({ person: person(employed), role: role as Grant['role'], placeId: wrong }))).status)
  })
  test('makes a data steward, who from then on is let in, and from the day after the role’s end is not', async () => {
    const steward = person(employed)
    const people = await grant({ person: steward, role: 'controllerAdmin', placeId: controllerId })
    as(steward.id)
    await call(getRetention, { params: { controllerId } })
    expect(await refusal(call(getRetention, { params: { controllerId: otherController } }))).toMatchObject({ status: 404 })
    as('systemadministrator.1')
    await call(endRole, { params: { id: one(people, steward.id).roles[0]!.id }, body: { lastDay: '2026-11-21' } })
    as(steward.id)
    expect((await refusal(call(getRetention, { params: { controllerId } }))).status).toBe(404)
  })
  test('makes the link to an account for whoever holds such a role, and for nobody else', async () => {
    expect((await call(makeOfficeLink, { params: { userId: 'boardmember.1' } })).token?.length).toBeGreaterThan(20)
    expect(await refusal(call(makeOfficeLink, { params: { userId: 'caseworker.1' } }))).toMatchObject({ status: 404 })
    expect(await refusal(call(makeOfficeLink, { params: { userId: 'nobody' } }))).toMatchObject({ status: 404 })
  })
})

describe('the yearly review', () => {
  const roleOf = async (user: string) => one(await call(listOfficeRoles), user).roles[0]!
  const since = (user: string, from: string, to: string | null = null) =>
    database.queries
      .updateTable('role_assignment')
      .set({ valid_from: from, valid_to: to, reviewed_on: null })
      .where('user_id', '=', user)
      .execute()
  const confirm = async (user: string) => call(confirmRole, { params: { id: (await roleOf(user)).id } })

  test.each([
    ['2025-11-22', true],
    ['2025-11-23', false],
  ])('a role from %s is due on 2026-11-22: %s', async (from, due) => {
    await since('boardmember.2', from)
    expect(await roleOf('boardmember.2')).toMatchObject({ due, reviewedOn: null })
  })
  test('confirms with one call, which stands in the log, and asks again after a year', async () => {
    await since('auditor.2', '2024-01-01')
    const { id } = await roleOf('auditor.2')
    await confirm('auditor.2')
    expect(await roleOf('auditor.2')).toMatchObject({ due: false, reviewedOn: '2026-11-22' })
    const logged = database.queries.selectFrom('audit_event').select(['kind', 'user_id', 'subject']).where('endpoint', '=', 'confirmRole')
    expect(await logged.execute()).toEqual([{ kind: 'change', user_id: 'systemadministrator.1', subject: id }])
    await database.queries.updateTable('role_assignment').set({ reviewed_on: '2025-11-22' }).where('id', '=', id).execute()
    expect(await roleOf('auditor.2')).toMatchObject({ due: true })
  })
  test('does not ask for what has ended or not begun, nor confirms it', async () => {
    for (const [from, to] of [
      ['2020-01-01', '2026-11-21'],
      ['2026-11-23', null],
    ] as const) {
      await since('auditor.2', from, to)
      expect(await roleOf('auditor.2')).toMatchObject({ due: false })
      expect(await refusal(confirm('auditor.2'))).toMatchObject({ status: 422, key: 'staff.notCurrent' })
    }
    await since('auditor.2', '2020-01-01')
  })
  test('of one’s own role is for somebody else, and does not count among one’s own to confirm', async () => {
    await since('systemadministrator.1', '2020-01-01')
    expect(await refusal(confirm('systemadministrator.1'))).toMatchObject({ status: 422, key: 'offices.notOwnReview' })
    await since('nationalanalyst.1', '2026-01-01')
    const people = await call(listOfficeRoles)
    expect(countDue(people, 'systemadministrator.1')).toBe(countDue(people, undefined) - 1)
    const due = one(people, 'auditor.2')
    expect(dueFirst([one(people, 'systemadministrator.1'), one(people, 'nationalanalyst.1'), due], 'systemadministrator.1')[0]).toBe(due)
  })
  test('reaches no caseworker’s role: that is the steward’s to confirm', async () => {
    const assignment = database.queries.selectFrom('role_assignment').select('id').where('user_id', '=', 'caseworker.1')
    const { id } = await assignment.executeTakeFirstOrThrow()
    expect(await refusal(call(confirmRole, { params: { id } }))).toMatchObject({ status: 404 })
  })
  test('is nobody else’s', async () => {
    const { id } = await roleOf('auditor.2')
    for (const user of ['associationadmin.1', 'controlleradmin.1', 'auditor.2', 'nationalanalyst.1']) {
      as(user)
      expect(await refusal(call(confirmRole, { params: { id } }))).toMatchObject({ status: 403 })
    }
  })
})

describe('is refused', () => {
  const key = async (given: Partial<Grant>): Promise<string> => (await refusal(grant(given))).key
  test('a data steward who is not employed by the member', async () =>
    expect(await key({ person: person(), role: 'controllerAdmin', placeId: controllerId })).toBe('staff.notEmployed'))
  test('a data steward who is employed by an association', async () =>
    expect(await key({ person: person({ kind: 'association', id: associationId }), role: 'controllerAdmin', placeId: controllerId })).toBe(
      'staff.employedByAssociation',
    ))
  test('the office of an association to whoever comes near records, and the other way round', async () => {
    const known = { kind: 'known', id: 'caseworker.2' } as const
    expect(await key({ person: known, role: 'associationAdmin', placeId: associationId })).toBe('staff.bothOffices')
    expect(await key({ person: known, role: 'systemAdministrator' })).toBe('staff.systemAndRecords')
  })
  test('anything to oneself', async () => {
    const oneself = { kind: 'known', id: 'systemadministrator.1' } as const
    expect(await key({ person: oneself, role: 'controllerAdmin', placeId: controllerId })).toBe('offices.notOneself')
    expect(await key({ person: oneself })).toBe('offices.notOneself')
  })
  test('the audit of what one leads or decides', async () => {
    const placeId = associationId
    expect(await key({ person: { kind: 'known', id: 'boardmember.1' }, role: 'auditor', placeId })).toBe('staff.auditsOneself')
    expect(await key({ person: { kind: 'known', id: 'auditor.1' }, role: 'boardMember', placeId })).toBe('staff.auditsOneself')
    expect(await key({ person: { kind: 'known', id: 'interventionlead.2' }, role: 'associationAdmin', placeId })).toBe('staff.bothOffices')
  })
  test('a personnummer as a user name, a name or what the sign-in service says', async () => {
    for (const given of [{ id: '19850312-2395' }, { name: 'Ny 850312-2395' }, { claimValue: '198503122395' }])
      expect(await refusal(grant({ person: { ...person(), ...given } }))).toMatchObject({ status: 400 })
  })
  test('a day that has been, a role that is held already, a name that is taken', async () => {
    expect(await key({ from: '2026-11-21' })).toBe('staff.badDates')
    expect(await key({ person: { kind: 'known', id: 'nationalanalyst.1' } })).toBe('staff.alreadyHolds')
    expect(await key({ person: { ...person(), id: 'auditor.1' } })).toBe('staff.taken')
  })
  test('ending one’s own role, a caseworker’s role, and one that has ended', async () => {
    const people = await call(listOfficeRoles)
    const end = async (id: string) => (await refusal(call(endRole, { params: { id }, body: { lastDay: '2026-11-21' } }))).key
    expect(await end(one(people, 'systemadministrator.1').roles[0]!.id)).toBe('offices.notOwnEnd')
    const row = await database.queries
      .selectFrom('role_assignment')
      .select('id')
      .where('user_id', '=', 'caseworker.1')
      .executeTakeFirstOrThrow()
    expect(await end(row.id)).toBe('error.notFound')
    const somebody = person()
    const { id } = one(await grant({ person: somebody }), somebody.id).roles[0]!
    await call(endRole, { params: { id }, body: { lastDay: '2026-11-21' } })
    expect(await end(id)).toBe('staff.notCurrent')
  })
  test('everybody else, for everything', async () => {
    for (const user of ['associationadmin.1', 'controlleradmin.1', 'nationalanalyst.1']) {
      as(user)
      expect(await refusal(call(listOfficeRoles))).toMatchObject({ status: 403 })
      expect(await refusal(grant({}))).toMatchObject({ status: 403 })
    }
  })
})
