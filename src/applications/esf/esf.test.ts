import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { buildWorld, testApp, transportAs, world } from '../../../test/api.ts'
import { testDatabase } from '../../../test/database.ts'
import { refusal } from '../../../test/participations.ts'
import { answered, wholeApplication } from '../../../test/useApplications.ts'
import { stableId } from '../../associations/register.ts'
import { documentKindOf } from '../../documents/kind.ts'
import { call, callFile, useTransport } from '../../platform/call.ts'
import type { Database } from '../../platform/database.ts'
import { answerApplication, beginApplication, changeApplication, getApplication, listApplications } from '../contract.ts'
import * as contract from './contract.ts'
import type { EsfStepFields } from './domain.ts'

let database: Database
let app: FastifyInstance
const [associationId] = world.associations
const [municipality, af] = world.controllers
const fk = stableId('fk of the esf')
const applicationId = stableId('application to the fund')
const params = { associationId, applicationId }
const as = (user: string): void => useTransport(transportAs(app, user))

beforeAll(async () => {
  database = await testDatabase()
  await buildWorld(database)
  const { queries } = database
  const state = { id: fk, name: 'Kassan', party: 'stateFk', municipality_code: null, region_code: null, fictive: true }
  await queries.insertInto('organisation').values(state).execute()
  for (const organisation_id of [fk, af])
    await queries.insertInto('membership').values({ association_id: associationId, organisation_id }).execute()
  app = await testApp(database)
})
afterAll(async () => {
  await app.close()
  await database.close()
})
const tables = ['esf_step', 'esf_plan', 'application_step', 'application_answer', 'application_version', 'application'] as const
beforeEach(async () => {
  for (const table of tables) await database.queries.deleteFrom(table).execute()
  as('associationadmin.1')
  await call(beginApplication, { params: { associationId }, body: { ...wholeApplication, esf: true, id: applicationId } })
})

const pays = { cofinancingOre: 100_000_00, cofinancingKind: 'cash' as const }
const reply = (organisationId: string, given: object = {}) =>
  call(answerApplication, { params, body: { ...answered(organisationId), ...given } })
const step = (act: EsfStepFields['act'], seen: number, given: Partial<EsfStepFields> = {}) => {
  const none = { organisationId: null, reading: act === 'askFk' ? ('allMembers' as const) : null, amountOre: null }
  return call(contract.stepEsf, { params, body: { act, dated: '2026-01-10', reference: 'Dnr 1', note: 'Skäl', seen, ...none, ...given } })
}
const plan = (version: number, given: object = {}) =>
  call(contract.planEsf, {
    params,
    body: {
      ...{ fundPermille: 500, flatRatePermille: null, unitCostOre: null, units: null, claimEvery: 3, lagMonths: 4 },
      ...{ source: 'Påhittad utlysning', version, ...given },
    },
  })
const faultsOf = async (work: Promise<unknown>): Promise<string[]> => (await refusal(work)).faults.map(({ message }) => message)

describe('the last resort', () => {
  test('is not asked until each other member has said no to owning and yes to paying, and each that lacks is named', async () => {
    await reply(municipality, pays)
    expect(await faultsOf(step('askFk', 0))).toEqual(['Provkommun 2 har inte svarat.'])
    await reply(af)
    expect(await faultsOf(step('askFk', 0))).toEqual(['Provkommun 2 har inte sagt ja till att medfinansiera.'])
    expect((await refusal(callFile(contract.getEvidenceFile, { params, query: { reading: 'allMembers' } }))).status).toBe(422)
    await reply(af, pays)
    const { state, whole } = await step('askFk', 0)
    expect([state, whole]).toEqual(['askedFk', { allMembers: true, takingPart: true }])
  })
  test('is asked with a file of what is documented', async () => {
    for (const id of [municipality, af]) await reply(id, pays)
    const file = await callFile(contract.getEvidenceFile, { params, query: { reading: 'allMembers' } })
    expect(documentKindOf(new Uint8Array(await file.blob.arrayBuffer()))).toBe('pdf')
  })
  test('owns when it says yes, which its answer then says; when it says no the idea is back, with the reason', async () => {
    for (const id of [municipality, af]) await reply(id, pays)
    await step('askFk', 0)
    const declined = await step('fkDeclines', 1, { note: 'Underlaget räcker inte.' })
    expect([declined.state, declined.owner, declined.steps.at(-1)!.note]).toEqual(['idea', null, 'Underlaget räcker inte.'])
    await step('askFk', 2)
    const { state, owner } = await step('fkAccepts', 3)
    expect([state, owner?.name]).toEqual(['owned', 'Kassan'])
    const { members } = await call(getApplication, { params })
    expect(members.find(({ organisationId }) => organisationId === fk)!.answer).toMatchObject({
      owns: true,
      takesPart: true,
      evidence: 'Dnr 1',
    })
  })
})

