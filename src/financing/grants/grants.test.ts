import type { FastifyInstance } from 'fastify'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { buildWorld, testApp, transportAs, world } from '../../../test/api.ts'
import { testDatabase } from '../../../test/database.ts'
import { refusal } from '../../../test/participations.ts'
import { call, CallError, useTransport } from '../../platform/call.ts'
import type { Database } from '../../platform/database.ts'
import * as contract from './contract.ts'
import { drawdownActs, type DrawdownAct, type GrantAct } from './path.ts'

let database: Database
let app: FastifyInstance
const [associationId, foreign] = world.associations
const params = { associationId }
const grantId = '22222222-2222-4222-8222-222222222222'
const ofGrant = { associationId, grantId }
const office = 'associationadmin.1'
const board = 'boardmember.1'
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
  for (const table of ['drawdown_step', 'drawdown', 'grant_step', 'intervention_grant'] as const)
    await database.queries.deleteFrom(table).execute()
  as(office)
})

const granted = {
  ...{ id: grantId, interventionId: world.interventions[0], amountOre: 1_000_00, from: '2026-01-01', to: '2026-12-31' },
  ...{ dated: '2026-01-10', reference: '§ 7' },
}
const grant = (given: object = {}) => call(contract.recordGrant, { params, body: { ...granted, ...given } })
const step = (act: GrantAct, seen: number, given: object = {}) =>
  call(contract.stepGrant, {
    params: ofGrant,
    body: { act, dated: '2026-02-01', reference: 'Dnr 1', amountOre: null, to: null, reportsDue: [], seen, ...given },
  })
const agree = (reportsDue = ['2026-12-15']) => step('agree', 1, { reportsDue })
let made = 0
const draw = async (amountOre: number, given: object = {}): Promise<string> => {
  const id = `33333333-3333-4333-8333-${String(made++).padStart(12, '0')}`
  const body = { id, amountOre, costsFrom: '2026-01-01', costsTo: '2026-06-30', dated: '2026-07-01', reference: 'R1', ...given }
  await call(contract.recordDrawdown, { params: ofGrant, body })
  return id
}
const move = (drawdownId: string, act: DrawdownAct, seen: number, note = 'Prövad') => {
  const at = { associationId, drawdownId }
  const body = { dated: '2026-07-02', note, seen }
  if (act === 'attest') return call(contract.attestDrawdown, { params: at, body })
  return call(contract.stepDrawdown, { params: at, body: { ...body, act } })
}
const book = () => call(contract.getGrants, { params })
const one = async () => (await book()).grants[0]!
async function pay(id: string): Promise<void> {
  await move(id, 'check', 1)
  await move(id, 'attest', 2)
  as(board)
  await move(id, 'attest', 3)
  as(office)
  await move(id, 'pay', 4)
}

