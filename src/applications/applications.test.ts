import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { buildWorld, testApp, transportAs, world } from '../../test/api.ts'
import { testDatabase } from '../../test/database.ts'
import { refusal } from '../../test/participations.ts'
import { getRegisteredOutcome } from '../effects/registered/contract.ts'
import { getGrants } from '../financing/grants/contract.ts'
import { getIntervention } from '../interventions/contract.ts'
import { call, useTransport } from '../platform/call.ts'
import type { Database } from '../platform/database.ts'
import * as contract from './contract.ts'
import type { Application, ApplicationContent, StepFields } from './domain.ts'

let database: Database
let app: FastifyInstance
let members: Application['members']
const [associationId] = world.associations
const id = '88888888-8888-4888-8888-888888888888'
const params = { associationId, applicationId: id }
const as = (user: string): void => useTransport(transportAs(app, user))

beforeAll(async () => {
  database = await testDatabase()
  await buildWorld(database)
  // Two members, so that one may own and the other not.
  await database.queries.insertInto('membership').values({ association_id: associationId, organisation_id: world.controllers[1] }).execute()
  app = await testApp(database)
})
afterAll(async () => {
  await app.close()
  await database.close()
})
const tables = ['application_step', 'application_finding', 'application_answer', 'application_version', 'application'] as const
beforeEach(async () => {
  for (const table of tables) await database.queries.deleteFrom(table).execute()
  as('associationadmin.1')
  ;({ members } = await begin())
})

const text = 'Det som behövs står här.'
const content: ApplicationContent = {
  ...{ name: 'Steget tillsammans', orientation: 'individual', need: text, failure: text, targetGroup: text, ageFrom: 18, ageTo: 64 },
  ...{ targetGroups: ['youth'], methods: [] },
  ...{ planned: 40, aim: text, indicators: text, activities: text, from: '2026-02-01', to: '2027-12-31' },
  budget: [
    { year: 2026, kind: 'staff', amountOre: 900_000_00 },
    { year: 2027, kind: 'vat', amountOre: 100_000_00 },
  ],
  ...{ equality: text, children: text, accessibility: text, risks: text, outcome: 'afterStart', months: 12, comparison: text },
  ...{ adoption: text, dataProtection: text, esf: false },
}
/** A method of the catalogue. */
async function addMethod(): Promise<void> {
  const method = { code: 'PROV', name: 'Provmetoden', alias: null, category: 'x', description: 'x', evidence_level: null, evidence_verified: false, evidence_source: null } // prettier-ignore
  await database.queries
    .insertInto('method')
    .values(method)
    .onConflict((on) => on.doNothing())
    .execute()
}
const begin = (given: Partial<ApplicationContent> = {}) =>
  call(contract.beginApplication, { params: { associationId }, body: { ...content, ...given, id } })
const change = (version: number, given: Partial<ApplicationContent> = {}) =>
  call(contract.changeApplication, { params, body: { ...content, ...given, version } })
const reply = (at: number, given: object = {}) =>
  call(contract.answerApplication, {
    params,
    body: {
      ...{ organisationId: members[at]!.organisationId, takesPart: true, owns: false, staff: '', cofinancingOre: 0 },
      ...{ cofinancingKind: 'none' as const, decidedBy: 'Chefen', decidedOn: '2026-01-05', evidence: 'Protokoll § 3', ...given },
    },
  })
const find = (item: 'notAuthority' | 'notOrdinary' | 'fewParties' | 'outsideWorkingAge', holds = true) =>
  call(contract.findForApplication, { params, body: { item, holds, evidence: 'Så är det, enligt överenskommelsen.' } })
const step = (act: StepFields['act'], seen: number, given: Partial<StepFields> = {}) =>
  call(contract.stepApplication, {
    params,
    body: {
      ...{ act, dated: '2026-01-10', reference: 'Dnr 1', note: 'Skäl', seen },
      ...{ meetingOn: act === 'submit' ? '2026-01-20' : null, amountOre: act === 'grant' ? 800_000_00 : null, ...given },
    },
  })
