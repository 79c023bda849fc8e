import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { world } from '../../../test/api.ts'
import { importBench, importRow, refusal, type ImportBench } from '../../../test/participations.ts'
import { call } from '../../platform/call.ts'
import type { Participation } from '../domain.ts'
import * as register from '../register/contract.ts'
import { stripParticipation, setRetention } from '../retention/contract.ts'
import * as consent from './contract.ts'
import { ConsentLanguage, writingOf } from './domain.ts'
import { consentDrafts } from './drafts.ts'

let bench: ImportBench
const [controllerId, foreign] = world.controllers
const params = { controllerId }
const texts = [
  { language: 'sv' as const, body: 'Vi vill följa upp hur det går för dig.' },
  { language: 'ar' as const, body: consentDrafts.ar },
]
const given = { givenOn: '2024-03-01', textVersion: null, language: null, how: 'oral' as const, liftsSecrecy: false }

beforeAll(async () => {
  bench = await importBench()
})
afterAll(() => bench.close())
beforeEach(async () => {
  for (const table of ['consent', 'consent_text'] as const) await bench.database.queries.deleteFrom(table).execute()
  await bench.empty()
})
async function enter(): Promise<string> {
  bench.as('caseworker.1')
  const { row: _row, ...plain } = importRow(1)
  const body = { interventionId: world.interventions[0], participation: plain as Participation, samePersonAs: null }
  return (await call(register.registerParticipation, { params, body })).id
}
const publish = () => {
  bench.as('controlleradmin.1')
  return call(consent.publishConsentTexts, { params, body: { texts } })
}

describe('texts', () => {
  test('begin as drafts in every language, which are no version', async () => {
    const found = await call(consent.getConsentTexts, { params })
    expect(found).toMatchObject({ version: 0, publishedAt: null })
    expect(found.texts.map((text) => text.language)).toEqual(ConsentLanguage.codes.map(({ code }) => code))
  })
  test('are published as versions; an earlier one stays as it was', async () => {
    expect(await publish()).toMatchObject({ version: 1, texts })
    const second = await call(consent.publishConsentTexts, {
      params,
      body: { texts: [{ ...texts[0]!, body: 'En helt ny text om uppföljningen.' }] },
    })
    expect(second).toMatchObject({ version: 2 })
    const kept = await bench.database.queries.selectFrom('consent_text').select(['version', 'body']).where('version', '=', 1).execute()
    expect(kept.map((row) => row.body)).toContain(texts[0]!.body)
  })
  test('are published by the steward alone', async () => {
    bench.as('caseworker.1')
    expect(await refusal(call(consent.publishConsentTexts, { params, body: { texts } }))).toMatchObject({ status: 404 })
  })
  test('of another controller are not there', async () => {
    await publish()
    bench.as('controlleradmin.2')
    expect(await refusal(call(consent.getConsentTexts, { params }))).toMatchObject({ status: 404 })
    expect((await call(consent.getConsentTexts, { params: { controllerId: foreign } })).version).toBe(0)
  })
  test('in Arabic run from right to left', () => {
    expect(ConsentLanguage.codes.map(({ code }) => writingOf(code).dir)).toEqual(['ltr', 'ltr', 'ltr', 'rtl', 'ltr', 'ltr'])
  })
})

describe('a consent', () => {
  test('says when, how, by which text and in which language', async () => {
    await publish()
    const id = await enter()
    const fields = { ...given, textVersion: 1, language: 'ar' as const, how: 'written' as const, liftsSecrecy: true }
    const [one] = await call(consent.recordConsent, { params: { controllerId, id }, body: fields })
    expect(one).toMatchObject({ ...fields, recordedBy: 'caseworker.1' })
    expect(await call(consent.listConsents, { params: { controllerId, id } })).toEqual([one])
  })
  test('that is sent again is one', async () => {
    const place = { controllerId, id: await enter() }
    const send = (body: object = {}) =>
      call(consent.recordConsent, { params: place, body: { ...given, ...body, id: 'b7a1b6a7-4d0c-4f1e-9c55-0d6a8d1f2e33' } })
    await Promise.all([send(), send()])
    expect(await send()).toHaveLength(1)
    expect(await refusal(send({ how: 'written' }))).toMatchObject({ status: 409, key: 'consent.arrivedBefore' })
  })
  test.each([
    ['by a text that is not there', { textVersion: 7, language: 'sv' as const }, 'body.textVersion'],
    ['in a language the version lacks', { textVersion: 1, language: 'uk' as const }, 'body.textVersion'],
    ['in the future', { givenOn: '2026-11-23' }, 'body.givenOn'],
  ])('%s is refused', async (_what, changed, where) => {
    await publish()
    const id = await enter()
    const refused = await refusal(call(consent.recordConsent, { params: { controllerId, id }, body: { ...given, ...changed } }))
    expect(refused.faults.map((fault) => fault.where)).toEqual([where])
  })
  test('of a participation that is not one’s own is not there', async () => {
    const id = await enter()
    bench.as('caseworker.2')
    for (const at of [controllerId, foreign]) {
      expect(await refusal(call(consent.recordConsent, { params: { controllerId: at, id }, body: given }))).toMatchObject({ status: 404 })
    }
  })
  test('goes when the participation is stripped', async () => {
    const id = await enter()
    await call(consent.recordConsent, { params: { controllerId, id }, body: given })
    bench.as('controlleradmin.1')
    await call(setRetention, { params, body: { decision: 'KS 1', decisionDate: '2026-01-01', months: null } })
    bench.as('caseworker.1')
    await call(stripParticipation, { params: { controllerId, id }, body: { reason: 'withdrawal' } })
    expect(await bench.database.queries.selectFrom('consent').selectAll().execute()).toEqual([])
  })
})
