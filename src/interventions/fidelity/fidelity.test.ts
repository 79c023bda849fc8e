import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { buildWorld, testApp, transportAs, world } from '../../../test/api.ts'
import { testDatabase } from '../../../test/database.ts'
import { refusal } from '../../../test/participations.ts'
import { stableId } from '../../associations/register.ts'
import { call, useTransport } from '../../platform/call.ts'
import type { Database } from '../../platform/database.ts'
import { addFidelityInstrument, beginFidelityRound, getFidelity, rateFidelity, withdrawFidelityRound } from './contract.ts'
import type { FidelityBook, RoundFields } from './domain.ts'
import { ipsScale, type Point } from './scoring.ts'

let database: Database
let app: FastifyInstance
const [associationId] = world.associations
const [interventionId, foreign] = world.interventions
const params = { interventionId }
const [office, lead] = ['associationadmin.1', 'interventionlead.1']
const all = (point: number): Point[] => Array.from({ length: ipsScale.items }, () => point)
const plain: RoundFields = {
  ...{ id: stableId('round'), instrument: 'IPS-25', kind: 'external', team: 'Team Norr', assessedOn: '2026-03-02', assessors: 2 },
  points: all(4),
}
const as = (user: string): void => useTransport(transportAs(app, user))
const begin = (given: Partial<RoundFields> = {}): Promise<FidelityBook> =>
  call(beginFidelityRound, { params, body: { ...plain, ...given } })
const rate = (points: Point[]): Promise<FidelityBook> => call(rateFidelity, { params: { ...params, roundId: plain.id }, body: { points } })
const look = (user: string): Promise<FidelityBook> => {
  as(user)
  return call(getFidelity, { params })
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
  for (const table of ['fidelity_withdrawal', 'fidelity_rating', 'fidelity_round', 'fidelity_item', 'fidelity_instrument'] as const)
    await database.queries.deleteFrom(table).execute()
  as(office)
})

describe('two assessors', () => {
  test('do not see each other’s points before both are done; then the result is for all, and the points for those who assess', async () => {
    const [mine] = (await begin()).rounds
    expect(mine).toMatchObject({ given: 1, isMine: true, result: null, ratings: null })
    const [theirs] = (await look(lead)).rounds
    expect(theirs).toMatchObject({ given: 1, isMine: false, result: null, ratings: null })
    const [done] = (await rate(all(5))).rounds
    expect(done!.result).toMatchObject({ score: 112.5, band: 'good', each: [100, 125], apart: [] })
    expect(done!.ratings).toEqual([
      { by: office, points: all(4) },
      { by: lead, points: all(5) },
    ])
    const [seen] = (await look('nationalanalyst.1')).rounds
    expect(seen).toMatchObject({ result: done!.result, ratings: null })
  })
  test('cannot be the same person, and there is no third', async () => {
    await begin()
    expect(await refusal(rate(all(5)))).toMatchObject({ status: 409, key: 'fidelity.ratedBefore' })
    as(lead)
    await rate(all(3))
    await database.queries
      .insertInto('role_assignment')
      .values({
        ...{ id: stableId('third'), user_id: 'auditor.1', role: 'associationAdmin', association_id: associationId },
        ...{ controller_id: null, intervention_id: null, valid_from: '2020-01-01', valid_to: null },
      })
      .execute()
    as('auditor.1')
    expect(await refusal(rate(all(3)))).toMatchObject({ status: 422, key: 'fidelity.allDone' })
    await database.queries.deleteFrom('role_assignment').where('id', '=', stableId('third')).execute()
  })
  test('sent again are the same; something else under the id is refused', async () => {
    await begin()
    expect((await begin()).rounds).toHaveLength(1)
    expect(await refusal(begin({ points: all(5) }))).toMatchObject({ status: 409, key: 'fidelity.arrivedBefore' })
    as(lead)
    await rate(all(3))
    expect((await rate(all(3))).rounds[0]!.given).toBe(2)
  })
})

