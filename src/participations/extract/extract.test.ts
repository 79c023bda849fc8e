import { afterAll, beforeAll, expect, test } from 'vitest'
import { world } from '../../../test/api.ts'
import { importBench, importRow, refusal, type ImportBench } from '../../../test/participations.ts'
import { call } from '../../platform/call.ts'
import type { Participation } from '../domain.ts'
import * as consent from '../consent/contract.ts'
import * as register from '../register/contract.ts'
import { getExtract } from './contract.ts'

let bench: ImportBench
let place: { controllerId: string; id: string }
const [controllerId, foreign] = world.controllers
const { row: _row, ...participation } = importRow(1)
const contact = { date: '2024-09-01', reached: true, source: 'ownContact' as const, changes: [], workBelief: 'fully' as const }

beforeAll(async () => {
  bench = await importBench()
  bench.as('caseworker.1')
  const body = { interventionId: world.interventions[0], participation: participation as Participation, samePersonAs: null }
  const { id } = await call(register.registerParticipation, { params: { controllerId }, body })
  place = { controllerId, id }
  await call(register.changeParticipation, {
    params: place,
    body: { version: 1, participation: { ...body.participation, education: 'postSecondary' } },
  })
  const { contacts } = await call(register.recordContact, { params: place, body: contact })
  const given = { givenOn: '2024-02-01', textVersion: null, language: null, how: 'oral' as const, liftsSecrecy: true }
  await call(consent.recordConsent, { params: place, body: given })
  const params = { ...place, contactId: contacts[0]!.id }
  await call(register.changeContact, { params, body: { ...contact, version: 1, withdrawn: true } })
})
afterAll(() => bench.close())

test('an extract holds every version of fields and follow-ups, also what was withdrawn', async () => {
  const extract = await call(getExtract, { params: place })
  expect(extract.versions.map((one) => one.participation.education)).toEqual(['postSecondary', 'upperSecondary'])
  expect(extract.contacts.map(({ version, withdrawn, current }) => ({ version, withdrawn, current }))).toEqual([
    { version: 1, withdrawn: false, current: false },
    { version: 2, withdrawn: true, current: true },
  ])
  expect(extract.contacts.map(({ workBelief }) => workBelief)).toEqual(['fully', 'fully'])
  expect(extract.versions[0]!.participation).toMatchObject({ socialContactsBefore: 'partly', workBeliefBefore: 'declined' })
  expect(extract).toMatchObject({ hasReference: false, association: 'Provförbundet 1', controller: { name: 'Provkommun 1' } })
})
test('it holds how and when the participant consented', async () => {
  const { consents } = await call(getExtract, { params: place })
  expect(consents).toMatchObject([{ givenOn: '2024-02-01', how: 'oral', liftsSecrecy: true, recordedBy: 'caseworker.1' }])
})
test('it tells who has read or changed, and is itself told of in the next', async () => {
  bench.as('controllerAdmin.1')
  await call(getExtract, { params: place })
  const { events } = await call(getExtract, { params: place })
  expect(events[0]).toMatchObject({ who: 'caseworker.1', endpoint: 'registerParticipation', kind: 'change' })
  expect(events.at(-1)).toMatchObject({ who: 'controlleradmin.1', endpoint: 'getExtract', kind: 'personRead' })
})
test('another controller’s staff gets none', async () => {
  bench.as('caseworker.2')
  expect(await refusal(call(getExtract, { params: place }))).toMatchObject({ status: 404 })
  expect(await refusal(call(getExtract, { params: { ...place, controllerId: foreign } }))).toMatchObject({ status: 404 })
})
