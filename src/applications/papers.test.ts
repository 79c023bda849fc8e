import { strFromU8, unzipSync } from 'fflate'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildWorld, testApp, transportAs, world } from '../../test/api.ts'
import { testDatabase } from '../../test/database.ts'
import { refusal } from '../../test/participations.ts'
import { stableId } from '../associations/register.ts'
import { documentKindOf } from '../documents/kind.ts'
import { call, callFile, useTransport } from '../platform/call.ts'
import type { Database } from '../platform/database.ts'
import { pagesOf } from '../statistics/reports/files/pdfFile.ts'
import * as contract from './contract.ts'
import type { Judged } from './domain.ts'
import { emptyContent } from './emptyContent.ts'

let database: Database
let app: FastifyInstance
const [associationId, otherAssociationId] = world.associations
const applicationId = stableId('application with papers')
const params = { associationId, applicationId }
const as = (user: string): void => useTransport(transportAs(app, user))
const words = 'Provinsats för unga som varit sjukskrivna länge'
const whole = {
  ...{ ...emptyContent, name: words, need: words, failure: words, targetGroup: words, aim: words, indicators: words, activities: words },
  ...{ equality: words, children: words, accessibility: words, risks: words, comparison: words, adoption: words, dataProtection: words },
  ...{ ageFrom: 18, ageTo: 64, planned: 40, from: '2026-02-01', to: '2027-12-31' },
  budget: [{ year: 2026, kind: 'staff' as const, amountOre: 900_000_00 }],
}

beforeAll(async () => {
  database = await testDatabase()
  await buildWorld(database)
  app = await testApp(database)
  as('preparationmember.1')
  await call(contract.beginApplication, { params: { associationId }, body: { ...whole, id: applicationId } })
})
afterAll(async () => {
  await app.close()
  await database.close()
})

describe('whoever sits in the preparation group', () => {
  test('begins and changes a draft, and comments; answers, findings and steps are the office’s', async () => {
    as('preparationmember.1')
    const { version } = await call(contract.changeApplication, { params, body: { ...whole, planned: 50, version: 1 } })
    expect(version).toBe(2)
    const finding = { item: 'notAuthority' as const, holds: true, evidence: 'Så är det.' }
    expect((await refusal(call(contract.findForApplication, { params, body: finding }))).status).toBe(404)
  })
  test('of another association sees nothing of it', async () => {
    as('preparationmember.2')
    expect((await refusal(call(contract.getApplication, { params }))).status).toBe(404)
    const elsewhere = { associationId: otherAssociationId, applicationId }
    expect((await refusal(call(contract.getApplication, { params: elsewhere }))).status).toBe(404)
    expect((await refusal(call(contract.findSimilarInterventions, { params: elsewhere }))).status).toBe(404)
    expect((await refusal(callFile(contract.getAgreementFile, { params: elsewhere, query: { format: 'pdf' } }))).status).toBe(404)
  })
})

describe('comments', () => {
  const body = { id: stableId('first comment'), text: 'Vem äger den här?' }
  const comment = (given = {}) => call(contract.commentApplication, { params, body: { ...body, ...given } })
  test('stand with who wrote them; sent twice is one, and something else under the id is refused', async () => {
    as('preparationmember.1')
    await comment()
    expect((await comment()).comments).toMatchObject([{ text: body.text, recordedBy: 'preparationmember.1' }])
    expect((await refusal(comment({ text: 'Något annat' }))).status).toBe(409)
    expect((await refusal(comment({ id: stableId('second comment'), text: '' }))).status).toBe(400)
  })
})

