import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { buildWorld, testApp, transportAs, world } from '../../test/api.ts'
import { testDatabase } from '../../test/database.ts'
import { refusal } from '../../test/participations.ts'
import { stableId } from '../associations/register.ts'
import { call, useTransport } from '../platform/call.ts'
import type { Database } from '../platform/database.ts'
import * as contract from './contract.ts'
import type { AdoptionChange, AdoptionFields, CheckFields } from './domain.ts'

let database: Database
let app: FastifyInstance
const [associationId, foreign] = world.associations
const [intervention, theirs] = world.interventions
const [member, stranger] = world.controllers
const params = { associationId }
const id = stableId('a decision')
const other = stableId('another decision')
const as = (user: string): void => useTransport(transportAs(app, user))

beforeAll(async () => {
  database = await testDatabase()
  await buildWorld(database)
  await database.queries.updateTable('intervention').set({ start_date: '2024-01-01', end_date: '2025-12-31' }).execute()
  // The third of the world is only thought of.
  await database.queries
    .updateTable('intervention')
    .set({ stage: 'idea', end_date: null })
    .where('id', '=', world.volumeIntervention)
    .execute()
  app = await testApp(database)
})
afterAll(async () => {
  await app.close()
  await database.close()
})
beforeEach(async () => {
  await database.queries.deleteFrom('adoption_check').execute()
  // The newest versions first: each names the one before it.
  for (const version of [4, 3, 2, 1]) await database.queries.deleteFrom('adoption_decision').where('version', '=', version).execute()
  as('associationadmin.1')
})

const fields: AdoptionFields = {
  ...{ interventionId: intervention, verdict: 'adopt', decidedOn: '2025-11-01', reference: 'KS 2025/17', takenBy: member },
  ...{ from: '2025-12-01', to: null, moneyOre: 900_000_00, moneySource: 'Nämndens ram', accountable: 'Enhetschefen' },
  kept: 'Arbetssättet med två handledare.',
  lessons: 'Parterna behöver vara överens om vem som betalar innan samverkansteamet börjar.',
}
const ended: Partial<AdoptionFields> = { verdict: 'end', takenBy: null, accountable: '', kept: '' }
const record = (given: Partial<AdoptionFields> & { id?: string } = {}) =>
  call(contract.recordAdoption, { params, body: { ...fields, id, ...given } })
const change = (given: Partial<AdoptionChange> = {}) =>
  call(contract.changeAdoption, {
    params: { associationId, adoptionId: id },
    body: { ...fields, version: 1, withdrawn: false, reason: 'Fel dag', ...given },
  })
const check = (given: Partial<CheckFields> & { months?: 6 | 12 | 24 } = {}) => {
  const { months = 6, ...rest } = given
  const body = { checkedOn: '2026-06-01', runs: 'yes' as const, note: '', version: 0, reason: '', ...rest }
  return call(contract.checkAdoption, { params: { associationId, adoptionId: id, months }, body })
}
const find = (query: { search?: string; verdict?: AdoptionFields['verdict']; method?: string } = {}) =>
  call(contract.findLessons, { query: { search: '', ...query } })

