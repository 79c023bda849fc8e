import type { FastifyInstance } from 'fastify'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { buildWorld, testApp, transportAs, world } from '../../../test/api.ts'
import { testDatabase } from '../../../test/database.ts'
import { refusal } from '../../../test/participations.ts'
import { call, useTransport } from '../../platform/call.ts'
import type { Database } from '../../platform/database.ts'
import { addDays } from '../../values/civilDate.ts'
import * as grants from '../grants/contract.ts'
import type { GrantAct } from '../grants/path.ts'
import * as contract from './contract.ts'
import { warningsOf } from './domain.ts'

let database: Database
let app: FastifyInstance
const [associationId, foreign] = world.associations
const params = { associationId }
const id = '44444444-4444-4444-8444-444444444444'
const other = '55555555-5555-4555-8555-555555555555'
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
beforeEach(async () => {
  for (const table of [
    'commission_report',
    'commission_intervention',
    'commission',
    'drawdown_step',
    'drawdown',
    'grant_step',
    'intervention_grant',
  ] as const)
    await database.queries.deleteFrom(table).execute()
  as('associationadmin.1')
})

const fields = {
  ...{ title: 'Unga som varken arbetar eller studerar', giver: 'Regeringen', reference: 'S2026/00001', decidedOn: '2026-01-10' },
  ...{ purpose: 'Pröva uppsökande arbete tillsammans.', targetGroup: 'Unga 16–29 år', from: '2026-02-01', to: '2027-12-31' },
  ...{ moneyOre: 3_000_000_00, reporting: 'Till Regeringskansliet, delredovisning.', reportsDue: ['2026-03-01', '2027-03-01'] },
  interventions: [world.interventions[0]] as string[],
}
const record = (given: object = {}) => call(contract.recordCommission, { params, body: { ...fields, id, ...given } })
const change = (given: object = {}) =>
  call(contract.changeCommission, {
    params: { associationId, commissionId: id },
    body: { ...fields, version: 1, withdrawn: false, ...given },
  })
const deliver = (given: object = {}) =>
  call(contract.deliverCommissionReport, {
    params: { associationId, commissionId: id },
    body: { due: '2026-03-01', deliveredOn: '2026-02-27', reference: 'Dnr 12', ...given },
  })
const days = { from: '2026-02-01', to: '2026-12-31' }
const grantId = '22222222-2222-4222-8222-222222222222'
const grant = (amountOre: number, id = grantId) =>
  call(grants.recordGrant, {
    params,
    body: { id, interventionId: world.interventions[0], amountOre, ...days, dated: '2026-01-20', reference: '§ 7' },
  })
const step = (act: GrantAct, seen: number, given: object = {}) =>
  call(grants.stepGrant, {
    params: { associationId, grantId },
    body: { act, dated: '2026-02-01', reference: 'Dnr 1', amountOre: null, to: null, reportsDue: [], seen, ...given },
  })
/** Draws on the grant and pays, attested by two. */
async function pay(amountOre: number): Promise<void> {
  const drawdownId = '33333333-3333-4333-8333-333333333333'
  const drawn = { id: drawdownId, amountOre, costsFrom: days.from, costsTo: days.to, dated: '2026-07-01', reference: 'R1' }
  await call(grants.recordDrawdown, { params: { associationId, grantId }, body: drawn })
  const at = { associationId, drawdownId }
  const body = { dated: '2026-07-02', note: '' }
  await call(grants.stepDrawdown, { params: at, body: { ...body, act: 'check', seen: 1 } })
  await call(grants.attestDrawdown, { params: at, body: { ...body, seen: 2 } })
  as('boardmember.1')
  await call(grants.attestDrawdown, { params: at, body: { ...body, seen: 3 } })
  as('associationadmin.1')
  await call(grants.stepDrawdown, { params: at, body: { ...body, act: 'pay', seen: 4 } })
}