describe('owner and applicant', () => {
  test('is a member that has said so itself, and never the association, with the reason', async () => {
    expect((await faultsOf(step('appointOwner', 0, { organisationId: associationId })))[0]).toContain('7 § lagen 2003:1210')
    expect((await refusal(step('appointOwner', 0, { organisationId: municipality }))).status).toBe(422)
    await reply(municipality, { owns: true })
    expect((await step('appointOwner', 0, { organisationId: municipality })).state).toBe('owned')
    expect((await faultsOf(step('apply', 1, { organisationId: associationId })))[0]).toContain('Förbundet kan varken äga eller söka')
    expect((await refusal(step('apply', 1, { organisationId: fk }))).status).toBe(422)
    expect((await step('apply', 1, { organisationId: municipality })).state).toBe('applied')
  })
})

describe('a project under way', () => {
  const unmark = () => call(changeApplication, { params, body: { ...wholeApplication, esf: false, version: 1 } })
  test('keeps its owner until that is released, and its mark', async () => {
    await reply(municipality, { owns: true })
    await step('appointOwner', 0, { organisationId: municipality })
    expect((await faultsOf(reply(municipality)))[0]).toContain('Ägaren drar sig ur')
    expect((await refusal(reply(af, { owns: true }))).status).toBe(422)
    expect((await reply(municipality, { owns: true, ...pays })).cashOre).toBe(100_000_00)
    expect((await refusal(unmark())).key).toBe('esf.markHeld')
    await step('apply', 1, { organisationId: municipality })
    expect((await refusal(reply(municipality))).status).toBe(422)
    await step('esfRefuses', 2, { note: 'För få deltagare' })
    expect((await refusal(reply(municipality))).status).toBe(422)
    await step('tryAgain', 3)
    await step('releaseOwner', 4)
    await reply(municipality)
    await reply(af, { owns: true })
    expect((await step('appointOwner', 5, { organisationId: af })).owner?.name).toBe('Provkommun 2')
  })
  test('is over when the fund has refused: the application may go on without it', async () => {
    await reply(municipality, { owns: true })
    await step('appointOwner', 0, { organisationId: municipality })
    await step('apply', 1, { organisationId: municipality })
    await step('esfRefuses', 2, { note: 'För få deltagare' })
    expect((await unmark()).content.esf).toBe(false)
  })
})