describe('a decision', () => {
  test('is shown with who takes over, from when, with what money, who answers, what is kept, and who entered it', async () => {
    const { decisions, interventions, funnel } = await record()
    expect(decisions).toMatchObject([{ ...fields, id, version: 1, takenByName: expect.any(String) as string, isLatest: true, earlier: [] }])
    expect(decisions[0]!.recordedBy).not.toBe('')
    expect(interventions.find((one) => one.id === intervention)).toMatchObject({ verdict: 'adopt', isOver: false, isEvaluated: false })
    expect(funnel).toMatchObject({ run: 1, adopted: 1, running: 0, unchecked: 1, adoptedUnevaluated: 1, undecided: 0 })
  })
  test('is waited for once an intervention is over', async () => {
    const { interventions, funnel } = await call(contract.getAdoptions, { params })
    expect(interventions.find((one) => one.id === intervention)).toMatchObject({ verdict: null, isOver: true })
    expect(funnel).toMatchObject({ adopted: 0, undecided: 1 })
  })
  test('sent twice is one, and something else under its id is refused', async () => {
    await Promise.all([record(), record()])
    expect((await record()).decisions).toHaveLength(1)
    expect(await refusal(record({ reference: 'KS 2025/18' }))).toMatchObject({ status: 409, key: 'adoption.arrivedBefore' })
  })
  test('is corrected as a version with its reason; the one before stays and is told', async () => {
    await record()
    const { decisions } = await change({ from: '2026-01-01' })
    expect(decisions).toMatchObject([{ version: 2, from: '2026-01-01', reason: 'Fel dag', earlier: [{ version: 1, from: '2025-12-01' }] }])
    expect(await refusal(change())).toMatchObject({ status: 409 })
    expect(await refusal(change({ version: 2, reason: ' ' }))).toMatchObject({ status: 400 })
    expect(await refusal(change({ version: 2, interventionId: theirs }))).toMatchObject({ status: 422, key: 'adoption.sameIntervention' })
  })
  test('of two corrections at once one is told of the other', async () => {
    await record()
    const both = await Promise.allSettled([change({ from: '2026-01-01' }), change({ from: '2026-02-01' })])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })
  test('that is taken away is in nothing, keeps its words in the history, and is changed no more', async () => {
    await record()
    const { decisions, funnel } = await change({ withdrawn: true, lessons: 'Något helt annat.' })
    expect([decisions, funnel.adopted, (await find()).total]).toEqual([[], 0, 0])
    expect(await refusal(change({ version: 2 }))).toMatchObject({ status: 404 })
    const rows = await database.queries.selectFrom('adoption_decision').select(['version', 'lessons']).orderBy('version').execute()
    expect(rows.map(({ lessons }) => lessons)).toEqual([fields.lessons, fields.lessons])
  })
  test('that is dated later holds instead of one before it', async () => {
    await record()
    const { decisions, funnel } = await record({ ...ended, id: other, decidedOn: '2026-05-01', from: '2026-06-01' })
    expect(decisions.map((one) => [one.verdict, one.isLatest])).toEqual([['end', true], ['adopt', false]]) // prettier-ignore
    expect(decisions[1]!.checks.map(({ state }) => state)).toEqual(['notNeeded', 'notNeeded', 'notNeeded'])
    expect(funnel).toMatchObject({ adopted: 1, stopped: 1, ended: 0 })
  })
  test.each<[string, Partial<AdoptionFields>, number, string]>([
    ['nobody who takes over', { takenBy: null }, 400, 'body.takenBy'],
    ['somebody who takes over what ends', { verdict: 'end' }, 400, 'body.takenBy'],
    ['no one who answers for it', { accountable: '' }, 400, 'body.accountable'],
    ['nothing kept', { kept: '' }, 400, 'body.kept'],
    ['no lessons', { lessons: 'Nej' }, 400, 'body.lessons'],
    ['a personnummer in the lessons', { lessons: 'Deltagaren 19900101-0017 var nöjd.' }, 400, 'body.lessons'],
    ['prolonged without an end', { ...ended, verdict: 'prolong' }, 400, 'body.to'],
    ['an end to what is taken over', { to: '2027-01-01' }, 400, 'body.to'],
    ['an end before its beginning', { ...ended, verdict: 'prolong', to: '2025-11-30' }, 400, 'body.to'],
    ['a part of an öre', { moneyOre: 0.5 }, 400, 'body.moneyOre'],
    ['a day that is none', { from: '2026-02-30' }, 400, 'body.from'],
    ['a decision to come', { decidedOn: '2090-01-01' }, 422, 'body.decidedOn'],
    ['before the intervention began', { from: '2023-12-31' }, 422, 'body.from'],
    ['somebody who is no member', { takenBy: stranger }, 422, 'body.takenBy'],
    ['another association’s intervention', { interventionId: theirs }, 422, 'body.interventionId'],
  ])('with %s is refused at its place, and nothing is kept', async (_what, given, status, where) => {
    const refused = await refusal(record(given))
    expect([refused.status, refused.faults[0]?.where]).toEqual([status, where])
    expect(refused.faults[0]?.message).not.toMatch(/⟦|\{/)
    expect(await database.queries.selectFrom('adoption_decision').selectAll().execute()).toEqual([])
  })
})

describe('a check', () => {
  test('says whether it still runs, and is corrected as a version with its reason', async () => {
    await record()
    const { decisions, funnel } = await check()
    expect(decisions[0]!.checks).toMatchObject([{ months: 6, due: '2026-06-01', state: 'done', runs: 'yes', version: 1 }, {}, {}])
    expect(funnel).toMatchObject({ running: 1, unchecked: 0, stopped: 0 })
    const corrected = await check({ version: 1, runs: 'no', note: 'Tjänsten drogs in.', reason: 'Fel enhet' })
    expect(corrected.decisions[0]!.checks[0]).toMatchObject({ version: 2, runs: 'no', reason: 'Fel enhet' })
    expect(corrected.funnel).toMatchObject({ running: 0, stopped: 1 })
    expect(await database.queries.selectFrom('adoption_check').selectAll().execute()).toHaveLength(2)
  })
  test('sent twice is one; whoever has not seen the newest is told', async () => {
    await record()
    await check()
    await check()
    expect(await database.queries.selectFrom('adoption_check').selectAll().execute()).toHaveLength(1)
    expect(await refusal(check({ runs: 'partly', note: 'Hälften' }))).toMatchObject({ status: 409 })
  })
  test.each<[string, Parameters<typeof check>[0], number, string | undefined]>([
    ['too early', { months: 24 }, 422, 'body.checkedOn'],
    ['for a day to come', { checkedOn: '2090-01-01' }, 422, 'body.checkedOn'],
    ['without a word of why it ceased', { runs: 'no' }, 400, 'body.note'],
    ['as a correction without a reason', { version: 1 }, 400, 'body.reason'],
    ['after 7 months', { months: 7 as 6 }, 400, 'params.months'],
  ])('%s is refused', async (_what, given, status, where) => {
    await record()
    const refused = await refusal(check(given))
    expect([refused.status, refused.faults[0]?.where]).toEqual([status, where])
  })
  test('of what nobody takes over, or of nothing, is refused', async () => {
    expect(await refusal(check())).toMatchObject({ status: 404 })
    await record(ended)
    expect(await refusal(check())).toMatchObject({ status: 422, key: 'adoption.nothingToCheck' })
  })
})

describe('past the program the database holds', () => {
  const stamp = { recorded_at: '2026-02-01T10:00:00Z', recorded_by: 'associationadmin.1' }
  const row = {
    ...{
      association_id: associationId,
      id,
      version: 1,
      withdrawn: false,
      intervention_id: intervention,
      verdict: 'adopt',
      decided_on: '2025-11-01',
    },
    ...{ reference: 'X', taken_by: member as string | null, from_date: '2025-12-01', to_date: null, money_ore: null, money_source: '' },
    ...{ accountable: 'Y', kept: 'Z', lessons: 'Något', reason: '', ...stamp },
  }
  const insert = (given: object) =>
    database.queries
      .insertInto('adoption_decision')
      .values({ ...row, ...given })
      .execute()
  const second = { version: 2, reason: 'Rättat' }
  test('that no version is left out, moved to another intervention, or follows what was taken away', async () => {
    await expect(insert(second)).rejects.toThrow(/foreign key/)
    await insert({ withdrawn: true })
    await expect(insert(second)).rejects.toThrow(/foreign key/)
    await insert({ id: other })
    await expect(insert({ ...second, id: other, intervention_id: theirs })).rejects.toThrow(/foreign key/)
    await expect(insert({ ...second, id: other, reason: '' })).rejects.toThrow(/check constraint/)
    await insert({ ...second, id: other })
  })
  test('that somebody takes over what is taken over, and nobody else', async () => {
    await expect(insert({ taken_by: null })).rejects.toThrow(/check constraint/)
    await expect(insert({ verdict: 'end' })).rejects.toThrow(/check constraint/)
    await expect(insert({ verdict: 'prolong', taken_by: null })).rejects.toThrow(/check constraint/)
  })
  test('that only what is taken over is checked', async () => {
    await insert({ verdict: 'end', taken_by: null })
    const one = { association_id: associationId, decision_id: id, decision_version: 1, months: 6, version: 1, checked_on: '2026-06-01' }
    const add = database.queries.insertInto('adoption_check').values({ ...one, runs: 'yes', note: '', reason: '', ...stamp })
    await expect(add.execute()).rejects.toThrow(/foreign key/)
  })
})

describe('who may', () => {
  test('write is the office; board and auditor read; others find nothing', async () => {
    await record()
    for (const user of ['boardmember.1', 'auditor.1']) {
      as(user)
      expect((await call(contract.getAdoptions, { params })).decisions).toHaveLength(1)
      expect((await refusal(change())).status).toBe(404)
      expect((await refusal(check())).status).toBe(404)
    }
    for (const user of ['associationadmin.2', 'caseworker.1']) {
      as(user)
      expect((await refusal(call(contract.getAdoptions, { params }))).status).toBe(404)
    }
    // At its own association another's decision is not there.
    as('associationadmin.2')
    const at = { associationId: foreign, adoptionId: id }
    const body = { checkedOn: '2026-06-01', runs: 'yes' as const, note: '', version: 0, reason: '' }
    expect((await refusal(call(contract.checkAdoption, { params: { ...at, months: 6 }, body }))).status).toBe(404)
    const changed = { ...fields, version: 1, withdrawn: false, reason: 'Fel' }
    expect((await refusal(call(contract.changeAdoption, { params: at, body: changed }))).status).toBe(404)
  })
  test('read all is the national analyst, who writes nothing', async () => {
    await record()
    as('nationalanalyst.1')
    expect((await call(contract.readAdoptions, { params })).decisions).toMatchObject([{ moneyOre: 900_000_00 }])
    expect((await call(contract.readAdoptions, { params: { associationId: foreign } })).decisions).toEqual([])
    expect((await refusal(record({ id: other }))).status).toBe(404)
    as('associationadmin.1')
    expect((await refusal(call(contract.readAdoptions, { params }))).status).toBe(403)
  })
  test('read lessons and the picture is everybody who is signed in, without money and who answers for it', async () => {
    await record()
    for (const user of ['caseworker.2', 'associationadmin.2', 'boardmember.2']) {
      as(user)
      const { lessons } = await find()
      expect(lessons).toMatchObject([{ interventionId: intervention, verdict: 'adopt', decidedOn: '2025-11-01' }])
      expect(JSON.stringify(lessons)).not.toMatch(/90000000|Nämndens ram|Enhetschefen|KS 2025/)
      expect((await call(contract.getAdoptionOverview)).nation).toMatchObject({ adopted: 1 })
    }
  })
})