/** Every member takes part, the first owns, and the office has found what the law asks. */
const prepare = async (): Promise<void> => {
  for (const at of members.keys()) await reply(at, { owns: at === 0 })
  await find('notAuthority')
  await find('notOrdinary')
  await find('fewParties')
}
const faultsOf = async (work: Promise<unknown>): Promise<string[]> => (await refusal(work)).faults.map(({ message }) => message)

describe('a draft', () => {
  test('may leave anything out but its name, and says what is missing', async () => {
    await database.queries.deleteFrom('application_step').execute()
    for (const table of tables) await database.queries.deleteFrom(table).execute()
    const draft = await begin({ need: '', ageFrom: null, budget: [] })
    expect(draft.state).toBe('draft')
    expect(draft.missing.submit).toEqual(['applications.lacks.need', 'applications.lacks.ageFrom', 'applications.lacks.budget'])
    expect((await refusal(begin({ name: '' }))).status).toBe(400)
  })
  test('sent twice is one, and something else under its id is refused', async () => {
    expect((await begin()).version).toBe(1)
    expect((await refusal(begin({ need: 'Ett annat behov.' }))).status).toBe(409)
  })
  test('is changed as a new version, which says what was changed; whoever had an older one before them is told', async () => {
    const { earlier, version } = await change(1, { need: 'Ett annat behov.', planned: 30 })
    expect([version, earlier.map((one) => [one.version, one.changed])]).toEqual([2, [[1, ['need', 'planned']]]])
    expect((await refusal(change(1))).status).toBe(409)
  })
  test('is not submitted while something is missing, and each is named', async () => {
    await change(1, { need: '', budget: [{ year: 2030, kind: 'other', amountOre: 1 }] })
    expect((await faultsOf(step('submit', 1))).length).toBe(2)
    expect((await call(contract.getApplication, { params })).state).toBe('draft')
  })
})

describe('answers of members', () => {
  test('are those of each member; a later one takes the place of the earlier, which is kept', async () => {
    await reply(0, { cofinancingOre: 100_000_00, cofinancingKind: 'staff' })
    const { members: now, askedOre, budgetOre } = await reply(0, { cofinancingOre: 200_000_00, cofinancingKind: 'cash' })
    expect(now[0]!.answer).toMatchObject({ cofinancingOre: 200_000_00, cofinancingKind: 'cash' })
    expect(budgetOre - askedOre).toBe(200_000_00)
    expect(await database.queries.selectFrom('application_answer').selectAll().execute()).toHaveLength(2)
  })
  test('lessen what is asked by what is paid in cash alone: the rest comes on top of the budget', async () => {
    await reply(0, { cofinancingOre: 500_000_00, cofinancingKind: 'benefits' })
    const { budgetOre, cashOre, inKindOre, fundOre, askedOre } = await reply(1, { cofinancingOre: 200_000_00, cofinancingKind: 'cash' })
    expect([budgetOre, cashOre, inKindOre, fundOre, askedOre]).toEqual([1_000_000_00, 200_000_00, 500_000_00, null, 800_000_00])
    const { applications } = await call(contract.listApplications, { params: { associationId } })
    expect(applications).toMatchObject([{ id, askedOre: 800_000_00 }])
  })
  test('name one owner, which takes part and is a member', async () => {
    await reply(0, { owns: true })
    expect((await refusal(reply(1, { owns: true }))).status).toBe(422)
    expect((await refusal(reply(0, { owns: true, takesPart: false }))).status).toBe(400)
    expect((await refusal(reply(0, { organisationId: '99999999-9999-4999-8999-999999999999' }))).status).toBe(422)
    expect((await refusal(reply(0, { cofinancingOre: 5 }))).status).toBe(400)
  })
})

