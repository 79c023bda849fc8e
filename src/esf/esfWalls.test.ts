import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { TERMINAL_TOKEN, world } from '../../test/api.ts'
import { importBench, importRow, refusal, type ImportBench } from '../../test/participations.ts'
import { hashToken } from '../access/store.ts'
import { call } from '../platform/call.ts'
import type { Queries } from '../platform/database.ts'
import { getEsfMonths, listEsfInterventions } from './contract.ts'

/** Who comes to the participant files: the steward of the controller, past both walls. */
let bench: ImportBench
const [controllerId, foreign] = world.controllers
const [interventionId, foreignIntervention] = world.interventions

beforeAll(async () => {
  bench = await importBench()
  await bench.database.queries.updateTable('intervention').set({ esf: true }).where('id', '=', interventionId).execute()
})
afterAll(() => bench.close())
beforeEach(async () => {
  await bench.database.queries.deleteFrom('esf_hand_in').execute()
  await bench.empty()
})

describe('the second wall', () => {
  const people = ['controlleradmin.1', 'controlleradmin.2', 'caseworker.1', 'interventionlead.1'] as const
  const secret = (user: string): string => `secret of ${user}`
  const row = (handed_by: string, controller_id: string = controllerId) => ({
    ...{ controller_id, intervention_id: interventionId, month: '2026-10', handed_at: '2026-11-20T09:00:00Z', handed_by },
    ...{ participations: 1, own_hash: 'a'.repeat(64), chain_hash: 'b'.repeat(64) },
  })
  const as = <T>(user: string, work: (queries: Queries) => Promise<T>) => bench.database.as('samlad_staff', secret(user), work)
  const denied = (work: Promise<unknown>): Promise<string> =>
    work.then(
      () => 'let through',
      (error: { code?: string }) => error.code ?? 'no code',
    )
  beforeAll(async () => {
    const times = { created_at: '2026-11-20T09:00:00Z', last_seen_at: '2026-11-20T09:00:00Z', expires_at: '2036-11-22T21:00:00Z' }
    await bench.database.queries
      .insertInto('session')
      .values(people.map((user_id) => ({ token_hash: hashToken(secret(user_id)), user_id, ...times })))
      .execute()
  })
  test('shows a steward the own hand-ins, and nobody else any', async () => {
    await bench.database.queries.insertInto('esf_hand_in').values(row('controlleradmin.1')).execute()
    const seen = await Promise.all(people.map((user) => as(user, (queries) => queries.selectFrom('esf_hand_in').select('month').execute())))
    expect(seen.map((rows) => rows.length)).toEqual([1, 0, 0, 0])
  })
  test('takes rows in one’s own name at one’s own place alone, and changes none', async () => {
    const add = (user: string, given: ReturnType<typeof row>) =>
      denied(as(user, (queries) => queries.insertInto('esf_hand_in').values(given).execute()))
    expect(await add('controlleradmin.1', row('controlleradmin.2'))).toBe('42501')
    expect(await add('controlleradmin.1', row('controlleradmin.1', foreign))).toBe('42501')
    expect(await add('caseworker.1', row('caseworker.1'))).toBe('42501')
    expect(await add('controlleradmin.1', row('controlleradmin.1'))).toBe('let through')
    const change = as('controlleradmin.1', (queries) => queries.updateTable('esf_hand_in').set({ participations: 9 }).execute())
    expect(await denied(change)).toBe('42501')
    expect(await denied(as('controlleradmin.1', (queries) => queries.deleteFrom('esf_hand_in').execute()))).toBe('42501')
  })
  test('gives other roles of the database nothing', async () => {
    for (const role of ['samlad_office', 'samlad_statistics'] as const)
      expect(
        await denied(
          bench.database.as(role, secret('controlleradmin.1'), (queries) => queries.selectFrom('esf_hand_in').selectAll().execute()),
        ),
      ).toBe('42501')
  })
})

describe('files, lists and indicators', () => {
  const asked = [
    ['GET', `/api/controllers/${controllerId}/esf-files`],
    ['GET', `/api/controllers/${controllerId}/esf-files/${interventionId}`],
    ['GET', `/api/controllers/${controllerId}/esf-files/${interventionId}/months/2026-10`],
    ['GET', `/api/controllers/${controllerId}/esf-files/${interventionId}/indicators`],
  ] as const
  test.each([
    'controlleradmin.2',
    'caseworker.1',
    'interventionlead.1',
    'associationadmin.1',
    'boardmember.1',
    'memberviewer.1',
    'nationalanalyst.1',
  ])('are not there for %s', async (user) => {
    await bench.bring([importRow(2, { entryDate: '2026-09-10', groundDate: '2026-09-10' })])
    for (const [method, url] of asked) {
      const headers = { 'x-samlad': '1', authorization: `Bearer ${TERMINAL_TOKEN}`, 'x-samlad-as': user }
      expect((await bench.app.inject({ method, url, headers })).statusCode).toBe(404)
      const own = await bench.app.inject({ method, url, headers: { ...headers, 'x-samlad-as': 'controlleradmin.1' } })
      expect(own.statusCode).toBe(200)
    }
  })
  test('are of the steward’s own interventions that the ESF+ pays a part of, and of no others', async () => {
    bench.as('controlleradmin.1')
    expect((await call(listEsfInterventions, { params: { controllerId } })).map(({ id }) => id)).toEqual([interventionId])
    for (const place of [
      { controllerId, interventionId: foreignIntervention },
      { controllerId: foreign, interventionId: foreignIntervention },
      { controllerId: foreign, interventionId },
    ])
      expect(await refusal(call(getEsfMonths, { params: place }))).toMatchObject({ status: 404 })
    bench.as('controlleradmin.2')
    expect(await call(listEsfInterventions, { params: { controllerId: foreign } })).toEqual([])
    // The other controller has no records in it and does not own it, though the ESF+ pays.
    expect(await refusal(call(getEsfMonths, { params: { controllerId: foreign, interventionId } }))).toMatchObject({ status: 404 })
  })
})