describe('a grant', () => {
  test('is agreed, drawn, paid by two attests, reported and closed; what was not used has gone back', async () => {
    await grant()
    await agree()
    await pay(await draw(600_00))
    expect(await one()).toMatchObject({ state: 'agreed', paidOre: 600_00, openOre: 0, leftOre: 400_00, nextDue: '2026-12-15' })
    expect((await book()).totals).toMatchObject({ committedOre: 400_00, returnedOre: 0 })
    await step('finalReport', 2)
    const { grants, totals } = await step('close', 3)
    expect([grants[0]!.state, totals.committedOre, totals.returnedOre]).toEqual(['closed', 0, 400_00])
    expect((await step('reclaim', 4, { amountOre: 50_00 })).totals).toMatchObject({ reclaimedOre: 50_00, returnedOre: 450_00 })
  })
  test('has every step with who took it, and the same sent again is one', async () => {
    await grant()
    await grant()
    await agree()
    await agree()
    expect((await one()).steps.map(({ act, recordedBy }) => [act, recordedBy !== ''])).toEqual([
      ['grant', true],
      ['agree', true],
    ])
    expect(await refusal(grant({ amountOre: 5 }))).toMatchObject({ status: 409 })
    expect(await refusal(grant({ from: '2026-02-01' }))).toMatchObject({ status: 409 })
    // Of two forms that saw the same, the second says something else: it is told, not taken for the first.
    await step('rebudget', 2, { amountOre: 900_00 })
    await step('rebudget', 2, { amountOre: 900_00 })
    expect(await refusal(step('rebudget', 2, { amountOre: 800_00 }))).toMatchObject({ status: 409 })
    expect((await one()).grantedOre).toBe(900_00)
    expect(await refusal(step('extend', 1, { to: '2027-06-30' }))).toMatchObject({ status: 409 })
  })
  test('is rebudgeted and extended by decisions, and what holds is the last', async () => {
    await grant()
    await agree()
    await draw(600_00)
    expect(await refusal(step('rebudget', 2, { amountOre: 599_99 }))).toMatchObject({ status: 422 })
    await step('rebudget', 2, { amountOre: 600_00 })
    expect(await refusal(step('extend', 3, { to: '2026-12-31' }))).toMatchObject({ status: 422 })
    expect(await refusal(step('extend', 3, { to: '2027-06-30', due: '2026-12-15' }))).toMatchObject({ status: 400 })
    await step('extend', 3, { to: '2027-06-30' })
    expect(await one()).toMatchObject({ grantedOre: 600_00, leftOre: 0, from: '2026-01-01', to: '2027-06-30' })
  })
  test('that is extended has further days to report by, and nothing is paid when one has passed', async () => {
    await grant()
    await agree()
    expect(await refusal(step('rebudget', 2, { amountOre: 900_00, reportsDue: ['2027-03-31'] }))).toMatchObject({ status: 400 })
    const before = await one()
    await step('extend', 2, { to: '2027-06-30', reportsDue: ['2027-03-31'] })
    expect((await one()).awaited).toEqual([...before.awaited, '2027-03-31'])
  })
  test.each([
    ['closed before it is reported', 'close', {}, 'body.act'],
    ['agreed twice', 'agree', { reportsDue: ['2026-12-01'] }, 'body.act'],
    ['reclaimed above what is paid', 'reclaim', { amountOre: 1 }, 'body.amountOre'],
    ['reported ahead', 'report', { dated: '2027-01-01' }, 'body.dated'],
  ] as const)('is not %s', async (_, act, given, where) => {
    await grant()
    await agree()
    const refused = await refusal(step(act, 2, given))
    expect([refused.status, refused.faults.map((fault) => fault.where)]).toEqual([422, [where]])
  })
  test('is not closed while a drawdown is on its way', async () => {
    await grant()
    await agree()
    await draw(1_00)
    await step('finalReport', 2)
    expect(await refusal(step('close', 3))).toMatchObject({ status: 422 })
  })
  test('that was entered wrongly or never agreed is taken back with a reason, and is no longer committed; nothing else can be done with it', async () => {
    await grant()
    expect(await refusal(step('withdraw', 1))).toMatchObject({ status: 400, faults: [{ where: 'body.note' }] })
    const { grants, totals } = await step('withdraw', 1, { note: 'Fel insats' })
    expect(grants[0]).toMatchObject({ state: 'withdrawn', leftOre: 0, awaited: [] })
    expect(grants[0]!.steps.at(-1)).toMatchObject({ act: 'withdraw', note: 'Fel insats', reference: 'Dnr 1' })
    expect(totals).toEqual({ grantedOre: 0, openOre: 0, paidOre: 0, reclaimedOre: 0, committedOre: 0, returnedOre: 0 })
    for (const act of ['agree', 'close'] as const)
      expect((await refusal(step(act, 2, act === 'agree' ? { reportsDue: ['2026-12-15'] } : {}))).status).toBe(422)
    expect(await refusal(draw(1_00))).toMatchObject({ status: 422 })
  })
  test('is not taken back once it is agreed', async () => {
    await grant()
    await agree()
    expect(await refusal(step('withdraw', 2, { note: 'Fel insats' }))).toMatchObject({ status: 422 })
  })
  test('goes to an intervention of one’s own', async () => {
    const refused = await refusal(grant({ interventionId: world.interventions[1] }))
    expect([refused.status, refused.faults.map((fault) => fault.where)]).toEqual([422, ['body.interventionId']])
  })
})