describe('the law', () => {
  const answersOf = ({ legality }: Application): Record<string, string> =>
    Object.fromEntries(legality.map(({ item, answer }) => [item, answer]))
  test('asks six things, of which nothing is known at first but need, aim and age', async () => {
    expect(answersOf(await call(contract.getApplication, { params }))).toEqual({
      ...{ needAndAim: 'met', severalParties: 'missing', ownerIsMember: 'missing', notAuthority: 'missing', notOrdinary: 'missing' },
      workingAge: 'met',
    })
  })
  test('blocks exercise of authority whatever else, and nothing that a reason may carry', async () => {
    await prepare()
    await step('submit', 1)
    await find('notAuthority', false)
    expect(answersOf(await find('notOrdinary', false))).toMatchObject({ notAuthority: 'blocked', notOrdinary: 'reasoned' })
    expect(await faultsOf(step('recommendGrant', 2))).toHaveLength(1)
    await step('recommendReject', 2)
    expect((await refusal(step('grant', 3))).status).toBe(422)
    // What a party is to do anyway is a judgement: the reason that was given stands, and it is granted.
    await find('notAuthority')
    expect((await step('grant', 3)).state).toBe('granted')
  })
  test('takes fewer than two parties, and other ages, with a reason', async () => {
    await change(1, { ageFrom: 14 })
    for (const at of members.keys()) await reply(at, { owns: at === 0, takesPart: at === 0 })
    expect(answersOf(await find('notAuthority'))).toMatchObject({ severalParties: 'reasonNeeded', workingAge: 'reasonNeeded' })
    await find('fewParties')
    expect(answersOf(await find('outsideWorkingAge'))).toMatchObject({ severalParties: 'reasoned', workingAge: 'reasoned' })
  })
})