describe('a commission', () => {
  test('is shown with its giver, money, reports and interventions, and who entered it', async () => {
    const { commissions, interventions } = await record()
    expect(commissions).toHaveLength(1)
    const [{ recordedBy, recordedAt, reports, interventions: tied, ...rest }] = commissions as [(typeof commissions)[0]]
    expect(rest).toMatchObject({ id, version: 1, giver: 'Regeringen', moneyOre: 3_000_000_00, grantedOre: 0, leftOre: 3_000_000_00 })
    expect(reports.map(({ due, deliveredOn }) => [due, deliveredOn])).toEqual([['2026-03-01', null], ['2027-03-01', null]]) // prettier-ignore
    expect(tied.map((one) => one.id)).toEqual([world.interventions[0]])
    expect(interventions.find((one) => one.id === world.interventions[0])!.commissionId).toBe(id)
    expect([recordedBy.length > 0, recordedAt.length > 0]).toEqual([true, true])
  })
  test('sent twice is one, and something else under its id is refused', async () => {
    await record()
    expect((await record()).commissions).toHaveLength(1)
    expect((await refusal(record({ giver: 'Länsstyrelsen' }))).status).toBe(409)
  })
  test('is changed as a new version; whoever had an older one before them is told', async () => {
    await record()
    const { commissions } = await change({ moneyOre: 0, interventions: [] })
    expect(commissions[0]).toMatchObject({ version: 2, moneyOre: 0, interventions: [] })
    expect(commissions[0]!.warnings).toEqual(expect.arrayContaining(['noMoney', 'noIntervention']))
    expect((await refusal(change({ giver: 'Länsstyrelsen' }))).status).toBe(409)
    const versions = await database.queries.selectFrom('commission').select(['version', 'money_ore']).orderBy('version').execute()
    expect(versions).toEqual([{ version: 1, money_ore: 3_000_000_00 }, { version: 2, money_ore: 0 }]) // prettier-ignore
  })
  test('that is taken away leaves its interventions free for another, and is changed no more', async () => {
    await record()
    expect((await change({ withdrawn: true })).commissions).toEqual([])
    expect((await refusal(change({ version: 2 }))).status).toBe(404)
    const { commissions } = await record({ id: other, title: 'Ett annat uppdrag' })
    expect(commissions.map((one) => one.interventions.length)).toEqual([1])
  })
  test('holds what its interventions were granted against what follows with it', async () => {
    await record()
    await grant(3_500_000_00)
    const { commissions } = await call(contract.getCommissions, { params })
    expect(commissions[0]).toMatchObject({ grantedOre: 3_500_000_00, paidOre: 0, leftOre: -500_000_00 })
    expect(commissions[0]!.warnings).toContain('overGranted')
  })
  test('gets back what a closed grant never used, and what was reclaimed', async () => {
    const left = async () => (await call(contract.getCommissions, { params })).commissions[0]!
    await record()
    await grant(3_000_000_00)
    await step('agree', 1, { reportsDue: ['2026-12-31'] })
    await pay(1_800_000_00)
    expect(await left()).toMatchObject({ grantedOre: 3_000_000_00, paidOre: 1_800_000_00, leftOre: 0 })
    await step('reclaim', 2, { amountOre: 100_000_00 })
    expect((await left()).leftOre).toBe(100_000_00)
    await step('finalReport', 3)
    await step('close', 4)
    expect((await left()).leftOre).toBe(1_300_000_00)
    await grant(1_300_000_00, other)
    expect(await left()).toMatchObject({ grantedOre: 4_300_000_00, leftOre: 0 })
    expect((await left()).warnings).not.toContain('overGranted')
  })
})

describe('an intervention', () => {
  test('belongs to one commission at most', async () => {
    await record()
    expect((await refusal(record({ id: other }))).status).toBe(422)
    await database.queries.updateTable('commission_intervention').set({ current: false }).execute()
    expect((await record({ id: other })).commissions).toHaveLength(2)
  })
  test('belongs to one also across associations and past the program: the database holds it', async () => {
    await record()
    const stamp = { recorded_at: '2026-02-01T10:00:00Z', recorded_by: 'associationadmin.1' }
    const [row] = await database.queries.selectFrom('commission').selectAll().execute()
    await database.queries
      .insertInto('commission')
      .values({ ...row!, association_id: foreign, id: other, reports_due: '[]', ...stamp })
      .execute()
    const tied = { association_id: foreign, commission_id: other, version: 1, intervention_id: world.interventions[0], current: true }
    await expect(database.queries.insertInto('commission_intervention').values(tied).execute()).rejects.toThrow(
      /commission_intervention_one/,
    )
  })
  test('of another association is refused', async () => {
    expect((await refusal(record({ interventions: ['66666666-6666-4666-8666-666666666666'] }))).status).toBe(422)
  })
})

