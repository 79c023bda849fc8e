import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { world } from '../../../test/api.ts'
import { identityBench, isPostgres, newKey, oldKey, type IdentityBench } from '../../../test/identity.ts'
import { refusal } from '../../../test/participations.ts'
import { testPersons } from '../../../test/testPersons.ts'
import { call } from '../../platform/call.ts'
import { deriveKeys, lookupOf, sealIdentity } from './cipher.ts'
import * as identity from './contract.ts'

let own: IdentityBench
const controllerId = world.controllers[0]
const params = { controllerId }
const [one, two] = testPersons as unknown as [(typeof testPersons)[0], (typeof testPersons)[0]]
const digits = one.personnummer.replace('-', '')

beforeAll(async () => {
  own = await identityBench()
})
afterAll(() => own.end())
beforeEach(() => own.empty())

describe.runIf(isPostgres)('a change of key', () => {
  /** Numbers of all test persons under the old key, some more than once. */
  async function many(): Promise<Map<string, string>> {
    const found = new Map<string, string>()
    for (const { personnummer, birthYear } of testPersons) found.set(await own.known(personnummer, birthYear), personnummer)
    return found
  }
  test('rewrites every number; afterwards the old key can go', async () => {
    await own.open()
    const numbers = await many()
    own.hold([newKey, oldKey])
    expect(await own.tier()).toMatchObject({ stored: 20, onOlderKeys: 20, unreadable: 0 })
    expect(await own.rotate()).toMatchObject({
      rewritten: 20,
      left: 0,
      rotation: { rewritten: 20, finishedAt: '2026-11-22T10:00:00.000Z' },
    })
    own.hold([newKey])
    expect(await own.tier()).toMatchObject({
      onOlderKeys: 0,
      unreadable: 0,
      rotations: [{ rewritten: 20, startedBy: 'controlleradmin.1' }],
    })
    for (const [id, number] of numbers) {
      expect((await own.show(id)).personnummer).toBe(number)
    }
    expect((await own.find(digits)).map(({ id }) => numbers.get(id))).toEqual([one.personnummer])
    own.hold([oldKey])
    expect(await refusal(own.show([...numbers.keys()][0]!))).toMatchObject({ key: 'identity.otherKey' })
  })
  test('under way lets both keys be read and searched, and new numbers take the new one', async () => {
    await own.open()
    const old = await own.known()
    own.hold([newKey, oldKey])
    const late = await own.known(two.personnummer, two.birthYear)
    expect((await own.show(old)).personnummer).toBe(one.personnummer)
    expect((await own.show(late)).personnummer).toBe(two.personnummer)
    expect((await own.find(digits)).map(({ id }) => id)).toEqual([old])
    expect((await own.find(two.personnummer)).map(({ id }) => id)).toEqual([late])
    expect(await own.tier()).toMatchObject({ stored: 2, onOlderKeys: 1 })
  })
  test('that was interrupted goes on where it stopped, with one receipt', async () => {
    await own.open()
    const id = await own.known()
    await sql`insert into participation (controller_id, id, code, person_id, intervention_id, association_id)
      select ${controllerId}, gen_random_uuid(), 'C' || n, gen_random_uuid(), ${world.interventions[0]}, ${world.associations[0]}
      from generate_series(1, 1500) n`.execute(own.bench.database.queries)
    await seal(1500)
    own.hold([newKey, oldKey])
    expect(await own.rotate()).toMatchObject({ rewritten: 1000, left: 501, rotation: { finishedAt: null } })
    // The server is gone; what was rewritten is safe, and the next call does the rest.
    expect(await own.tier()).toMatchObject({ onOlderKeys: 501, rotations: [{ rewritten: 1000, finishedAt: null }] })
    expect(await own.rotate()).toMatchObject({ rewritten: 501, left: 0, rotation: { rewritten: 1501 } })
    expect((await own.tier()).rotations).toHaveLength(1)
    expect(await own.rotate()).toMatchObject({ rewritten: 0, left: 0 })
    own.hold([newKey])
    expect((await own.show(id)).personnummer).toBe(one.personnummer)
  })
  test('by two at once rewrites each number once', async () => {
    await own.open()
    await many()
    own.hold([newKey, oldKey])
    own.bench.as('controllerAdmin.1')
    const both = await Promise.all([call(identity.rotateIdentityKey, { params }), call(identity.rotateIdentityKey, { params })])
    expect(both.reduce((sum, { rewritten }) => sum + rewritten, 0)).toBe(20)
    expect((await own.tier()).rotations.reduce((sum, { rewritten }) => sum + rewritten, 0)).toBe(20)
    expect((await own.tier()).onOlderKeys).toBe(0)
  })
  test('without the old key says so and changes nothing; an altered number stops no other', async () => {
    await own.open()
    const id = await own.known()
    const broken = await own.known(two.personnummer, two.birthYear)
    own.hold([newKey])
    expect(await refusal(own.rotate())).toMatchObject({ status: 422, key: 'identity.rotationStuck' })
    await sql`update identity set ciphertext = set_byte(ciphertext, 0, get_byte(ciphertext, 0) # 1) where participation_id = ${broken}`.execute(
      own.bench.database.queries,
    )
    own.hold([newKey, oldKey])
    expect(await own.rotate()).toMatchObject({ rewritten: 1, left: 1, rotation: { finishedAt: null } })
    expect(await refusal(own.rotate())).toMatchObject({ key: 'identity.rotationStuck' })
    expect((await own.show(id)).personnummer).toBe(one.personnummer)
  })
})

/** Numbers of the first test person for participations that have none, as the server would have sealed them under the old key. */
async function seal(n: number): Promise<void> {
  const key = deriveKeys(Buffer.from(oldKey, 'hex'))
  const { queries } = own.bench.database
  const rows = await queries.selectFrom('participation').select('id').where('code', 'like', 'C%').limit(n).execute()
  const stamp = { recorded_at: '2026-11-22T10:00:00Z', recorded_by: 'caseworker.1', lookup: lookupOf(key, controllerId, digits) }
  const values = rows.map(({ id }) => {
    const { keyId, nonce, ciphertext } = sealIdentity(key, { controllerId, participationId: id }, digits)
    return { ...stamp, controller_id: controllerId, participation_id: id, key_id: keyId, nonce, ciphertext }
  })
  await queries.insertInto('identity').values(values).execute()
}
