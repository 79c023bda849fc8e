import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildWorld, testApp, transportAs, world } from '../../../test/api.ts'
import { testDatabase } from '../../../test/database.ts'
import { refusal } from '../../../test/participations.ts'
import { answered, found, stepped, wholeApplication } from '../../../test/useApplications.ts'
import { recordAdoption } from '../../adoption/contract.ts'
import type { AdoptionBook } from '../../adoption/domain.ts'
import * as applications from '../../applications/contract.ts'
import { stableId } from '../../associations/register.ts'
import type { ClosingBook } from '../../financing/closing/domain.ts'
import type { GrantBook } from '../../financing/grants/domain.ts'
import { recordCommission } from '../../financing/commissions/contract.ts'
import { call, useTransport } from '../../platform/call.ts'
import type { Database } from '../../platform/database.ts'
import { getNotices } from './contract.ts'
import { inOrder, ofAdoptions, ofClosings, ofGrants, type Notice } from './notice.ts'

let database: Database
let app: FastifyInstance
const [associationId] = world.associations
const applicationId = stableId('application that waits')
const one = { params: { associationId, applicationId } }
const as = (user: string): void => useTransport(transportAs(app, user))
const kinds = async (): Promise<string[]> => (await call(getNotices, { params: { associationId } })).notices.map(({ kind }) => kind)

beforeAll(async () => {
  database = await testDatabase()
  await buildWorld(database)
  app = await testApp(database)
  as('associationadmin.1')
  await call(applications.beginApplication, { params: { associationId }, body: { ...wholeApplication, id: applicationId } })
})
afterAll(async () => {
  await app.close()
  await database.close()
})

describe('what waits', () => {
  test('is nothing of a draft; then answers and the meeting, the board, the agreement and the start, and each is gone when it is done', async () => {
    expect(await kinds()).toEqual([])
    await call(applications.stepApplication, { ...one, body: { ...stepped('submit', 1), meetingOn: '2026-01-20' } })
    expect(await kinds()).toEqual(['applicationMeeting', 'applicationUnanswered'])
    const { members } = await call(applications.getApplication, one)
    for (const [at, { organisationId }] of members.entries())
      await call(applications.answerApplication, { ...one, body: answered(organisationId, at === 0) })
    expect(await kinds()).toEqual(['applicationMeeting'])
    for (const item of ['notAuthority', 'notOrdinary', 'fewParties'] as const)
      await call(applications.findForApplication, { ...one, body: { ...found, item } })
    const after = async (act: 'recommendGrant' | 'grant' | 'agree' | 'start', seen: number): Promise<string[]> => {
      await call(applications.stepApplication, { ...one, body: stepped(act, seen) })
      return kinds()
    }
    expect(await after('recommendGrant', 2)).toEqual(['applicationBoard'])
    expect(await after('grant', 3)).toEqual(['applicationAgreement'])
    expect(await after('agree', 4)).toEqual(['applicationStart'])
    expect(await after('start', 5)).toEqual([])
  })
  test('is nothing of what was granted or agreed and came to nothing, which takes a reason', async () => {
    for (const granted of [['grant'], ['grant', 'agree']] as const) {
      const at = { params: { associationId, applicationId: stableId(`application that lapses after ${granted.join()}`) } }
      const body = { ...wholeApplication, name: 'Ägaren tackar nej', id: at.params.applicationId }
      const { members } = await call(applications.beginApplication, { params: { associationId }, body })
      for (const [nth, { organisationId }] of members.entries())
        await call(applications.answerApplication, { ...at, body: answered(organisationId, nth === 0) })
      for (const item of ['notAuthority', 'notOrdinary', 'fewParties'] as const)
        await call(applications.findForApplication, { ...at, body: { ...found, item } })
      const acts = ['submit', 'recommendGrant', ...granted] as const
      for (const [seen, act] of acts.entries()) await call(applications.stepApplication, { ...at, body: stepped(act, seen + 1) })
      expect(await kinds()).toHaveLength(1)
      const withdraw = (note: string) =>
        call(applications.stepApplication, { ...at, body: { ...stepped('withdraw', acts.length + 1), note } })
      expect((await refusal(withdraw(''))).faults).toMatchObject([{ where: 'body.note' }])
      expect((await withdraw('Ägaren har tackat nej.')).state).toBe('withdrawn')
      expect(await kinds()).toEqual([])
    }
  })
  test('of the money is told to those who may see it alone', async () => {
    const fields = {
      ...{ title: 'Uppdraget', giver: 'Regeringen', reference: 'S2026/1', decidedOn: '2026-01-10', purpose: 'Pröva tillsammans.' },
      ...{ targetGroup: 'Unga', from: '2026-02-01', to: null, moneyOre: 100, reporting: 'Till regeringen', reportsDue: ['2026-03-01'] },
    }
    const body = { ...fields, interventions: [], id: stableId('commission that waits') }
    await call(recordCommission, { params: { associationId }, body })
    expect(await call(getNotices, { params: { associationId } })).toMatchObject({
      notices: [{ kind: 'commissionReport', subject: 'Uppdraget', day: '2026-03-01', late: true }],
    })
    const [intervention] = world.interventions
    const ended = { start_date: '2024-01-01', end_date: '2025-12-31' }
    await database.queries.updateTable('intervention').set(ended).where('id', '=', intervention).execute()
    expect(await kinds()).toEqual(['commissionReport', 'adoptionDecision'])
    const decision = {
      ...{ id: stableId('taken over'), interventionId: intervention, verdict: 'adopt' as const, decidedOn: '2025-01-01', reference: '§ 1' },
      ...{ takenBy: world.controllers[0], from: '2025-02-01', to: null, moneyOre: null, moneySource: '', accountable: 'Chefen' },
      ...{ kept: 'Metoden', lessons: 'Planera övertagandet från början.' },
    }
    await call(recordAdoption, { params: { associationId }, body: decision })
    const { notices } = await call(getNotices, { params: { associationId } })
    expect(notices.map(({ kind, late }) => [kind, late])).toContainEqual(['adoptionCheck', true])
    as('preparationmember.1')
    expect(await kinds()).toEqual([])
    as('associationadmin.2')
    expect((await refusal(kinds())).status).toBe(404)
  })
})