describe('a report', () => {
  test('is entered once for each day it is due', async () => {
    await record()
    const { commissions } = await deliver()
    expect(commissions[0]!.reports[0]).toMatchObject({ due: '2026-03-01', deliveredOn: '2026-02-27', reference: 'Dnr 12' })
    await deliver()
    expect((await refusal(deliver({ reference: 'Dnr 13' }))).status).toBe(409)
    expect((await refusal(deliver({ due: '2026-04-01' }))).status).toBe(422)
    expect((await refusal(deliver({ due: '2027-03-01', deliveredOn: '2090-01-01' }))).status).toBe(422)
  })
  test('that was entered for the wrong day is taken away with a reason, is asked about again, and is entered for the right one', async () => {
    await record()
    await deliver()
    expect((await refusal(deliver({ version: 1, withdrawn: true }))).faults).toMatchObject([{ where: 'body.reason' }])
    const gone = { version: 1, withdrawn: true, reason: 'Fel dag' }
    for (const { commissions } of [await deliver(gone), await deliver(gone)]) {
      expect(commissions[0]!.reports[0]).toMatchObject({
        due: '2026-03-01',
        deliveredOn: null,
        reference: '',
        version: 2,
        reason: 'Fel dag',
      })
      expect(commissions[0]!.warnings).toContain('reportLate')
    }
    expect((await refusal(deliver({ version: 2, withdrawn: true, reason: 'En gång till' }))).status).toBe(422)
    expect((await refusal(deliver())).status).toBe(409)
    const { commissions } = await deliver({ version: 2, reference: 'Dnr 14' })
    expect(commissions[0]!.reports[0]).toMatchObject({ deliveredOn: '2026-02-27', reference: 'Dnr 14', version: 3 })
    const rows = await database.queries.selectFrom('commission_report').select(['version', 'withdrawn']).orderBy('version').execute()
    expect(rows.map(({ withdrawn }) => withdrawn)).toEqual([false, true, false])
  })
  test('is corrected with a reason, also when its day is no longer due; whoever saw an older one is told', async () => {
    await record()
    await deliver()
    await change({ reportsDue: ['2027-03-01'] })
    const { commissions } = await deliver({ version: 1, reference: 'Dnr 13', reason: 'Fel nummer' })
    expect(commissions[0]!.reports[0]).toMatchObject({ reference: 'Dnr 13', version: 2, reason: 'Fel nummer' })
    expect((await refusal(deliver({ version: 1, reference: 'Dnr 15', reason: 'Fel igen' }))).status).toBe(409)
    expect((await refusal(deliver({ version: 0, withdrawn: true, reason: 'Fel' }))).status).toBe(400)
    const after = await deliver({ version: 2, withdrawn: true, reason: 'Inte lämnad' })
    expect(after.commissions[0]!.reports.map(({ due }) => due)).toEqual(['2027-03-01'])
    expect((await refusal(deliver({ version: 3, reference: 'Dnr 16' }))).status).toBe(422)
  })
  test('that was delivered stays when its day is taken from those due', async () => {
    await record()
    await deliver()
    const { commissions } = await change({ reportsDue: ['2027-03-01'] })
    expect(commissions[0]!.reports.map(({ due }) => due)).toEqual(['2026-03-01', '2027-03-01'])
  })
})

test('a wrong field is told of at its place, and nothing is kept', async () => {
  for (const wrong of [
    { title: '' },
    { to: '2026-01-01' },
    { moneyOre: -1 },
    { moneyOre: 0.5 },
    { reporting: '' },
    { reportsDue: ['2026-02-30'] },
    { reportsDue: ['2026-03-01', '2026-03-01'] },
    { decidedOn: '2090-01-01' },
  ])
    expect((await refusal(record(wrong))).status, JSON.stringify(wrong)).toBe('decidedOn' in wrong ? 422 : 400)
  expect((await call(contract.getCommissions, { params })).commissions).toEqual([])
})

test('the board and the auditor read; only the office writes', async () => {
  await record()
  for (const user of ['boardmember.1', 'auditor.1']) {
    as(user)
    expect((await call(contract.getCommissions, { params })).commissions).toHaveLength(1)
    expect((await refusal(deliver())).status).toBe(404)
  }
})

describe('what the office should see to', () => {
  const at = '2026-06-01'
  const nothing = { moneyOre: 1, leftOre: 1, interventions: [{ id, name: 'X', grantedOre: 0, paidOre: 0 }], reports: [], to: null }
  const due = (day: string, deliveredOn: string | null = null) => [
    { due: day, deliveredOn, reference: '', recordedBy: '', version: 0, reason: '' },
  ]
  test('is nothing for a commission with money, an intervention and all reported', () => {
    expect(warningsOf({ ...nothing, reports: due('2026-05-01', '2026-04-30') }, at)).toEqual([])
  })
  test('a report is late or due soon, never both, and neither when it was delivered', () =>
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 400 }), fc.boolean(), (days, isDelivered) => {
        const day = addDays(at, days)
        const found = warningsOf({ ...nothing, reports: due(day, isDelivered ? day : null) }, at)
        const expected = isDelivered || days > 30 ? [] : [days < 0 ? 'reportLate' : 'reportSoon']
        expect(found).toEqual(expected)
      }),
    ))
  test('past the end with reports left is told of, and no more that nobody carries it out', () => {
    const past = { ...nothing, interventions: [], to: '2026-05-31', reports: due('2026-05-01') }
    expect(warningsOf(past, at)).toEqual(['reportLate', 'ended'])
  })
})
