import type { FastifyInstance } from 'fastify'
import { createHash } from 'node:crypto'
import { strToU8 } from 'fflate'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { buildWorld, testApp, TERMINAL_TOKEN, transportAs, world } from '../../../test/api.ts'
import { testDatabase } from '../../../test/database.ts'
import { refusal } from '../../../test/participations.ts'
import { stableId } from '../../associations/register.ts'
import { call, callFile, useTransport } from '../../platform/call.ts'
import type { Database } from '../../platform/database.ts'
import { closeYear } from '../closing/contract.ts'
import {
  attachContributionDocument,
  changeContribution,
  detachContributionDocument,
  getContributionDocument,
  getContributions,
  recordContribution,
} from './contract.ts'

let database: Database
let app: FastifyInstance
const [associationId, foreign] = world.associations
const entryId = stableId('entry of documents')
const params = { associationId, entryId }
const bytes = strToU8('%PDF-1.7\nBeslut\n%%EOF\n')
const base64 = (of: Uint8Array): string => Buffer.from(of).toString('base64')
const id = stableId('a document')
const attach = (given: object = {}) =>
  call(attachContributionDocument, { params, body: { id, name: 'Beslut.pdf', content: base64(bytes), ...given } })
const kept = async () => (await call(getContributions, { params })).entries.find((one) => one.id === entryId)!.documents
const as = (user: string): void => useTransport(transportAs(app, user))
const contribution = {
  year: 2025,
  organisationId: world.controllers[0],
  step: 'decided' as const,
  amountOre: 100,
  dated: '2025-01-02',
  reference: 'Beslut',
  motive: '',
}

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
  for (const table of ['year_closing', 'contribution_document', 'document', 'contribution_entry'] as const)
    await database.queries.deleteFrom(table).execute()
  as('associationadmin.1')
  await call(recordContribution, { params, body: { ...contribution, id: entryId } })
})

describe('a document of a contribution', () => {
  test('is kept as it came, with its checksum, and given to the office, the board and the auditor', async () => {
    await attach()
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    expect(await kept()).toMatchObject([{ id, name: 'Beslut.pdf', mediaType: 'application/pdf', bytes: bytes.length, sha256 }])
    for (const role of ['associationadmin', 'boardmember', 'auditor']) {
      as(`${role}.1`)
      const { fileName, blob } = await callFile(getContributionDocument, { params: { ...params, documentId: id } })
      expect([fileName, new Uint8Array(await blob.arrayBuffer())]).toEqual(['Beslut.pdf', bytes])
    }
  })

  test('comes as a file to be saved that no browser takes for anything else', async () => {
    await attach({ name: 'faktura "\u00e5".html' })
    const url = `/api/associations/${associationId}/contributions/${entryId}/documents/${id}`
    const headers = { authorization: `Bearer ${TERMINAL_TOKEN}`, 'x-samlad-as': 'auditor.1' }
    const answer = await app.inject({ method: 'GET', url, headers })
    expect(answer.headers).toMatchObject({
      ...{ 'content-type': 'application/pdf', 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' },
      'content-disposition': "attachment; filename*=UTF-8''faktura%20%22%C3%A5%22.html.pdf",
    })
  })

  test.each([
    ['a web page called PDF', { content: base64(strToU8('<html>')) }, 422, 'documents.notAKind'],
    ['nothing', { content: '' }, 422, 'documents.empty'],
    ['what is no base64', { content: '<<<' }, 400, 'error.badRequest'],
    ['a name that is a path', { name: '../../etc/passwd' }, 400, 'error.badRequest'],
    ['a name with a personnummer', { name: 'Beslut 19850101-2380.pdf' }, 400, 'error.badRequest'],
  ])('%s is refused', async (_, given, status, key) => {
    expect(await refusal(attach(given))).toMatchObject({ status, key })
    expect(await kept()).toEqual([])
  })

  test('that is larger than may be is refused before it is read', async () => {
    const large = new Uint8Array(11 * 1024 * 1024)
    large.set(bytes)
    expect([400, 413]).toContain((await refusal(attach({ content: base64(large) }))).status)
  })

  test('arrives once however often the form is sent, and not as another', async () => {
    await attach()
    await attach()
    expect(await kept()).toHaveLength(1)
    expect(await refusal(attach({ content: base64(strToU8('%PDF-1.7\nAnnat\n%%EOF')) }))).toMatchObject({ status: 409 })
  })

  test('follows its row when that is corrected, and is gone with it', async () => {
    await attach()
    const correct = (version: number, withdrawn: boolean) =>
      call(changeContribution, { params, body: { ...contribution, version, withdrawn, reason: 'Fel belopp' } })
    await correct(1, false)
    expect(await kept()).toHaveLength(1)
    await correct(2, true)
    expect(await refusal(attach({ id: stableId('another') }))).toMatchObject({ status: 404 })
  })

  test('is taken away with a reason: no longer shown or given out, and still in the database', async () => {
    await attach()
    const documentId = id
    const detach = (reason: string) => call(detachContributionDocument, { params: { ...params, documentId }, body: { reason } })
    expect(await refusal(detach(''))).toMatchObject({ status: 400 })
    await detach('Fel fil')
    expect(await kept()).toEqual([])
    expect(await refusal(callFile(getContributionDocument, { params: { ...params, documentId } }))).toMatchObject({ status: 404 })
    expect(await refusal(detach('Fel fil'))).toMatchObject({ status: 404 })
    expect(await database.queries.selectFrom('document').select('id').execute()).toHaveLength(1)
  })

  test('is attached to nothing of a closed year', async () => {
    await call(closeYear, { params: { associationId, year: 2025 }, body: { note: 'Beslutat', seen: 0 } })
    expect(await refusal(attach())).toMatchObject({ status: 422, key: 'closing.closed' })
    expect(await database.queries.selectFrom('document').select('id').execute()).toEqual([])
  })

  test('is another office’s neither to attach nor to fetch', async () => {
    await attach()
    as('associationadmin.2')
    expect(await refusal(call(getContributions, { params }))).toMatchObject({ status: 404 })
    expect(await refusal(callFile(getContributionDocument, { params: { ...params, documentId: id } }))).toMatchObject({ status: 404 })
    const there = { associationId: foreign, entryId, documentId: id }
    expect(await refusal(callFile(getContributionDocument, { params: there }))).toMatchObject({ status: 404 })
  })

  test('is changed or taken out of the database by no office', async () => {
    await attach()
    await expect(database.as('samlad_office', undefined, (queries) => queries.deleteFrom('document').execute())).rejects.toThrow()
    await expect(
      database.as('samlad_office', undefined, (queries) => queries.updateTable('document').set({ name: 'Annat.pdf' }).execute()),
    ).rejects.toThrow()
  })
})
