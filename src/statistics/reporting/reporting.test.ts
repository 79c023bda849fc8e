import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { transportAs, world } from '../../../test/api.ts'
import { filledApp } from '../../../test/filledApp.ts'
import { refusal } from '../../../test/participations.ts'
import { call, callFile, useTransport } from '../../platform/call.ts'
import type { Database } from '../../platform/database.ts'
import * as contract from './contract.ts'
import type { PlanChoice } from './domain.ts'

let database: Database
let app: FastifyInstance
/** A Sunday. */
let now = '2026-11-22T10:00:00Z'
const [associationId, neighbour] = world.associations
const params = { associationId }

beforeAll(async () => {
  ;({ database, app } = await filledApp(400, 11, () => new Date(now)))
})
afterAll(async () => {
  await app.close()
  await database.close()
})
beforeEach(async () => {
  now = '2026-11-22T10:00:00Z'
  await database.queries.deleteFrom('reporting_step').execute()
  await database.queries.deleteFrom('reporting_plan').execute()
  await database.queries.updateTable('participation_version').set({ recorded_at: '2024-01-15T00:00:00Z' }).execute()
  as('associationadmin.1')
})

const as = (user: string): void => useTransport(transportAs(app, user))
const approve = (year: number, month: number, step = 0, note = 'Genomgånget') =>
  call(contract.approvePeriod, { params, body: { year, month, step, note } })
const reopen = (year: number, month: number, step: number, note = 'Fel antal') =>
  call(contract.reopenPeriod, { params, body: { year, month, step, note } })
const choose = (given: Partial<PlanChoice> = {}) =>
  call(contract.chooseReportingPlan, { params, body: { rhythm: 'halfYear', interimDays: 10, annualDays: 20, fromYear: 2023, ...given } })
const own = (year: number) => call(contract.getOwnReporting, { params, query: { year } })
const matrix = async (year: number) => {
  as('nationalanalyst.1')
  return call(contract.getReportingMatrix, { query: { year } })
}
const periodIn = async (year: number, month: number) => {
  const { rows } = await matrix(year)
  return rows.find(({ association }) => association.id === associationId)!.periods.find((one) => one.month === month)!
}
/** Corrects so many participations of the association in 2023, as the log of versions has it. */
async function correct(many: number, at: string): Promise<void> {
  const facts = await database.queries
    .selectFrom('fact')
    .select('participation_id')
    .where('association_id', '=', associationId)
    .where('entry_month', '<=', 2023 * 12 + 11)
    .where((on) => on.or([on('exit_month', 'is', null), on('exit_month', '>=', 2023 * 12)]))
    .orderBy('participation_id')
    .limit(many)
    .execute()
  expect(facts).toHaveLength(many)
  const ids = facts.map((one) => one.participation_id)
  await database.queries.updateTable('participation_version').set({ recorded_at: at }).where('participation_id', 'in', ids).execute()
}

describe('what has come in', () => {
  test('is seen by association and period, with what is entered of what is asked for', async () => {
    const { rows, demo } = await matrix(2023)
    expect(demo).toBe(true)
    expect(rows.map(({ association, periods }) => [association.slug, periods.map(({ state }) => state)])).toEqual([
      ['prov-1', ['received', 'received', 'received']],
      ['prov-2', ['received', 'received', 'received']],
    ])
    expect(rows[0]!.periods[2]).toMatchObject({ records: true, headCounts: { part: 1, whole: 1 }, money: { part: 1, whole: 2 } })
  })
  test('is nothing for a year without data, and nothing is said of a period that has not ended', async () => {
    const { rows } = await matrix(2026)
    expect(rows[0]!.periods.map(({ state, records }) => [state, records])).toEqual([
      ['nothing', false],
      ['nothing', false],
      ['running', false],
    ])
  })
  test('says the last month with registrations, by the calendar of Sweden', async () => {
    await correct(60, '2026-03-31T22:30:00Z')
    expect(await periodIn(2023, 12)).toMatchObject({ lastRegistered: '2026-04' })
    expect(await periodIn(2022, 4)).toMatchObject({ records: true })
  })
  test('is late by days after the last day to report, and no longer when approved', async () => {
    now = '2024-02-25T10:00:00Z'
    expect(await periodIn(2023, 12)).toMatchObject({ due: '2024-02-15', daysLate: 10 })
    as('associationadmin.1')
    await approve(2023, 12)
    now = '2024-05-25T10:00:00Z'
    expect(await periodIn(2023, 12)).toMatchObject({ state: 'approved', approvedOn: '2024-02-25', daysLate: 10 })
    expect(await periodIn(2023, 4)).toMatchObject({ state: 'received', daysLate: 0 })
  })
})

