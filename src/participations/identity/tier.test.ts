import { chmodSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { world } from '../../../test/api.ts'
import { basis, decision, identityBench, isPostgres, newKey, oldKey, type IdentityBench } from '../../../test/identity.ts'
import { refusal } from '../../../test/participations.ts'
import { testPersons } from '../../../test/testPersons.ts'
import { call } from '../../platform/call.ts'
import { closeRegistration, getRegistration } from '../tiers/contract.ts'
import * as identity from './contract.ts'

let own: IdentityBench
const params = { controllerId: world.controllers[0] }
const one = testPersons[0]!

beforeAll(async () => {
  own = await identityBench()
})
afterAll(() => own.end())
beforeEach(() => own.empty())

describe.skipIf(isPostgres)('on the embedded database', () => {
  test('personal numbers are never opened, and the steward is told why', async () => {
    expect(await own.tier()).toMatchObject({ possible: false, open: null, key: { state: 'ready' } })
    const refused = await refusal(own.open())
    expect(refused).toMatchObject({ status: 422, key: 'identity.embedded' })
    expect(refused.message).toContain('PostgreSQL')
  })
  test('and so none is ever stored', async () => {
    const { id } = await own.enter()
    expect(await refusal(own.set(id))).toMatchObject({ status: 422, key: 'identity.notOpen' })
  })
})

describe.runIf(isPostgres)('on PostgreSQL', () => {
  describe('opening', () => {
    test('takes legal basis, decision and date, and stands in the history', async () => {
      const opened = await own.open()
      expect(opened.open).toMatchObject({ ...basis, openedAt: '2026-11-22T10:00:00.000Z' })
      expect(opened.decisions).toMatchObject([{ tier: 'identity', act: 'opened', legalBasis: basis.legalBasis }])
      for (const field of ['legalBasis', 'decisionReference'] as const) {
        const refused = await refusal(own.steward(() => call(identity.openIdentityTier, { params, body: { ...basis, [field]: '' } })))
        expect(refused.faults).toMatchObject([{ where: `body.${field}` }])
      }
    })
    test('takes that registration is open', async () => {
      await own.steward(() => call(closeRegistration, { params, body: decision }))
      expect(await refusal(own.open())).toMatchObject({ key: 'identity.registrationFirst' })
    })
    test('takes a key, and says what is the matter when there is none', async () => {
      own.hold([])
      expect(await refusal(own.open())).toMatchObject({ status: 422, key: 'identity.key.missing' })
    })
    test('is for the steward of the controller alone', async () => {
      for (const user of ['caseworker.1', 'controlleradmin.2', 'associationadmin.1', 'nationalanalyst.1', 'systemadministrator.1']) {
        own.bench.as(user)
        expect(await refusal(call(identity.openIdentityTier, { params, body: basis }))).toMatchObject({ status: 404 })
        expect(await refusal(call(identity.rotateIdentityKey, { params }))).toMatchObject({ status: 404 })
      }
    })
  })

  describe('closing', () => {
    test('keeps the numbers shut up, and opening again shows them', async () => {
      await own.open()
      const id = await own.known()
      expect(await own.close()).toMatchObject({ open: null, stored: 1 })
      expect(await refusal(own.show(id))).toMatchObject({ key: 'identity.notOpen' })
      await own.open()
      expect((await own.show(id)).personnummer).toBe(one.personnummer)
    })
    test('removes them when asked to, under the decision on disposal only', async () => {
      await own.open()
      await own.known()
      expect(await refusal(own.close(true))).toMatchObject({ key: 'identity.noDisposalDecision' })
      await own.decideOnDisposal()
      expect(await own.close(true)).toMatchObject({ open: null, stored: 0 })
      expect(await own.bench.count('participation')).toBe(1)
    })
    test('of registration closes numbers with it, and is told so first', async () => {
      await own.open()
      const id = await own.known()
      expect((await own.steward(() => call(getRegistration, { params }))).held.identities).toBe(1)
      await own.steward(() => call(closeRegistration, { params, body: decision }))
      expect(await own.tier()).toMatchObject({ open: null, stored: 1 })
      expect(await refusal(own.show(id))).toMatchObject({ key: 'identity.notOpen' })
    })
  })

  describe('without the key', () => {
    test('everything else goes on, and what is asked for says what is missing', async () => {
      await own.open()
      const id = await own.known()
      own.hold([])
      expect(await own.read(id)).toMatchObject({
        identity: { stored: true },
      })
      const refused = await refusal(own.show(id))
      expect(refused).toMatchObject({ status: 422, key: 'identity.key.missing' })
      expect(refused.message).toContain('Nyckeln saknas')
      expect(await own.tier()).toMatchObject({ key: { state: 'missing', id: null }, stored: 1, unreadable: 1 })
      own.hold([oldKey])
      chmodSync(own.keyFile, 0o644)
      expect(await refusal(own.set(id))).toMatchObject({ key: 'identity.key.open' })
    })
    test('but with another one, the old is named', async () => {
      await own.open()
      const id = await own.known()
      const { key } = await own.tier()
      own.hold([newKey])
      const refused = await refusal(own.show(id))
      expect(refused).toMatchObject({ key: 'identity.otherKey' })
      expect(refused.message).toContain(key.id)
    })
  })
})