describe('the way to a decision', () => {
  test('ends in an intervention with its grant and what it is judged by, and nothing is typed twice', async () => {
    await addMethod()
    await change(1, { methods: ['PROV'] })
    await prepare()
    await step('submit', 1)
    await step('recommendGrant', 2)
    await step('grant', 3)
    await step('agree', 4)
    const { steps, state } = await step('start', 5)
    expect(state).toBe('started')
    const { interventionId } = steps.at(-1)!
    const intervention = await call(getIntervention, { params: { id: interventionId! } })
    expect(intervention).toMatchObject({
      name: content.name,
      ownerId: members[0]!.organisationId,
      startDate: content.from,
      stage: 'decided',
      targetGroups: ['youth'],
      methods: ['PROV'],
    })
    const { grants } = await call(getGrants, { params: { associationId } })
    expect(grants.find((one) => one.interventionId === interventionId)).toMatchObject({ grantedOre: 800_000_00, from: content.from })
    const { list } = await call(getRegisteredOutcome, { params: { interventionId: interventionId! } })
    expect(list).toMatchObject([{ outcome: 'afterStart', months: 12, beforeData: true }])
  })
  test('names methods of the catalogue alone', async () => {
    await addMethod()
    expect(await refusal(change(1, { methods: ['HITTEPÅ'] }))).toMatchObject({ status: 422, faults: [{ where: 'body.methods' }] })
    expect((await change(1, { methods: ['PROV'] })).content.methods).toEqual(['PROV'])
  })
  test('that was written before there were methods is read as one without', async () => {
    const { methods: _, ...old } = content
    await database.queries
      .updateTable('application_version')
      .set({ content: JSON.stringify(old) })
      .where('application_id', '=', id)
      .execute()
    expect((await call(contract.getApplication, { params })).content.methods).toEqual([])
  })
  test('skips no step, and the database holds it past the program', async () => {
    await prepare()
    expect((await refusal(step('grant', 1))).status).toBe(422)
    const row = { association_id: associationId, application_id: id, step: 2, previous: 1, act: 'grant', was: 'draft', state: 'granted' }
    const rest = { dated: '2026-01-10', meeting_on: null, reference: 'x', note: '', amount_ore: 1, intervention_id: null }
    const stamp = { recorded_at: '2026-01-10T10:00:00Z', recorded_by: 'associationadmin.1' }
    await expect(
      database.queries
        .insertInto('application_step')
        .values({ ...row, ...rest, ...stamp })
        .execute(),
    ).rejects.toThrow(/check/)
    const jump = { ...row, act: 'grant', was: 'recommended', state: 'granted', previous: 1 }
    await expect(
      database.queries
        .insertInto('application_step')
        .values({ ...jump, ...rest, ...stamp })
        .execute(),
    ).rejects.toThrow(/foreign key/)
  })
  test('sent again is one step; another taken meanwhile is told of', async () => {
    await step('submit', 1)
    expect((await step('submit', 1)).steps).toHaveLength(2)
    expect((await refusal(step('withdraw', 1))).status).toBe(409)
  })
  test('sent again with another amount, paragraph or meeting is no repetition', async () => {
    await prepare()
    await step('submit', 1)
    expect((await refusal(step('submit', 1, { meetingOn: '2026-01-21' }))).status).toBe(409)
    await step('recommendGrant', 2)
    await step('grant', 3)
    expect((await refusal(step('grant', 3, { amountOre: 700_000_00 }))).status).toBe(409)
    expect((await refusal(step('grant', 3, { reference: '§ 99' }))).status).toBe(409)
    expect((await step('grant', 3)).steps).toHaveLength(4)
  })
  test('a rejected one keeps its reasons and can be sent in again', async () => {
    await step('submit', 1)
    await step('recommendReject', 2, { note: 'Samma sak prövades 2024.' })
    await step('reject', 3, { note: 'Prövat förut.' })
    expect((await refusal(reply(0))).status).toBe(422)
    const { state, steps } = await step('resubmit', 4)
    expect(state).toBe('draft')
    expect(steps.map(({ note }) => note)).toContain('Prövat förut.')
    expect((await change(1, { need: 'Nytt underlag, nytt behov.' })).version).toBe(2)
  })
  test('what was submitted is changed only after it was asked to be completed', async () => {
    await step('submit', 1)
    expect((await refusal(change(1))).status).toBe(422)
    await step('completeMore', 2, { note: 'Riskerna saknas.' })
    expect((await change(1, { risks: 'Nu står de här.' })).version).toBe(2)
  })
  test('says whether it was there seven days before the meeting, counted to a working day, and when the board may decide', async () => {
    // Twelfth Night is a Tuesday; the meeting a week later would have that as its last day.
    const { meeting } = await step('submit', 1, { dated: '2026-01-05', meetingOn: '2026-01-13' })
    expect(meeting).toEqual({ on: '2026-01-13', lastDay: '2026-01-05', isLate: false, boardFrom: '2026-01-27' })
    await step('completeMore', 2)
    expect((await step('submit', 3, { dated: '2026-01-10', meetingOn: '2026-01-16' })).meeting).toMatchObject({ isLate: true })
  })
  test('grants no more than the budget, dates no step before the last or ahead', async () => {
    await prepare()
    await step('submit', 1)
    await step('recommendGrant', 2)
    expect((await refusal(step('grant', 3, { amountOre: 2_000_000_00 }))).status).toBe(422)
    expect((await refusal(step('grant', 3, { dated: '2026-01-09' }))).status).toBe(422)
    expect((await refusal(step('grant', 3, { dated: '2090-01-09' }))).status).toBe(422)
  })
})

test('the list shows where each stands and how many members have not answered; the board and the auditor read, only the office writes', async () => {
  await reply(0)
  for (const user of ['boardmember.1', 'auditor.1']) {
    as(user)
    const { applications } = await call(contract.listApplications, { params: { associationId } })
    expect(applications).toMatchObject([{ id, name: content.name, state: 'draft', askedOre: 1_000_000_00, unanswered: members.length - 1 }])
    expect((await refusal(step('submit', 1))).status).toBe(404)
  }
})