describe('changed after the approval', () => {
  beforeEach(() => approve(2023, 12))
  test('shows from the Monday after, and not before', async () => {
    await correct(60, '2026-11-25T10:00:00Z')
    now = '2026-11-29T22:59:00Z'
    expect((await periodIn(2023, 12)).state).toBe('approved')
    now = '2026-11-29T23:00:00Z'
    expect((await periodIn(2023, 12)).state).toBe('changed')
  })
  test('does not show when the registrations came before', async () => {
    await correct(60, '2026-11-22T09:59:00Z')
    now = '2026-12-20T10:00:00Z'
    expect((await periodIn(2023, 12)).state).toBe('approved')
  })
  test('is not that somebody left after the period: that is a new version of what was there', async () => {
    await reopen(2023, 12, 1)
    await approve(2023, 4)
    const late = await database.queries
      .selectFrom('fact as f')
      .innerJoin('participation_version as v', 'v.participation_id', 'f.participation_id')
      .selectAll('v')
      .where('f.association_id', '=', associationId)
      .where('f.entry_month', '<', 2023 * 12 + 4)
      .where('f.exit_month', '>=', 2023 * 12 + 4)
      .execute()
    expect(late.length).toBeGreaterThan(20)
    const { queries } = database
    const exits = late.map((one) => ({ ...one, version: 2, current: false, recorded_at: '2026-11-25T10:00:00Z' }))
    const asStored = exits.map((one) => ({
      ...one,
      support_before: JSON.stringify(one.support_before),
      support_after: JSON.stringify(one.support_after),
    }))
    await queries
      .insertInto('participation_version')
      .values(asStored as never)
      .execute()
    now = '2026-12-20T10:00:00Z'
    const states = [(await periodIn(2023, 4)).state]
    await queries
      .deleteFrom('participation_version')
      .where('version', '=', 1)
      .where(
        'participation_id',
        'in',
        late.map((one) => one.participation_id),
      )
      .execute()
    states.push((await periodIn(2023, 4)).state)
    await queries.updateTable('participation_version').set({ version: 1, current: true }).where('version', '=', 2).execute()
    expect(states).toEqual(['approved', 'changed'])
  })
  test('is no more when the period is opened and approved again', async () => {
    await correct(60, '2026-11-25T10:00:00Z')
    now = '2026-12-20T10:00:00Z'
    await reopen(2023, 12, 1)
    expect(await periodIn(2023, 12)).toMatchObject({ state: 'received', reopened: true, approvedOn: null })
    as('associationadmin.1')
    await approve(2023, 12, 2)
    expect(await periodIn(2023, 12)).toMatchObject({ state: 'approved', reopened: false, step: 3 })
  })
})

