import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { transportAs, world } from '../../../test/api.ts'
import { filledApp } from '../../../test/filledApp.ts'
import { refusal } from '../../../test/participations.ts'
import { stableId } from '../../associations/register.ts'
import { call, useTransport } from '../../platform/call.ts'
import { addMonths, stockholmDate } from '../../values/civilDate.ts'
import type { Database } from '../../platform/database.ts'
import { makeOutcomeReport } from '../report/contract.ts'
import { getRegisteredOutcome, registerOutcome } from './contract.ts'
import type { RegistrationFields, Registrations } from './domain.ts'

let database: Database
let app: FastifyInstance
const [interventionId] = world.interventions
const params = { interventionId }
const plain: RegistrationFields = { outcome: 'afterStart', months: 12, reason: '', seen: 0 }
const register = (given: Partial<RegistrationFields> = {}): Promise<Registrations> =>
  call(registerOutcome, { params, body: { ...plain, ...given } })
const as = (user: string): void => useTransport(transportAs(app, user))
beforeAll(async () => {
  ;({ database, app } = await filledApp(300, 5))
})
afterAll(async () => {
  await app.close()
  await database.close()
})
beforeEach(async () => {
  await database.queries.deleteFrom('registered_outcome').execute()
  as('associationadmin.1')
})

describe('what an intervention is to be judged by', () => {
  test('is fixed by the office or who leads it, with who and when, and read by all with a role', async () => {
    as('interventionlead.1')
    const { list } = await register()
    expect(list).toMatchObject([{ version: 1, outcome: 'afterStart', months: 12, registeredBy: 'interventionlead.1' }])
    as('nationalanalyst.1')
    expect(await call(getRegisteredOutcome, { params })).toEqual({ mayRegister: false, list })
  })
  test('says that data could be seen when somebody has been in so long, and not when nobody has begun', async () => {
    expect((await register()).list[0]!.beforeData).toBe(false)
    const fresh = { params: { interventionId: stableId('fresh') } }
    await database.queries
      .insertInto('intervention')
      .columns([
        'id',
        'name',
        'start_date',
        'orientation',
        'precise_orientations',
        'target_groups',
        'counting_mode',
        'methods',
        'owner_id',
        'parties',
        'stage',
      ])
      .expression((on) =>
        on
          .selectFrom('intervention')
          .select((one) => [
            one.val(stableId('fresh')).as('id'),
            'name',
            'start_date',
            'orientation',
            'precise_orientations',
            'target_groups',
            'counting_mode',
            'methods',
            'owner_id',
            'parties',
            'stage',
          ])
          .where('id', '=', interventionId),
      )
      .execute()
    await database.queries
      .insertInto('intervention_association')
      .values({ intervention_id: stableId('fresh'), association_id: world.associations[0] })
      .execute()
    expect((await call(registerOutcome, { ...fresh, body: plain })).list[0]!.beforeData).toBe(true)
  })
  test('is changed with a reason, beside what was; the same again is nothing new', async () => {
    await register()
    expect((await register({ seen: 1, reason: 'Samma' })).list).toHaveLength(1)
    expect(await refusal(register({ months: 24, seen: 1 }))).toMatchObject({ status: 400 })
    const { list } = await register({ months: 24, seen: 1, reason: 'Styrelsen ville se längre' })
    expect(list.map(({ months, reason }) => [months, reason])).toEqual([
      [24, 'Styrelsen ville se längre'],
      [12, ''],
    ])
    expect(await refusal(register({ months: 6, seen: 1, reason: 'För sent' }))).toMatchObject({ status: 409 })
  })
  test('is fixed by nobody else, and of no intervention that is not', async () => {
    for (const user of ['associationadmin.2', 'interventionlead.2', 'boardmember.1']) {
      as(user)
      expect(await refusal(register())).toMatchObject({ status: 403 })
    }
    as('associationadmin.1')
    const none = call(registerOutcome, { params: { interventionId: stableId('none') }, body: plain })
    expect(await refusal(none)).toMatchObject({ status: 404 })
  })
  test('that is changed makes another frozen report of the same data, and so does the comparison it refers to', async () => {
    const freeze = async (comparisonSha256?: string) =>
      (await call(makeOutcomeReport, { params, body: { from: '2021-01', to: '2022-12', comparisonSha256 } })).reports
    expect(await freeze()).toHaveLength(1)
    await register()
    expect(await freeze()).toHaveLength(2)
    expect(await freeze()).toHaveLength(2)
    const reports = await freeze('cd'.repeat(32))
    expect(reports.flatMap(({ comparisonSha256: one }) => one ?? [])).toEqual(['cd'.repeat(32)])
    expect(reports).toHaveLength(3)
    expect(await refusal(freeze('no hash'))).toMatchObject({ status: 400 })
  })
  test('and changed to a later point is before data only if nothing could be seen at the earliest that has been fixed', async () => {
    const fixed = { intervention_id: interventionId, registered_at: '2023-01-09T09:00:00Z', registered_by: 'associationadmin.1' }
    const earlier = [
      { ...fixed, version: 1, outcome: 'afterStart', months: 12, before_data: true, reason: '' },
      { ...fixed, version: 2, outcome: 'afterExit', months: 24, before_data: true, reason: 'Håller det?' },
    ]
    await database.queries.insertInto('registered_outcome').values(earlier).execute()
    expect([await changed(8, 2), await changed(14, 2)]).toEqual([true, false])
  })
  test('and registered first is before data only if nothing could be seen at the one that is the same for all', async () =>
    expect([await changed(8, 0), await changed(14, 0)]).toEqual([true, false]))
  test('and changed from a late one is before data only if nothing could be seen at the one that is the same for all, which is always answered', async () => {
    const late = { intervention_id: interventionId, registered_at: '2023-01-09T09:00:00Z', registered_by: 'associationadmin.1' }
    await database.queries
      .insertInto('registered_outcome')
      .values({ ...late, version: 1, outcome: 'afterExit', months: 24, before_data: true, reason: '' })
      .execute()
    expect([await changed(8, 1), await changed(14, 1)]).toEqual([true, false])
  })
})

/** Registers 24 months after the start when all began so many months ago, and takes it back: whether it was before data. */
async function changed(monthsAgo: number, seen: number): Promise<boolean> {
  const entry_date = addMonths(stockholmDate(new Date()), -monthsAgo)
  const exit_date = sql<string | null>`case when exit_date is not null then ${entry_date}::date end`
  await database.queries.updateTable('participation_version').set({ entry_date, exit_date }).execute()
  const { list } = await register({ months: 24, seen, reason: 'Styrelsen ville se längre' })
  await database.queries
    .deleteFrom('registered_outcome')
    .where('version', '=', seen + 1)
    .execute()
  return list[0]!.beforeData
}
