import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { world } from '../../../test/api.ts'
import { importBench, importRow, refusal, type ImportBench } from '../../../test/participations.ts'
import { call } from '../../platform/call.ts'
import { addAnonymous } from '../anonymous/contract.ts'
import { publishConsentTexts } from '../consent/contract.ts'
import { cancelImport, startImport } from '../contract.ts'
import type { Participation } from '../domain.ts'
import { commitDraft } from '../sendImport.ts'
import * as register from '../register/contract.ts'
import { setRetention } from '../retention/contract.ts'
import * as tiers from './contract.ts'

let bench: ImportBench
const [controllerId, foreign] = world.controllers
const [interventionId] = world.interventions
const params = { controllerId }
const decision = { decisionReference: 'KS 2026/12', decisionDate: '2026-11-01' }
const basis: tiers.RegistrationBasis = {
  ...decision,
  ground: 'publicInterest',
  legalBasis: 'Artikel 6.1 e, lag (2003:1210)',
  specialBasis: 'Artikel 9.2 g',
  registerLaw: 'ingen',
  dpiaReference: 'KS 2026/7',
  processorAgreement: 'driver själv',
}
const { row: _row, ...participation } = importRow(1)

beforeAll(async () => {
  bench = await importBench()
})
afterAll(() => bench.close())
beforeEach(async () => {
  await bench.empty()
  await bench.database.queries.deleteFrom('tier_decision').execute()
  await bench.database.queries.updateTable('controller').set({ closed_at: null, ground: 'consent' }).execute()
  bench.as('controllerAdmin.1')
})

const enter = () => {
  bench.as('caseworker.1')
  const body = { interventionId, participation: participation as Participation, samePersonAs: null }
  return call(register.registerParticipation, { params, body })
}
const start = () => {
  bench.as('caseworker.1')
  const body = { fileName: 'a.xlsx', contentHash: 'a'.repeat(64), interventionIds: [interventionId] }
  return call(startImport, { params, body: { ...body, withoutGround: 'block', referenceReach: 'controller' } })
}
const open = (given: Partial<tiers.RegistrationBasis> = {}) => {
  bench.as('controllerAdmin.1')
  return call(tiers.openRegistration, { params, body: { ...basis, ...given } })
}
const close = () => {
  bench.as('controllerAdmin.1')
  return call(tiers.closeRegistration, { params, body: decision })
}

describe('staff are told where registration stands', () => {
  const standing = (user = 'caseworker.1', at: string = controllerId) => {
    bench.as(user)
    return call(tiers.getStanding, { params: { controllerId: at } })
  }
  test('while it is open', async () => {
    expect(await standing()).toMatchObject({ state: 'open', closedOn: null })
  })
  test('since when it is closed, and whom to ask', async () => {
    await close()
    expect(await standing()).toMatchObject({ state: 'closed', closedOn: '2026-11-22', stewards: ['controlleradmin.1'] })
  })
  test('that it was never opened', async () => {
    await bench.database.queries.deleteFrom('controller').where('organisation_id', '=', controllerId).execute()
    expect(await standing()).toMatchObject({ state: 'never', closedOn: null, stewards: ['controlleradmin.1'] })
    await open()
  })
  test('and nobody is named whose time is over', async () => {
    const { queries } = bench.database
    await queries.updateTable('app_user').set({ employed_until: '2026-11-21' }).where('id', '=', 'controlleradmin.1').execute()
    expect((await standing()).stewards).toEqual([])
    await queries.updateTable('app_user').set({ employed_until: '2026-11-22' }).where('id', '=', 'controlleradmin.1').execute()
    expect((await standing()).stewards).toEqual(['controlleradmin.1'])
    await queries.updateTable('app_user').set({ employed_until: null }).where('id', '=', 'controlleradmin.1').execute()
  })
  test('elsewhere it is nobody’s business', async () => {
    expect(await refusal(standing('caseworker.1', foreign))).toMatchObject({ status: 404 })
    bench.as('caseworker.1')
    const { rows } = await bench.database.as('samlad_staff', undefined, (queries) =>
      sql`select * from stewards_of(${foreign}, '2026-11-22')`.execute(queries),
    )
    expect(rows).toEqual([])
  })
})

describe('before registration has been opened', () => {
  /** Nobody has decided anything. */
  beforeEach(() => bench.database.queries.deleteFrom('controller').where('organisation_id', '=', controllerId).execute())

  test('nobody registers, imports, counts or publishes, and all are told what to do', async () => {
    const texts = { texts: [{ language: 'sv' as const, body: 'Jag samtycker till att mina uppgifter registreras.' }] }
    const count = { interventionId, year: 2026, women: 1, men: 0 }
    const refused = [await refusal(enter()), await refusal(start())]
    refused.push(await refusal(call(addAnonymous, { params, body: count })))
    bench.as('controllerAdmin.1')
    refused.push(await refusal(call(publishConsentTexts, { params, body: texts })))
    refused.push(await refusal(call(setRetention, { params, body: { decision: 'X 1', decisionDate: '2026-01-01', months: null } })))
    for (const one of refused) {
      expect(one).toMatchObject({ status: 422, key: 'participations.notOpened' })
      expect(one.message).toContain('Dataansvar → Registrering av deltaganden')
    }
  })
  test('the steward sees that, opens it, and then it works', async () => {
    expect(await call(tiers.getRegistration, { params })).toMatchObject({ state: 'never', basis: null, decisions: [] })
    const opened = await open()
    expect(opened).toMatchObject({ state: 'open', basis, openedAt: '2026-11-22T10:00:00.000Z' })
    expect(opened.decisions).toMatchObject([{ tier: 'registration', act: 'opened', recordedBy: 'controlleradmin.1', ...decision }])
    expect((await enter()).participation).toEqual(participation)
    const { reference_key } = await bench.database.queries
      .selectFrom('controller')
      .select('reference_key')
      .where('organisation_id', '=', controllerId)
      .executeTakeFirstOrThrow()
    expect(new Set(reference_key).size).toBeGreaterThan(10)
  })
})