describe('an assessment', () => {
  test('by one alone is done at once', async () => {
    const [round] = (await begin({ assessors: 1, kind: 'self' })).rounds
    expect(round).toMatchObject({ given: 1, result: { score: 100, each: [100] } })
  })
  test('that does not count stays in the history with its reason, and takes no more points', async () => {
    await begin()
    const place = { params: { ...params, roundId: plain.id } }
    const { rounds } = await call(withdrawFidelityRound, { ...place, body: { reason: 'Fel team' } })
    expect(rounds).toMatchObject([{ withdrawn: 'Fel team' }])
    const again = await call(withdrawFidelityRound, { ...place, body: { reason: 'Annat skäl' } })
    expect(again.rounds[0]!.withdrawn).toBe('Fel team')
    as(lead)
    expect(await refusal(rate(all(3)))).toMatchObject({ status: 422, key: 'fidelity.isWithdrawn' })
  })
  test.each([
    ['a day to come', { assessedOn: '2026-11-23' }, 422, 'body.assessedOn'],
    ['24 items', { points: all(4).slice(1) }, 422, 'body.points'],
    ['a six', { points: [4, 6, ...all(4).slice(2)] }, 422, 'body.points[1]'],
    ['half a point', { points: [4.5, ...all(4).slice(1)] }, 400, 'body.points.0'],
    ['three items without a point', { points: [null, null, null, ...all(4).slice(3)] }, 422, 'body.points'],
    ['an instrument that is not', { instrument: stableId('none') }, 422, 'body.instrument'],
    ['a personnummer for a team', { team: '19850312-2395' }, 400, 'body.team'],
  ])('is refused with %s, and nothing is written', async (_what, given, status, where) => {
    const refused = await refusal(begin(given as Partial<RoundFields>))
    expect([refused.status, refused.faults[0]?.where]).toEqual([status, where])
    expect(await database.queries.selectFrom('fidelity_round').select('id').execute()).toEqual([])
  })
  test('is made by the office of its association and who leads it, and nobody else', async () => {
    for (const user of ['associationadmin.2', 'interventionlead.2']) {
      as(user)
      expect(await refusal(begin())).toMatchObject({ status: 403, key: 'interventions.notYourIntervention' })
    }
    as('boardmember.1')
    expect(await refusal(begin())).toMatchObject({ status: 403 })
    as(office)
    expect(await refusal(call(getFidelity, { params: { interventionId: stableId('none') } }))).toMatchObject({ status: 404 })
    await begin()
    const elsewhere = { interventionId: foreign, roundId: plain.id }
    as('associationadmin.2')
    expect(await refusal(call(rateFidelity, { params: elsewhere, body: { points: all(3) } }))).toMatchObject({ status: 404 })
    expect(await refusal(call(withdrawFidelityRound, { params: elsewhere, body: { reason: 'Fel' } }))).toMatchObject({ status: 404 })
  })
})

describe('the second wall', () => {
  const points = (user: string) =>
    database.as('samlad_office', `session of ${user}`, (queries) => queries.selectFrom('fidelity_rating').select('round_id').execute())
  test('shows nobody without a session, and no figure, points that are not done', async () => {
    await begin()
    expect(await points('nobody')).toEqual([])
    const figures = () =>
      database.as('samlad_statistics', undefined, (queries) => queries.selectFrom('fidelity_rating').select('round_id').execute())
    expect(await figures()).toEqual([])
    as(lead)
    await rate(all(3))
    expect(await figures()).toHaveLength(2)
  })
  test('the table itself holds that nobody is both assessors', async () => {
    await begin()
    const second = { round_id: plain.id, assessor: 2, assessors: 2, points: '[]', recorded_at: '2026-11-22T10:00:00Z', recorded_by: office }
    await expect(database.queries.insertInto('fidelity_rating').values(second).execute()).rejects.toThrow()
  })
})

describe('an instrument', () => {
  const texts = Array.from({ length: 25 }, (_, at) => ({ label: `Licensierad ${at + 1}`, anchors: ['a', 'b', 'c', 'd', 'e'] }))
  const id = stableId('instrument')
  const body = {
    id,
    name: 'IPS-25 med licens',
    source: 'Licens 1',
    sameScaleAs: 'IPS-25' as const,
    scale: { ...ipsScale, bands: [...ipsScale.bands] },
    texts,
  }
  const bring = (given: object = {}) => call(addFidelityInstrument, { params: { associationId }, body: { ...body, ...given } })
  test('brought in has its texts for those who assess there alone, and scores as it says', async () => {
    await bring()
    await bring()
    const [, brought] = (await begin({ instrument: id, assessors: 1 })).instruments
    expect(brought!.texts![24]).toEqual({ label: { sv: 'Licensierad 25', en: 'Licensierad 25' }, anchors: texts[0]!.anchors })
    expect((await look(lead)).instruments[1]!.texts).toHaveLength(25)
    const seen = await look('nationalanalyst.1')
    expect(seen.instruments[1]).toMatchObject({ name: 'IPS-25 med licens', texts: null })
    expect(seen.rounds[0]!.result).toMatchObject({ score: 100, band: 'good' })
  })
  test('that says it is scored as IPS-25 and is not, is refused', async () => {
    const scale = { ...body.scale, mostMissing: 5 }
    expect(await refusal(bring({ scale }))).toMatchObject({ status: 422, key: 'fidelity.notSameScale' })
  })
  test('known by another’s id is refused', async () => {
    await bring()
    useTransport(transportAs(app, 'associationadmin.2'))
    const theirs = call(addFidelityInstrument, { params: { associationId: world.associations[1] }, body })
    expect(await refusal(theirs)).toMatchObject({ status: 409, key: 'fidelity.arrivedBefore' })
  })
})
