import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { world } from '../../../test/api.ts'
import { importBench, importRow, refusal, type ImportBench } from '../../../test/participations.ts'
import { call } from '../../platform/call.ts'
import { addMonths } from '../../values/civilDate.ts'
import type { Participation } from '../domain.ts'
import * as register from '../register/contract.ts'
import { getCodeList, listUnstaffed } from './contract.ts'

let bench: ImportBench
const [controllerId, foreign] = world.controllers
const [interventionId, foreignIntervention] = world.interventions
const today = '2026-11-22'
const params = { controllerId }

beforeAll(async () => {
  bench = await importBench()
})
afterAll(() => bench.close())
beforeEach(() => bench.empty())

async function enter(given: Partial<Participation>): Promise<register.ParticipationRecord> {
  bench.as('caseworker.1')
  const { row: _row, ...plain } = importRow(1, { groundDate: given.entryDate ?? today, ...given })
  return call(register.registerParticipation, {
    params,
    body: { interventionId, participation: plain as Participation, samePersonAs: null },
  })
}
/** What the steward sees once the caseworker's role or employment is as said; put back afterwards. */
async function whenCaseworker(
  is: { validTo?: string; employedUntil?: string },
  see: () => Promise<unknown> = () => call(listUnstaffed, { params }),
): Promise<unknown> {
  const { queries } = bench.database
  const set = async ({ validTo = null, employedUntil = null }: { validTo?: string | null; employedUntil?: string | null }) => {
    await queries.updateTable('role_assignment').set({ valid_to: validTo }).where('user_id', '=', 'caseworker.1').execute()
    await queries.updateTable('app_user').set({ employed_until: employedUntil }).where('id', '=', 'caseworker.1').execute()
  }
  await set(is)
  bench.as('controlleradmin.1')
  try {
    return await see()
  } finally {
    await set({})
  }
}
const ended = { validTo: addMonths(today, -1) }

describe('follow-ups that nobody has to make', () => {
  test('are shown to the steward by intervention: those that count now, those to come, the first day', async () => {
    await enter({ entryDate: addMonths(today, -6) })
    await enter({ entryDate: addMonths(today, -3) })
    await enter({ entryDate: addMonths(today, -40), exitDate: addMonths(today, -36), exitReason: 'moved', occupationAfter: 'other' })
    await enter({ entryDate: addMonths(today, -6), exitDate: today, exitReason: 'deceased', occupationAfter: 'other' })
    expect(await whenCaseworker(ended)).toEqual([
      { intervention: { id: interventionId, name: 'Provinsats 1', endDate: null }, open: 1, coming: 1, nextDue: today },
    ])
  })
  test('are none while somebody is appointed, and all the day after the employment ended', async () => {
    await enter({ entryDate: addMonths(today, -6) })
    expect(await whenCaseworker({})).toEqual([])
    expect(await whenCaseworker({ employedUntil: today })).toEqual([])
    expect(await whenCaseworker({ employedUntil: '2026-11-21' })).toHaveLength(1)
  })
  test('are not those that have been made', async () => {
    const { id } = await enter({ entryDate: addMonths(today, -24) })
    expect(await whenCaseworker(ended)).toHaveLength(1)
    bench.as('caseworker.1')
    const contact = { date: today, reached: true, source: 'ownContact' as const, changes: [] }
    await call(register.recordContact, { params: { ...params, id }, body: contact })
    expect(await whenCaseworker(ended)).toEqual([])
  })
})

describe('the list of codes', () => {
  test('has each code with its next follow-up, the earliest first, and stands in the log with each of them', async () => {
    const later = await enter({ entryDate: addMonths(today, -3) })
    const now = await enter({ entryDate: addMonths(today, -6) })
    await enter({ entryDate: addMonths(today, -40), exitDate: addMonths(today, -36), exitReason: 'moved', occupationAfter: 'other' })
    bench.as('controlleradmin.1')
    const list = await call(getCodeList, { params: { ...params, interventionId } })
    expect(list).toMatchObject({ controllerName: 'Provkommun 1', intervention: { name: 'Provinsats 1' } })
    expect(list.rows).toMatchObject([
      { id: now.id, code: now.code, due: today, open: true },
      { id: later.id, code: later.code, due: addMonths(today, 3), open: false },
    ])
    const { records } = await bench.database.queries
      .selectFrom('audit_event')
      .select(sql<string[]>`records::text[]`.as('records'))
      .where('endpoint', '=', 'getCodeList')
      .orderBy('at', 'desc')
      .orderBy('seq', 'desc')
      .executeTakeFirstOrThrow()
    expect([...records].sort()).toEqual([now.id, later.id].sort())
  })
  test('can be had when somebody has just been appointed, which is when it is handed over', async () => {
    await enter({ entryDate: addMonths(today, -6) })
    const list = () => call(getCodeList, { params: { ...params, interventionId } })
    expect(await whenCaseworker({}, list)).toMatchObject({ rows: [{ open: true }] })
  })
})

describe('nobody else', () => {
  test.each(['caseworker.1', 'interventionlead.1', 'associationadmin.1', 'controlleradmin.2'])('%s', async (user) => {
    await enter({ entryDate: addMonths(today, -6) })
    bench.as(user)
    expect((await refusal(call(listUnstaffed, { params }))).status).toBeGreaterThan(402)
    expect((await refusal(call(getCodeList, { params: { ...params, interventionId } }))).status).toBeGreaterThan(402)
  })
  test('reaches another controller by naming its own, or its own by naming another’s intervention', async () => {
    await enter({ entryDate: addMonths(today, -6) })
    bench.as('controlleradmin.2')
    expect(await refusal(call(getCodeList, { params: { controllerId: foreign, interventionId } }))).toMatchObject({ status: 404 })
    bench.as('controlleradmin.1')
    expect(await refusal(call(getCodeList, { params: { ...params, interventionId: foreignIntervention } }))).toMatchObject({ status: 404 })
  })
  test('without a steward’s session learns from the database which interventions have staff', async () => {
    const { rows } = await sql`select * from staffed_interventions(${controllerId}, ${today}::date)`.execute(bench.database.queries)
    expect(rows).toEqual([])
  })
})