describe('opening', () => {
  test.each(['legalBasis', 'specialBasis', 'registerLaw', 'decisionReference', 'dpiaReference', 'processorAgreement'] as const)(
    'takes %s',
    async (field) => {
      const refused = await refusal(open({ [field]: ' ' }))
      expect(refused.status).toBe(400)
      expect(refused.faults).toMatchObject([{ where: `body.${field}`, key: 'tiers.needed' }])
    },
  )
  test('takes a decision that has been made', async () => {
    expect(await refusal(open({ decisionDate: '2026-11-23' }))).toMatchObject({ status: 422, key: 'tiers.inFuture' })
    expect((await open({ decisionDate: '2026-11-22' })).state).toBe('open')
  })
  test('again records a new decision and keeps the old one', async () => {
    await open()
    const { decisions, basis: now } = await open({ decisionReference: 'KS 2026/99' })
    expect(now?.decisionReference).toBe('KS 2026/99')
    expect(decisions.map(({ act, decisionReference }) => [act, decisionReference]).sort()).toEqual([
      ['changed', 'KS 2026/12'],
      ['changed', 'KS 2026/99'],
    ])
  })
  test('is no caseworker’s, no office’s and no other steward’s', async () => {
    for (const user of ['caseworker.1', 'associationadmin.1', 'nationalanalyst.1', 'controlleradmin.2', 'systemadministrator.1']) {
      bench.as(user)
      expect(await refusal(call(tiers.openRegistration, { params, body: basis }))).toMatchObject({ status: 404 })
      expect(await refusal(call(tiers.closeRegistration, { params, body: decision }))).toMatchObject({ status: 404 })
      expect(await refusal(call(tiers.getRegistration, { params }))).toMatchObject({ status: 404 })
    }
    bench.as('controlleradmin.2')
    expect((await call(tiers.getRegistration, { params: { controllerId: foreign } })).decisions).toEqual([])
  })
})

describe('closing', () => {
  test('tells first what there is', async () => {
    await enter()
    await start()
    bench.as('controllerAdmin.1')
    const { held } = await call(tiers.getRegistration, { params })
    expect(held).toEqual({ participations: 1, running: 1, identities: 0, unfinishedImports: 1 })
  })
  test('stops registering and importing, also an import that was begun', async () => {
    bench.as('caseworker.1')
    const list = await bench.draft([importRow(1)])
    expect((await close()).state).toBe('closed')
    for (const refused of [await refusal(enter()), await refusal(start())])
      expect(refused).toMatchObject({ status: 422, key: 'participations.closed', message: expect.stringContaining('2026-11-22') as string })
    const place = { controllerId, importId: list.importId }
    const refused = await refusal(commitDraft(place, { likelyDuplicates: 'skip', anonymous: 'count', mapping: {} }))
    expect(refused).toMatchObject({ key: 'participations.closed' })
    expect(await bench.count('participation')).toBe(0)
    expect(await bench.count('import')).toBe(0)
  })
  test('removes nothing: what there is can be corrected and followed up', async () => {
    const { id } = await enter()
    await close()
    bench.as('caseworker.1')
    const changed = { ...(participation as Participation), education: 'postSecondary' as const }
    await call(register.changeParticipation, { params: { controllerId, id }, body: { version: 1, participation: changed } })
    const contact = { date: '2024-09-01', reached: true, source: 'ownContact' as const, changes: [] }
    expect((await call(register.recordContact, { params: { controllerId, id }, body: contact })).contacts).toHaveLength(1)
    expect(await bench.count('fact')).toBe(1)
  })
  test('leaves an import that was begun to be thrown away', async () => {
    bench.as('caseworker.1')
    const { importId } = await bench.draft([importRow(1)])
    await close()
    bench.as('caseworker.1')
    expect(await call(cancelImport, { params: { controllerId, importId } })).toEqual({ cancelled: true })
  })
  test('twice is refused, and opening again works', async () => {
    await close()
    expect(await refusal(close())).toMatchObject({ status: 422, key: 'tiers.notOpen' })
    const opened = await open()
    expect(opened).toMatchObject({ state: 'open', closedAt: null })
    expect(opened.decisions.map(({ act }) => act).sort()).toEqual(['closed', 'opened'])
    expect((await enter()).draft).toBe(false)
  })
})