describe('the fund', () => {
  const granted = async (): Promise<void> => {
    await reply(municipality, { owns: true })
    await step('appointOwner', 0, { organisationId: municipality })
    await step('apply', 1, { organisationId: municipality })
    await step('esfGrants', 2, { amountOre: 1_000_00 })
    await step('begin', 3)
  }
  test('pays no more than has been claimed, and no more is claimed than it has granted', async () => {
    await granted()
    expect((await refusal(step('claim', 4, { amountOre: 1_000_01 }))).status).toBe(422)
    await step('claim', 4, { amountOre: 600_00 })
    expect((await refusal(step('pay', 5, { amountOre: 600_01 }))).status).toBe(422)
    const { grantedOre, claimedOre, paidOre } = await step('pay', 5, { amountOre: 500_00 })
    expect([grantedOre, claimedOre, paidOre]).toEqual([1_000_00, 600_00, 500_00])
    expect((await step('close', 6)).state).toBe('closed')
  })
  test('is told apart from a repetition by amount and reference', async () => {
    await granted()
    await step('claim', 4, { amountOre: 600_00 })
    expect((await step('claim', 4, { amountOre: 600_00 })).claimedOre).toBe(600_00)
    expect((await refusal(step('claim', 4, { amountOre: 100_00 }))).status).toBe(409)
    expect((await refusal(step('claim', 4, { amountOre: 600_00, reference: 'Dnr 2' }))).status).toBe(409)
  })
  test('may be asked again when it has refused', async () => {
    await reply(municipality, { owns: true })
    await step('appointOwner', 0, { organisationId: municipality })
    await step('apply', 1, { organisationId: municipality })
    await step('esfRefuses', 2, { note: 'För få deltagare' })
    expect((await step('tryAgain', 3)).state).toBe('owned')
  })
  test('is reached by no step skipped; sent again is one, and another taken meanwhile is told of', async () => {
    await reply(municipality, { owns: true })
    expect((await refusal(step('esfGrants', 0, { amountOre: 5 }))).status).toBe(422)
    await step('appointOwner', 0, { organisationId: municipality })
    expect((await step('appointOwner', 0, { organisationId: municipality })).steps).toHaveLength(1)
    expect((await refusal(step('releaseOwner', 0))).status).toBe(409)
    const row = { association_id: associationId, application_id: applicationId, step: 2, previous: 1, reading: null, amount_ore: 5 }
    const past = { ...row, act: 'esfGrants', was: 'applied', state: 'granted', dated: '2026-01-10', organisation_id: null }
    const rest = { reference: 'x', note: '', recorded_at: '2026-01-10T10:00:00Z', recorded_by: 'associationadmin.1' }
    const insert = database.queries.insertInto('esf_step').values({ ...past, ...rest })
    await expect(insert.execute()).rejects.toThrow(/foreign key/)
  })
})

describe('what it costs', () => {
  test('follows from budget, answers and the terms of the call, in versions', async () => {
    await reply(af, { cofinancingOre: 300_000_00, cofinancingKind: 'benefits' })
    const { costs } = await plan(0)
    expect(costs).toMatchObject({ eligibleOre: 900_000_00, inKindOre: 300_000_00, fundOre: 600_000_00, leftOre: 300_000_00 })
    expect((await plan(1, { fundPermille: 400 })).costs).toMatchObject({ fundOre: 480_000_00 })
    expect((await refusal(plan(1))).status).toBe(409)
  })
  test('is what the application and the list of them ask of the association', async () => {
    await reply(af, { cofinancingOre: 300_000_00, cofinancingKind: 'benefits' })
    expect(await call(getApplication, { params })).toMatchObject({ fundOre: null, askedOre: 900_000_00 })
    const { costs } = await plan(0)
    expect(await call(getApplication, { params })).toMatchObject({ fundOre: 600_000_00, inKindOre: 300_000_00, askedOre: costs!.leftOre })
    expect((await call(listApplications, { params: { associationId } })).applications).toMatchObject([{ askedOre: 300_000_00 }])
  })
  test('takes one simplified cost option at most, and says where terms stand', async () => {
    const of = async (given: object): Promise<number> => (await refusal(plan(0, given))).status
    expect(await of({ flatRatePermille: 400, unitCostOre: 5, units: 2 })).toBe(400)
    expect(await of({ unitCostOre: 5 })).toBe(400)
    expect(await of({ source: '' })).toBe(400)
    expect(await of({ fundPermille: 1001 })).toBe(400)
  })
  test('is asked of an application to ESF+ alone', async () => {
    await call(changeApplication, { params, body: { ...wholeApplication, version: 1 } })
    expect((await refusal(plan(0))).status).toBe(422)
    expect((await refusal(step('askFk', 0))).status).toBe(422)
  })
})

test('the preparation group, the board and the auditor read; only the office writes', async () => {
  for (const user of ['preparationmember.1', 'boardmember.1', 'auditor.1']) {
    as(user)
    expect((await call(contract.getEsf, { params })).state).toBe('idea')
    expect((await refusal(step('askFk', 0))).status).toBe(404)
    expect((await refusal(plan(0))).status).toBe(404)
  }
})