test('a drawdown that waits is told apart by where it stands, and a grant’s drawdowns are one thing to do', () => {
  const steps = [{ dated: '2026-03-01' }]
  const of = (...states: string[]) => ({
    name: 'Steget',
    overdue: [],
    nextDue: null,
    drawdowns: states.map((state, at) => ({ id: `d${at}`, state, steps })),
  })
  const book = { today: '2026-04-01', grants: [of('sent', 'paid', 'attestedOnce')] } as unknown as GrantBook
  expect(ofGrants(book)).toMatchObject([{ kind: 'drawdownWaits', count: 2, each: ['d0 sent', 'd2 attestedOnce'] }])
})

test('what is over without a last day is told once, though it waits today', () => {
  const over = { id: 'i1', name: 'Steget', endDate: null, isOver: true }
  const on = (today: string) => ofAdoptions({ decisions: [], interventions: [over], today } as unknown as AdoptionBook)
  expect([on('2026-04-01'), on('2026-04-02')]).toMatchObject([[{ day: '2026-04-01', each: ['i1'] }], [{ day: '2026-04-02', each: ['i1'] }]])
})

test('a year that is asked to be opened again waits since the day that it was in Sweden', () => {
  const asked = { year: 2025, state: 'asked', steps: [{ recordedAt: '2026-03-31T22:30:00.000Z' }] }
  expect(ofClosings({ years: [asked] } as unknown as ClosingBook)).toMatchObject([{ kind: 'yearReopening', day: '2026-04-01' }])
})

test('late ones come first, then those that have waited longest', () => {
  const notice = (day: string, late: boolean): Notice => ({ kind: 'grantReport', subject: '', page: '', day, count: null, each: [], late })
  const [a, b, c] = [notice('2026-01-02', false), notice('2026-01-01', false), notice('2026-03-01', true)]
  expect(inOrder([a, b, c])).toEqual([c, b, a])
})
