import type { FastifyInstance } from 'fastify'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { buildWorld, testApp, transportAs, world } from '../../../test/api.ts'
import { testDatabase } from '../../../test/database.ts'
import { refusal } from '../../../test/participations.ts'
import { call, CallError, useTransport } from '../../platform/call.ts'
import type { Database } from '../../platform/database.ts'
import * as contract from './contract.ts'
import {
  drawdownAfter,
  drawdownActs,
  drawdownMoves,
  grantActs,
  grantMoves,
  type DrawdownAct,
  type DrawdownState,
  type LastStep,
} from './path.ts'

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
const step = (act: (typeof grantActs)[number], seen: number, given: object = {}) =>
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

describe('the way of a drawdown', () => {
  test('goes by sent, checked, two attests and paid, whatever is tried, and is never shorter', () => {
    const shortest = 5
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...drawdownActs), fc.constantFrom('a', 'b', 'c')), { maxLength: 30 }), (tries) => {
        let last: LastStep = { state: 'sent', by: 'a' }
        const taken: DrawdownState[] = ['sent']
        const attests: string[] = []
        for (const [act, by] of tries) {
          const next = drawdownAfter(last, act, by)
          if (next === undefined || next === 'samePerson') continue
          if (act === 'attest') attests.push(by)
          last = { state: next, by }
          taken.push(next)
        }
        if (last.state !== 'paid') return
        expect(taken).toEqual(['sent', 'checked', 'attestedOnce', 'attested', 'paid'])
        expect(taken).toHaveLength(shortest)
        expect(new Set(attests).size).toBe(2)
      }),
    )
  })
  test('ends when it is paid or returned', () => expect([drawdownMoves.paid, drawdownMoves.returned]).toEqual([{}, {}]))
  test('and of a grant stand in the database as they stand here: every other move is refused by it', async () => {
    const drawdowns = Object.entries(drawdownMoves).flatMap(([was, moves]) =>
      Object.entries(moves).map(([act, state]) => [act, was, state].join()),
    )
    const grants = Object.entries(grantMoves).flatMap(([was, moves]) =>
      Object.entries(moves).map(([act, state]) => [act, was, state].join()),
    )
    expect(await movesIn('drawdown_step')).toEqual([...drawdowns, 'send,,sent'].sort())
    expect(await movesIn('grant_step')).toEqual([...grants, 'grant,,granted'].sort())
  })
})

/** The moves that the database lets through, read from its constraint. */
async function movesIn(table: string): Promise<string[]> {
  const { rows } = await sql<{ text: string }>`select pg_get_constraintdef(oid) as text from pg_constraint
    where conrelid = ${table}::regclass and contype = 'c'`.execute(database.queries)
  const text = rows.map((row) => row.text).find((one) => one.includes('COALESCE(was'))!
  const move = /act = '(\w+)'::text\) AND \(COALESCE\(was, ''::text\) = '(\w*)'::text\) AND \(state = '(\w+)'/g
  return [...text.matchAll(move)].map(([, ...found]) => found.join()).sort()
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
    expect(await refusal(step('extend', 1, { to: '2027-06-30' }))).toMatchObject({ status: 409 })
  })
  test('is rebudgeted and extended by decisions, and what holds is the last', async () => {
    await grant()
    await agree()
    await draw(600_00)
    expect(await refusal(step('rebudget', 2, { amountOre: 599_99 }))).toMatchObject({ status: 422 })
    await step('rebudget', 2, { amountOre: 600_00 })
    expect(await refusal(step('extend', 3, { to: '2026-12-31' }))).toMatchObject({ status: 422 })
    await step('extend', 3, { to: '2027-06-30' })
    expect(await one()).toMatchObject({ grantedOre: 600_00, leftOre: 0, from: '2026-01-01', to: '2027-06-30' })
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
    await step('report', 2)
    await move(id, 'pay', 4)
    expect(await one()).toMatchObject({ overdue: [], nextDue: '2027-01-31', paidOre: 1_00 })
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

describe('the database, past the program', () => {
  const row = { association_id: associationId, dated: '2026-07-02', note: '', recorded_at: '2026-07-02T09:00:00Z' }
  const insert = async (given: object): Promise<string> => {
    const attempt = database.queries
      .insertInto('drawdown_step')
      .values({ ...row, first_attester: null, recorded_by: office, ...given } as never)
      .execute()
    return attempt.then(
      () => 'written',
      (error: Error & { code?: string }) => error.code ?? error.message,
    )
  }
  const [CHECK, FOREIGN_KEY, UNIQUE] = ['23514', '23503', '23505']
  test('lets no step be skipped, forked or made up', async () => {
    await grant()
    await agree()
    const drawdown_id = await draw(1_00)
    expect(await insert({ drawdown_id, step: 2, act: 'pay', was: 'sent', state: 'paid' })).toBe(CHECK)
    expect(await insert({ drawdown_id, step: 2, act: 'pay', was: 'attested', state: 'paid' })).toBe(FOREIGN_KEY)
    expect(await insert({ drawdown_id, step: 3, act: 'check', was: 'sent', state: 'checked' })).toBe(FOREIGN_KEY)
    expect(await insert({ drawdown_id, step: 1, act: 'send', was: null, state: 'sent' })).toBe(UNIQUE)
    expect(await insert({ drawdown_id, step: 2, act: 'check', was: null, state: 'checked' })).toBe(CHECK)
    expect(await insert({ drawdown_id, step: 2, act: 'check', was: 'sent', state: 'checked' })).toBe('written')
    expect(await insert({ drawdown_id, step: 2, act: 'return', was: 'sent', state: 'returned' })).toBe(UNIQUE)
    expect(await insert({ drawdown_id, step: 3, act: 'attest', was: 'checked', state: 'attestedOnce' })).toBe('written')
    const second = { drawdown_id, step: 4, act: 'attest', was: 'attestedOnce', state: 'attested' }
    expect(await insert(second)).toBe(CHECK)
    expect(await insert({ ...second, first_attester: office })).toBe(CHECK)
    expect(await insert({ ...second, first_attester: 'auditor.1' })).toBe(FOREIGN_KEY)
    expect(await insert({ ...second, first_attester: office, recorded_by: board })).toBe('written')
  })
})
