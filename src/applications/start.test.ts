import { strFromU8, unzipSync } from 'fflate'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildWorld, testApp, transportAs, world } from '../../test/api.ts'
import { testDatabase } from '../../test/database.ts'
import { refusal } from '../../test/participations.ts'
import { answered, found, stepped, wholeApplication } from '../../test/useApplications.ts'
import { stableId } from '../associations/register.ts'
import { getRegisteredOutcome } from '../effects/registered/contract.ts'
import { getGrants } from '../financing/grants/contract.ts'
import { getIntervention } from '../interventions/contract.ts'
import { call, callFile, useTransport } from '../platform/call.ts'
import type { Database } from '../platform/database.ts'
import * as contract from './contract.ts'
import type { ApplicationContent } from './domain.ts'

let database: Database
let app: FastifyInstance
const [associationId] = world.associations

beforeAll(async () => {
  database = await testDatabase()
  await buildWorld(database)
  app = await testApp(database)
  useTransport(transportAs(app, 'associationadmin.1'))
})
afterAll(async () => {
  await app.close()
  await database.close()
})

/** Takes an application of a name as far as to an agreement, all on one day; gives what starts it. */
async function agreed(name: string, dated = '2026-01-10', given: Partial<ApplicationContent> = {}) {
  const id = stableId(`application ${name}`)
  const at = { params: { associationId, applicationId: id } }
  const { members } = await call(contract.beginApplication, {
    params: { associationId },
    body: { ...wholeApplication, ...given, name, id },
  })
  for (const [one, { organisationId }] of members.entries())
    await call(contract.answerApplication, { ...at, body: answered(organisationId, one === 0) })
  for (const item of ['notAuthority', 'notOrdinary', 'fewParties'] as const)
    await call(contract.findForApplication, { ...at, body: { ...found, item } })
  for (const [seen, act] of (['submit', 'recommendGrant', 'grant', 'agree'] as const).entries())
    await call(contract.stepApplication, { ...at, body: { ...stepped(act, seen + 1), dated } })
  return (given: { name?: string; dated?: string } = {}) =>
    call(contract.stepApplication, { ...at, body: { ...stepped('start', 5), ...given } })
}

test('an intervention that is started is named as the application, or as the step says', async () => {
  const start = await agreed('Provinsats 1')
  const { faults } = await refusal(start())
  expect(faults).toMatchObject([{ where: 'body.name', key: 'interventions.nameTaken' }])
  expect((await refusal(start({ name: 'provinsats 1' }))).faults).toMatchObject([{ where: 'body.name' }])
  expect((await refusal(start({ name: '' }))).faults).toMatchObject([{ where: 'body.name' }])
  const { state, content, steps } = await start({ name: 'Provinsats 1, 2026' })
  expect([state, content.name]).toEqual(['started', 'Provinsats 1'])
  const { name } = await call(getIntervention, { params: { id: steps.at(-1)!.interventionId! } })
  expect(name).toBe('Provinsats 1, 2026')
  // Sent again it is the same step; with another name it is not.
  expect((await start({ name: 'Provinsats 1, 2026' })).steps).toHaveLength(6)
  expect((await refusal(start({ name: 'Provinsats 1, 2027' }))).status).toBe(409)
})

test('what cannot be registered any more says at the step what to do, and what is wrong', async () => {
  const start = await agreed('Två parter')
  // As when a party has left the association since: nothing was said of why they are fewer.
  await database.queries.deleteFrom('application_finding').where('item', '=', 'fewParties').execute()
  const { faults } = await refusal(start())
  expect(faults.map(({ where, key }) => [where, key])).toEqual([
    ['body.act', 'applications.registerByHand'],
    ['body.fewPartiesReason', 'interventions.fewParties'],
  ])
  // Once it has been registered by hand the application has started, with the reason, and waits for nobody.
  const at = { params: { associationId, applicationId: stableId('application Två parter') } }
  const byHand = (note: string) => call(contract.stepApplication, { ...at, body: { ...stepped('startByHand', 5), note } })
  expect((await refusal(byHand(''))).faults).toMatchObject([{ where: 'body.note', key: 'applications.reasonNeeded' }])
  const { state, steps } = await byHand('Insatsen Två parter, registrerad för hand')
  expect([state, steps.at(-1)!.interventionId]).toEqual(['started', null])
})

test('an intervention starts though the year of the board’s decision is closed: its grant stands on the first day that is open, with the board’s day told', async () => {
  const stamp = { recorded_at: '2026-02-20T09:00:00Z', recorded_by: 'associationadmin.1' }
  const closed = {
    association_id: associationId,
    year: 2025,
    step: 1,
    previous: null,
    act: 'close',
    was: null,
    state: 'closed',
    asked_by: null,
  }
  const [onStart, late, before] = [
    await agreed('Årsskiftet', '2025-11-20'),
    await agreed('Sent inskriven', '2025-11-20'),
    await agreed('Öppet år', '2025-11-20'),
  ]
  await before({ dated: '2026-03-02' })
  await database.queries
    .insertInto('year_closing')
    .values({ ...closed, account_key_version: 0, note: '', ...stamp })
    .execute()
  await onStart({ dated: '2026-03-02' })
  await late({ dated: '2025-12-15' })
  const { grants, today } = await call(getGrants, { params: { associationId } })
  const stepOf = (of: string) => grants.find(({ name }) => name === of)!.steps[0]
  expect(stepOf('Öppet år')).toMatchObject({ dated: '2025-11-20', reference: '§ 12' })
  expect(stepOf('Årsskiftet')).toMatchObject({ dated: '2026-03-02', reference: '§ 12, 2025-11-20' })
  expect(stepOf('Sent inskriven')).toMatchObject({ dated: today, reference: '§ 12, 2025-11-20' })
})

test('a structural intervention starts without a word of participants: none is demanded, promised or judged by', async () => {
  const none = { ageFrom: null, ageTo: null, planned: null, comparison: '' }
  const start = await agreed('Gemensamma utbildningar', '2026-01-10', { ...none, orientation: 'structural' })
  const at = { params: { associationId, applicationId: stableId('application Gemensamma utbildningar') } }
  const { legality } = await call(contract.getApplication, at)
  expect(legality.map(({ item }) => item)).not.toContain('workingAge')
  const wordsOf = async (of: typeof at): Promise<string> => {
    const { blob } = await callFile(contract.getAgreementFile, { ...of, query: { format: 'docx' } })
    return strFromU8(unzipSync(new Uint8Array(await blob.arrayBuffer()))['word/document.xml']!)
  }
  const told = ['Planerat antal deltagare', 'Insatsen bedöms av', 'Ägaren följer upp deltagarna', 'personuppgiftsansvarig']
  await agreed('Med deltagare')
  const individual = await wordsOf({ params: { associationId, applicationId: stableId('application Med deltagare') } })
  const structural = await wordsOf(at)
  expect(told.map((one) => [individual.includes(one), structural.includes(one)])).toEqual(told.map(() => [true, false]))
  const interventionId = (await start()).steps.at(-1)!.interventionId!
  expect(await call(getIntervention, { params: { id: interventionId } })).toMatchObject({ countingMode: 'volume' })
  expect((await call(getRegisteredOutcome, { params: { interventionId } })).list).toEqual([])
})
