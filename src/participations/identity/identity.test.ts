import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { world } from '../../../test/api.ts'
import { identityBench, isPostgres, type IdentityBench } from '../../../test/identity.ts'
import { refusal } from '../../../test/participations.ts'
import { testPersons } from '../../../test/testPersons.ts'
import { hashToken } from '../../access/store.ts'
import { call, callStream } from '../../platform/call.ts'
import * as identity from './contract.ts'
import { runDisposal } from '../retention/contract.ts'

let own: IdentityBench
const [controllerId, foreign] = world.controllers
const params = { controllerId }
const [one, two] = testPersons as unknown as [(typeof testPersons)[0], (typeof testPersons)[0]]
const digits = one.personnummer.replace('-', '')

beforeAll(async () => {
  own = await identityBench()
})
afterAll(() => own.end())
beforeEach(() => own.empty())

describe.runIf(isPostgres)('personal numbers', () => {
  describe('while it is closed', () => {
    test('nothing is entered, shown or searched, and the caseworker is told who opens it', async () => {
      const { id } = await own.enter()
      for (const refused of [await refusal(own.set(id)), await refusal(own.show(id)), await refusal(own.find(digits))]) {
        expect(refused).toMatchObject({ status: 422, key: 'identity.notOpen' })
        expect(refused.message).toContain('Dataansvar → Personnummer')
      }
      expect(await own.stored()).toBe(0)
    })
    test('the database takes no number either, when somebody forgets to ask', async () => {
      const { id } = await own.enter()
      const row = { controller_id: controllerId, participation_id: id, key_id: 'k', nonce: Buffer.alloc(12), ciphertext: Buffer.alloc(20) }
      const rest = { lookup: Buffer.alloc(32), recorded_at: '2026-11-22T10:00:00Z', recorded_by: 'caseworker.1' }
      const session = await secretOf('caseworker.1')
      const write = own.bench.database.as('samlad_identity', session, (queries) =>
        queries
          .insertInto('identity')
          .values({ ...row, ...rest })
          .execute(),
      )
      await expect(write).rejects.toMatchObject({ code: '42501' })
    })
  })

  describe('a number', () => {
    test('is entered, shown when asked for, replaced and removed', async () => {
      await own.open()
      const { id, identity: before } = await own.enter()
      expect(before).toEqual({ open: true, stored: false })
      await own.set(id, one.personnummer.slice(2).replace('-', ' '))
      expect((await own.read(id)).identity.stored).toBe(true)
      expect(await own.show(id)).toEqual({
        personnummer: one.personnummer,
        recordedAt: '2026-11-22T10:00:00.000Z',
        recordedBy: 'caseworker.1',
      })
      await own.set(id, `${one.personnummer.slice(0, 9)}${two.personnummer.slice(9)}`).catch(() => undefined)
      expect((await own.show(id)).personnummer).toBe(one.personnummer)
      await own.caseworker(() => call(identity.removeIdentity, { params: { controllerId, id } }))
      expect(await refusal(own.show(id))).toMatchObject({ status: 404 })
      expect(await own.stored()).toBe(0)
    })
    // A published test number with sixty added to the day, as samordningsnummer are made.
    test('of a person without one, a coordination number, is taken as well', async () => {
      await own.open()
      const { id } = await own.enter({ birthYear: 1970 })
      await own.set(id, '700868-9288')
      expect((await own.show(id)).personnummer).toBe('19700868-9288')
    })
    test.each([
      ['that has a wrong check digit', '19620112-2809', 'identity.notANumber'],
      ['on no day', '19621312-2808', 'identity.notANumber'],
      ['in a sentence', `hen heter ${one.personnummer}`, 'identity.notANumber'],
      ['of somebody born another year', testPersons[2]!.personnummer, 'identity.otherBirthYear'],
    ])('%s is refused', async (_what, personnummer, key) => {
      await own.open()
      const { id } = await own.enter()
      const refused = await refusal(own.set(id, personnummer))
      expect(refused).toMatchObject({ status: 422, key, faults: [{ where: 'body.personnummer' }] })
      expect(JSON.stringify(refused) + refused.message).not.toContain(personnummer.slice(-4))
      expect(await own.stored()).toBe(0)
    })
    test('of a person with protected identity is refused, said so now or when another participation was locked', async () => {
      await own.open()
      const first = await own.enter()
      expect(await refusal(own.set(first.id, one.personnummer, true))).toMatchObject({ status: 422, key: 'identity.protected' })
      const second = await own.enter({}, first.code)
      await own.strip(first.id, 'protectedIdentity')
      expect(await refusal(own.set(second.id))).toMatchObject({ status: 422, key: 'identity.protected' })
      expect(await own.stored()).toBe(0)
    })
    test('takes a ground', async () => {
      await own.open()
      const { id } = await own.enter({ ground: 'none', groundDate: null })
      expect(await refusal(own.set(id))).toMatchObject({ key: 'identity.noGround' })
    })
    test('stands nowhere in the database in clear, nor as a plain hash', async () => {
      await own.open()
      await own.known()
      const { rows: tables } = await sql<{ name: string }>`
        select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`.execute(
        own.bench.database.queries,
      )
      const hex = Buffer.from(digits).toString('hex')
      for (const { name } of tables) {
        const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(name)} as t
          where t::text like any (array[${`%${digits}%`}, ${`%${one.personnummer}%`}, ${`%${digits.slice(2)}%`}, ${`%${hex}%`},
            '%' || encode(sha256(${digits}::bytea), 'hex') || '%'])`.execute(own.bench.database.queries)
        expect([name, Number(rows[0]!.n)]).toEqual([name, 0])
      }
    })
    test('moved to another row by somebody in the database is not shown there', async () => {
      await own.open()
      const first = await own.known()
      const { id: second } = await own.enter({ birthYear: two.birthYear })
      await sql`insert into identity select controller_id, ${second}, key_id, nonce, ciphertext, lookup, recorded_at, recorded_by
        from identity where participation_id = ${first}`.execute(own.bench.database.queries)
      expect(await refusal(own.show(second))).toMatchObject({ status: 409, key: 'identity.altered' })
      expect((await own.show(first)).personnummer).toBe(one.personnummer)
    })
  })

  describe('looking up a number', () => {
    test('finds own participations of the person, in whatever spelling', async () => {
      await own.open()
      const id = await own.known()
      await own.known(two.personnummer, two.birthYear)
      for (const spelt of [one.personnummer, digits, digits.slice(2), ` ${one.personnummer.slice(2)} `])
        expect((await own.find(spelt)).map((found) => found.id)).toEqual([id])
      expect(await own.find(testPersons[4]!.personnummer)).toEqual([])
    })
    test('finds nothing in interventions that are not the caseworker’s', async () => {
      await own.open()
      await own.known()
      expect(await own.elsewhere(() => own.find(digits))).toEqual([])
    })
    test('is slowed down after twenty in a minute', async () => {
      await own.open()
      own.bench.as('controllerAdmin.1')
      const statuses = []
      for (let at = 0; at < 22; at++)
        statuses.push(
          await call(identity.findByIdentity, { params, body: { personnummer: digits } }).then(
            () => 200,
            (error: { status: number }) => error.status,
          ),
        )
      expect(statuses.filter((status) => status === 429)).toHaveLength(2)
    })
  })

  test('the log tells each showing and search apart from opening the record, and never the number', async () => {
    await own.open()
    const id = await own.known()
    await own.bench.database.queries.deleteFrom('audit_event').execute()
    await own.show(id)
    await own.find(digits)
    await own.find(testPersons[4]!.personnummer)
    await refusal(own.set(id, '19620112-2809'))
    const rows = await own.bench.database.queries.selectFrom('audit_event').selectAll().orderBy('seq').execute()
    expect(rows.map(({ endpoint, kind }) => [endpoint, kind])).toEqual([
      ['showIdentity', 'personRead'],
      ['findByIdentity', 'personRead'],
      ['findByIdentity', 'personRead'],
      ['setIdentity', 'refused'],
    ])
    expect(rows.slice(0, 3).map(({ records }) => records)).toEqual([[id], [id], null])
    expect(JSON.stringify(rows)).not.toMatch(/0112-?280[89]/)
  })

  describe('nobody else', () => {
    test('at another controller, at an office or in the nation gets anything', async () => {
      await own.open()
      const id = await own.known()
      for (const user of [
        'caseworker.2',
        'controlleradmin.2',
        'associationadmin.1',
        'boardmember.1',
        'nationalanalyst.1',
        'interventionlead.1',
      ]) {
        own.bench.as(user)
        for (const at of [controllerId, foreign]) {
          const place = { params: { controllerId: at, id } }
          expect(await refusal(call(identity.showIdentity, place))).toMatchObject({ status: 404, key: 'error.notFound' })
          const body = { personnummer: one.personnummer, hasProtectedIdentity: false }
          expect(await refusal(call(identity.setIdentity, { ...place, body }))).toMatchObject({ status: 404 })
          expect(await refusal(call(identity.removeIdentity, place))).toMatchObject({ status: 404 })
        }
        expect(await refusal(call(identity.findByIdentity, { params, body: { personnummer: digits } }))).toMatchObject({ status: 404 })
      }
      expect(await own.stored()).toBe(1)
    })
    test('in the same house without the intervention gets it', async () => {
      await own.open()
      const id = await own.known()
      expect(await own.elsewhere(() => refusal(own.show(id)))).toMatchObject({ status: 404, key: 'error.notFound' })
    })
  })

  describe('the number goes', () => {
    test('when the participation is stripped', async () => {
      await own.decideOnDisposal()
      await own.open()
      const id = await own.known()
      await own.strip(id)
      expect(await own.stored()).toBe(0)
    })
    test('and stays shut up with a participation that is locked until there is a decision', async () => {
      await own.open()
      const id = await own.known()
      await own.strip(id)
      expect(await refusal(own.show(id))).toMatchObject({ status: 404 })
      expect(await own.find(digits)).toEqual([])
    })
    test('with the rest when disposal runs', async () => {
      await own.decideOnDisposal()
      await own.open()
      const { id } = await own.enter({ exitDate: '2024-04-01', exitReason: 'toWork', occupationAfter: 'work' })
      await own.set(id)
      await own.steward(() => callStream(runDisposal, { params, body: { expected: 1 } }, () => undefined))
      expect(await own.stored()).toBe(0)
    })
  })
})

/** A session's secret of somebody, as the wall knows it. */
async function secretOf(user: string): Promise<string> {
  const secret = 'e'.repeat(64)
  const at = '2026-11-22T09:00:00Z'
  await own.bench.database.queries
    .insertInto('session')
    .values({ token_hash: hashToken(secret), user_id: user, created_at: at, last_seen_at: at, expires_at: '2026-12-22T21:00:00Z' })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return secret
}