describe('approving', () => {
  test('leaves who, when and why, latest first', async () => {
    await approve(2023, 12)
    now = '2026-11-23T10:00:00Z'
    await reopen(2023, 12, 1)
    const { history } = await own(2023)
    expect(history.map(({ act, note, by, at }) => [act, note, by, at])).toEqual([
      ['reopened', 'Fel antal', 'associationadmin.1', '2026-11-23T10:00:00.000Z'],
      ['approved', 'Genomgånget', 'associationadmin.1', '2026-11-22T10:00:00.000Z'],
    ])
  })
  test('sent twice is one', async () => {
    expect(await Promise.all([approve(2023, 12), approve(2023, 12)])).toEqual([{ step: 1 }, { step: 1 }])
    expect((await own(2023)).history).toHaveLength(1)
  })
  test.each([
    ['a period that ends today', 2026, 12, 0, 422, 'reporting.notEnded', '2026-12-31T10:00:00Z'],
    ['a month that is no period of the plan', 2023, 6, 0, 422, 'reporting.noSuchPeriod', now],
    ['what somebody did something with meanwhile', 2023, 12, 4, 409, 'reporting.changedMeanwhile', now],
  ] as const)('%s is refused', async (_what, year, month, step, status, key, at) => {
    now = at
    expect(await refusal(approve(year, month, step))).toMatchObject({ status, key })
    expect((await own(year)).history).toEqual([])
  })
  test('twice is refused, and so is opening what is open', async () => {
    await approve(2023, 12)
    expect(await refusal(approve(2023, 12, 1))).toMatchObject({ status: 409, key: 'reporting.already.approved' })
    expect(await refusal(reopen(2023, 8, 0))).toMatchObject({ status: 409, key: 'reporting.already.reopened' })
  })
  test('is opened again with a reason only', async () => {
    await approve(2023, 12)
    expect((await refusal(reopen(2023, 12, 1, ' '))).faults).toMatchObject([{ where: 'body.note', key: 'reporting.reasonNeeded' }])
  })
  test('a personnummer in the note is refused', async () =>
    expect((await refusal(approve(2023, 12, 0, 'Se 19850312-2395'))).faults).toMatchObject([{ where: 'body.note' }]))
  test('is for the administrator: the board reads', async () => {
    as('boardmember.1')
    expect(await refusal(approve(2023, 12))).toMatchObject({ status: 404 })
    expect((await own(2023)).periods).toHaveLength(3)
  })
  test('stays the association’s own', async () => {
    await approve(2023, 12)
    as('associationadmin.2')
    const other = await call(contract.getOwnReporting, { params: { associationId: neighbour }, query: { year: 2023 } })
    expect([other.history, other.periods[2]!.approvedOn]).toEqual([[], null])
  })
})

describe('the plan', () => {
  test('is tertials until the association chooses half-years, from a year on', async () => {
    expect((await own(2023)).plan).toEqual({ rhythm: 'tertial', interimDays: 30, annualDays: 46, isOwn: false })
    await choose()
    expect((await own(2023)).periods.map(({ ends, due }) => [ends, due])).toEqual([
      ['2023-06-30', '2023-07-10'],
      ['2023-12-31', '2024-01-20'],
    ])
    expect((await own(2022)).periods).toHaveLength(3)
    expect((await matrix(2023)).rows.map(({ rhythm }) => rhythm)).toEqual(['halfYear', 'tertial'])
  })
  test('chosen later for the same year holds instead', async () => {
    await choose()
    await choose({ rhythm: 'tertial', interimDays: 5 })
    expect((await own(2024)).plan).toMatchObject({ rhythm: 'tertial', interimDays: 5 })
  })
  test('keeps its rhythm in a year with approvals; its days may change', async () => {
    await approve(2024, 4)
    expect(await refusal(choose({ fromYear: 2023 }))).toMatchObject({ status: 422, key: 'reporting.rhythmInUse' })
    await choose({ fromYear: 2023, rhythm: 'tertial', interimDays: 90 })
    expect((await own(2024)).periods[0]!.due).toBe('2024-07-29')
    await choose({ fromYear: 2025 })
  })
})

describe('for whoever publishes', () => {
  const count = async (month: number) => {
    as('publisher.1')
    return call(contract.countApproved, { query: { year: 2023, month } })
  }
  test('an approval counts for each month that it covers', async () => {
    await choose()
    await approve(2023, 6)
    expect(await count(4)).toEqual({ approved: 1, all: 2 })
    expect(await count(6)).toEqual({ approved: 1, all: 2 })
    expect(await count(7)).toEqual({ approved: 0, all: 2 })
  })
  test('an approval that was taken back counts no more', async () => {
    await approve(2023, 12)
    await reopen(2023, 12, 1)
    expect(await count(12)).toEqual({ approved: 0, all: 2 })
  })
  test('the file says that the data are invented, and has a line per period', async () => {
    await approve(2023, 12)
    as('approver.1')
    const { blob } = await callFile(contract.getReportingFile, { query: { year: 2023 } })
    const text = await blob.text()
    expect(text).toContain('PÅHITTADE DATA')
    const lines = text.split('\r\n').filter((line) => line.startsWith('Provförbundet'))
    expect(lines).toHaveLength(6)
    expect(lines[2]).toContain(';2023-12-31;2024-02-15;godkänt;ja;1 av 1;1 av 2;')
  })
})