describe('documents', () => {
  const pdf = { id: stableId('paper of the application'), name: 'Underlag.pdf', content: Buffer.from('%PDF-1.7 %%EOF').toString('base64') }
  test('are attached, fetched as they came, and taken away with the reason', async () => {
    as('preparationmember.1')
    expect((await call(contract.attachApplicationDocument, { params, body: pdf })).documents).toMatchObject([{ name: 'Underlag.pdf' }])
    const file = await callFile(contract.getApplicationDocument, { params: { ...params, documentId: pdf.id } })
    expect(await file.blob.text()).toBe('%PDF-1.7 %%EOF')
    as('associationadmin.1')
    const detach = (reason: string) =>
      call(contract.detachApplicationDocument, { params: { ...params, documentId: pdf.id }, body: { reason } })
    expect((await refusal(detach(''))).status).toBe(400)
    expect((await detach('Fel fil')).documents).toEqual([])
    expect((await refusal(callFile(contract.getApplicationDocument, { params: { ...params, documentId: pdf.id } }))).status).toBe(404)
  })
  test('belong to an application that is there', async () => {
    as('associationadmin.1')
    const lost = { associationId, applicationId: stableId('no application') }
    const again = { ...pdf, id: stableId('another paper') }
    expect((await refusal(call(contract.attachApplicationDocument, { params: lost, body: again }))).status).toBe(404)
  })
})

test('what resembles the application is found by the stems of Swedish words over the whole country, the name first', async () => {
  const tell = (id: string, description: string) =>
    database.queries.updateTable('intervention').set({ description }).where('id', '=', id).execute()
  await database.queries.updateTable('association').set({ fictive: true }).where('id', '=', associationId).execute()
  await tell(world.interventions[0], 'Något helt annat')
  await tell(world.interventions[1], 'En väg för ung och sjukskriven')
  await database.queries.updateTable('intervention').set({ name: 'Steget' }).where('id', '=', world.interventions[1]).execute()
  as('preparationmember.1')
  const found = await call(contract.findSimilarInterventions, { params })
  expect(found.map(({ id }) => id).slice(0, 2)).toEqual([world.interventions[0], world.interventions[1]])
  expect(found[1]).toMatchObject({ name: 'Steget', associations: ['Provförbundet 2'], outcome: null, year: null })
})

describe('the agreement', () => {
  const fetch = (format: 'pdf' | 'docx') => callFile(contract.getAgreementFile, { params, query: { format } })
  const step = (act: 'submit' | 'recommendGrant' | 'grant', seen: number) => {
    const [meetingOn, amountOre] = [act === 'submit' ? '2026-01-20' : null, act === 'grant' ? 700_000_00 : null]
    const body = { act, dated: '2026-01-10', reference: '§ 12', note: '', seen, meetingOn, amountOre }
    return call(contract.stepApplication, { params, body })
  }
  test('is not there before the board has granted', async () => {
    as('associationadmin.1')
    expect((await refusal(fetch('pdf'))).status).toBe(422)
  })
  test('is written from what was granted: owner, amount, decision, purpose and terms; the same each time', async () => {
    as('associationadmin.1')
    const { members } = await call(contract.getApplication, { params })
    for (const [at, { organisationId }] of members.entries()) {
      const answer = { takesPart: true, owns: at === 0, staff: '', cofinancingOre: 0, cofinancingKind: 'none' as const }
      const decided = { decidedBy: 'Chefen', decidedOn: '2026-01-05', evidence: 'Protokoll § 3' }
      await call(contract.answerApplication, { params, body: { organisationId, ...answer, ...decided } })
    }
    const judged: Judged[] = ['notAuthority', 'notOrdinary', 'fewParties']
    for (const item of judged) await call(contract.findForApplication, { params, body: { item, holds: true, evidence: 'Så är det.' } })
    await step('submit', 1)
    await step('recommendGrant', 2)
    await step('grant', 3)
    const pdf = new Uint8Array(await (await fetch('pdf')).blob.arrayBuffer())
    expect(documentKindOf(pdf)).toBe('pdf')
    expect(pagesOf(pdf)).toBeLessThanOrEqual(3)
    expect(new Uint8Array(await (await fetch('pdf')).blob.arrayBuffer())).toEqual(pdf)
    const docx = new Uint8Array(await (await fetch('docx')).blob.arrayBuffer())
    const text = strFromU8(unzipSync(docx)['word/document.xml']!).replace(/[\u00a0\u202f]/g, ' ')
    for (const told of ['Provförbundet 1', members[0]!.name, '700 000', '§ 12', words]) expect(text).toContain(told)
  })
})