describe('a drawdown', () => {
  test.each([
    ['above what is left', { amountOre: 1_000_01 }, 'body.amountOre'],
    ['for costs before the grant', { costsFrom: '2025-12-31' }, 'body.costsFrom'],
    ['for costs after the grant', { costsTo: '2027-01-01' }, 'body.costsTo'],
    ['that has not come yet', { dated: '2027-01-01' }, 'body.dated'],
  ])('%s is refused', async (_, given, where) => {
    await grant()
    await agree()
    const refused = await refusal(draw(1_00, given))
    expect([refused.status, refused.faults.map((fault) => fault.where)]).toEqual([422, [where]])
  })
  test('before the agreement is refused', async () => {
    await grant()
    expect(await refusal(draw(1_00))).toMatchObject({ status: 422 })
  })
  test('of two at once draws no more than is granted', async () => {
    await grant()
    await agree()
    const both = await Promise.allSettled([draw(600_00), draw(600_00)])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await one()).leftOre).toBe(400_00)
  })
  test('is not attested by the same person twice', async () => {
    await grant()
    await agree()
    const id = await draw(1_00)
    await move(id, 'check', 1)
    await move(id, 'attest', 2)
    // The same again is the form sent twice; with what was seen it is a second attest.
    expect((await move(id, 'attest', 2)).grants[0]!.drawdowns[0]!.state).toBe('attestedOnce')
    expect(await refusal(move(id, 'attest', 3))).toMatchObject({ status: 422, key: 'grants.samePerson' })
  })
  test('is returned with a reason, and what it asked for is there to draw again', async () => {
    await grant()
    await agree()
    const id = await draw(1_000_00)
    expect(await refusal(move(id, 'return', 1, ''))).toMatchObject({ status: 400 })
    await move(id, 'return', 1, 'Huvudboken saknas')
    expect((await one()).leftOre).toBe(1_000_00)
    await draw(1_000_00)
  })
  test('is not paid while a report is late', async () => {
    await grant()
    await agree(['2026-06-30', '2027-01-31'])
    const id = await draw(1_00)
    expect(await refusal(pay(id))).toMatchObject({ status: 422, key: 'grants.reportLate' })
    as(office)
    await step('report', 2, { due: '2026-06-30' })
    await move(id, 'pay', 4)
    expect(await one()).toMatchObject({ overdue: [], nextDue: '2027-01-31', paidOre: 1_00 })
  })
  test('is not paid while a report is late though others have come, twice for one day or as supplements', async () => {
    await grant()
    await agree(['2026-06-30', '2026-10-31'])
    const id = await draw(1_00)
    await step('report', 2, { due: '2026-06-30' })
    await step('report', 3, { due: null })
    expect(await one()).toMatchObject({ overdue: ['2026-10-31'], awaited: ['2026-10-31'] })
    expect(await refusal(pay(id))).toMatchObject({ status: 422, key: 'grants.reportLate' })
    as(office)
    for (const due of ['2026-06-30', '2026-10-30']) {
      const refused = await refusal(step('report', 4, { due }))
      expect([refused.status, refused.faults.map((fault) => fault.where)]).toEqual([422, ['body.due']])
    }
    await step('report', 4, { due: '2026-10-31' })
    await move(id, 'pay', 4)
    expect((await one()).steps.map(({ due }) => due)).toEqual([null, null, '2026-06-30', null, '2026-10-31'])
  })
  test('is attested by the board, which can do nothing else; elsewhere it is nobody’s', async () => {
    await grant()
    await agree()
    const id = await draw(1_00)
    as(board)
    expect(await refusal(move(id, 'check', 1))).toMatchObject({ status: 404 })
    expect((await book()).grants).toHaveLength(1)
    as(office)
    expect(await refusal(call(contract.getGrants, { params: { associationId: foreign } }))).toMatchObject({ status: 404 })
  })
  test('never gets further than its way lets it, and Σ drawn is within the grant, whatever is tried by whom', async () => {
    const tries = fc.array(fc.tuple(fc.constantFrom('draw', ...drawdownActs), fc.constantFrom(office, board), fc.nat(2)), { maxLength: 14 })
    await fc.assert(
      fc.asyncProperty(tries, async (acts) => {
        for (const table of ['drawdown_step', 'drawdown', 'grant_step', 'intervention_grant'] as const)
          await database.queries.deleteFrom(table).execute()
        as(office)
        await grant()
        await agree()
        for (const [act, user, at] of acts) {
          as(user)
          const drawdown = (await one()).drawdowns[at]
          const attempt = act === 'draw' ? draw(400_00) : drawdown && move(drawdown.id, act, drawdown.steps.length)
          await attempt?.catch((error: unknown) => {
            if (!(error instanceof CallError) || error.status >= 500) throw error
          })
        }
        const { grantedOre, paidOre, openOre, leftOre, drawdowns } = await one()
        expect(leftOre).toBeGreaterThanOrEqual(0)
        expect(paidOre + openOre + leftOre).toBe(grantedOre)
        for (const { state, steps } of drawdowns) {
          if (state === 'paid') expect(steps.map((taken) => taken.act)).toEqual(['send', 'check', 'attest', 'attest', 'pay'])
          const attests = steps.filter((taken) => taken.act === 'attest').map((taken) => taken.byId)
          expect(new Set(attests).size).toBe(attests.length)
        }
      }),
      { numRuns: 25 },
    )
  })
})
