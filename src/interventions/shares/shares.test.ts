import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { FastifyInstance } from 'fastify'
import { buildWorld, testApp, transportAs, world } from '../../../test/api.ts'
import { testDatabase } from '../../../test/database.ts'
import { call, CallError, useTransport } from '../../platform/call.ts'
import type { Database } from '../../platform/database.ts'
import { getIntervention } from '../contract.ts'
import { answerShares, listShareProposals, proposeShares } from './contract.ts'
import { shareFaults } from './domain.ts'

let database: Database
let app: FastifyInstance

beforeAll(async () => {
  database = await testDatabase()
  await buildWorld(database)
  app = await testApp(database)
})
afterAll(async () => {
  await app.close()
  await database.close()
})
const [home, away] = world.associations
const [id] = world.interventions
beforeEach(async () => {
  await database.queries.deleteFrom('share_proposal_part').execute()
  await database.queries.deleteFrom('share_proposal').execute()
  await database.queries.deleteFrom('intervention_association').where('intervention_id', '=', id).execute()
  await database.queries.insertInto('intervention_association').values({ intervention_id: id, association_id: home }).execute()
})

const as = (office: 1 | 2): void => useTransport(transportAs(app, `associationadmin.${office}`))
const split = (own: number, other: number) => [
  { associationId: home, sharePercent: own },
  { associationId: away, sharePercent: other },
]
const propose = (shares = split(60, 40)) => call(proposeShares, { params: { associationId: home, id }, body: { shares } })
const answer = (associationId: string, proposal: string, accept: boolean) =>
  call(answerShares, { params: { associationId, id: proposal }, body: { accept } })
const sharesNow = async () =>
  (await call(getIntervention, { params: { id } })).associations.map((one) => [one.slug, one.sharePercent] as const)
async function keyOf(attempt: Promise<unknown>): Promise<string> {
  const thrown: unknown = await attempt.then(
    () => new Error('The call was not refused'),
    (error: unknown) => error,
  )
  if (!(thrown instanceof CallError)) throw thrown
  return `${thrown.status} ${thrown.key}`
}

describe('shares that are proposed', () => {
  test('hold when the other association has accepted, not before', async () => {
    as(1)
    const [proposal] = await propose()
    expect(await sharesNow()).toEqual([['prov-1', 100]])
    as(2)
    const [seen] = await call(listShareProposals, { params: { associationId: away } })
    expect(seen).toEqual(proposal)
    expect(seen?.parts.map((part) => [part.name, part.sharePercent, part.accepted])).toEqual([
      ['Provförbundet 1', 60, true],
      ['Provförbundet 2', 40, false],
    ])
    expect(await answer(away, proposal!.id, true)).toEqual([])
    expect(await sharesNow()).toEqual([
      ['prov-1', 60],
      ['prov-2', 40],
    ])
  })

  test('change nothing when the other declines or the proposer takes them back', async () => {
    for (const [office, associationId] of [
      [2, away],
      [1, home],
    ] as const) {
      as(1)
      const [proposal] = await propose()
      as(office)
      await answer(associationId, proposal!.id, false)
      expect(await sharesNow()).toEqual([['prov-1', 100]])
      expect(await keyOf(answer(associationId, proposal!.id, true))).toBe('404 error.notFound')
    }
    const states = await database.queries.selectFrom('share_proposal').select('state').orderBy('proposed_at').execute()
    expect(states.map((row) => row.state)).toEqual(['declined', 'withdrawn'])
  })

  test('can be moved to the other altogether; the first stays with 0 %', async () => {
    as(1)
    const [first] = await propose()
    as(2)
    await answer(away, first!.id, true)
    const shares = split(0, 100)
    const [second] = await call(proposeShares, { params: { associationId: away, id }, body: { shares } })
    as(1)
    await answer(home, second!.id, true)
    expect(await sharesNow()).toEqual([
      ['prov-1', 0],
      ['prov-2', 100],
    ])
  })
})

describe('refused', () => {
  test('a second proposal while one is open', async () => {
    as(1)
    await propose()
    expect(await keyOf(propose(split(50, 50)))).toBe('409 shares.alreadyOpen')
  })
  test('a proposal by an association without a part', async () => {
    as(2)
    const attempt = call(proposeShares, { params: { associationId: away, id }, body: { shares: split(50, 50) } })
    expect(await keyOf(attempt)).toBe('404 error.notFound')
  })
  test('an answer for a proposal that does not concern the association', async () => {
    as(1)
    const [proposal] = await propose()
    await database.queries.deleteFrom('share_proposal_part').where('association_id', '=', away).execute()
    as(2)
    expect(await keyOf(answer(away, proposal!.id, true))).toBe('404 error.notFound')
    expect(await call(listShareProposals, { params: { associationId: away } })).toEqual([])
  })
  test('an association of the other layer, or none at all', async () => {
    as(1)
    const unknown = [
      { associationId: home, sharePercent: 50 },
      { associationId: '00000000-0000-4000-8000-00000000dead', sharePercent: 50 },
    ]
    expect(await keyOf(propose(unknown))).toBe('422 shares.unknownAssociation')
    await database.queries.updateTable('association').set({ fictive: false }).where('id', '=', away).execute()
    expect(await keyOf(propose())).toBe('422 shares.unknownAssociation')
    await database.queries.updateTable('association').set({ fictive: true }).where('id', '=', away).execute()
  })
  test.each([
    ['a sum other than 100', split(60, 41), 'shares.sum'],
    ['an association twice', [...split(60, 20), { associationId: away, sharePercent: 20 }], 'shares.twice'],
    ['leaving out one that has a part', [{ associationId: away, sharePercent: 100 }], 'shares.leftOut'],
    ['a new one with nothing', split(100, 0), 'shares.newWithNothing'],
    ['what holds already', [{ associationId: home, sharePercent: 100 }], 'shares.unchanged'],
  ])('%s', async (_what, shares, key) => {
    as(1)
    expect(await keyOf(propose(shares))).toBe(`422 ${key}`)
  })
})

test('shares without a fault always make 100 and keep everybody', () => {
  const share = fc.record({ associationId: fc.constantFrom('a', 'b', 'c', 'd'), sharePercent: fc.integer({ min: 0, max: 100 }) })
  const lists = fc.array(share, { minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(lists, lists, (proposed, present) => {
      if (shareFaults(proposed, present).length > 0) return
      expect(proposed.reduce((sum, one) => sum + one.sharePercent, 0)).toBe(100)
      expect(new Set(proposed.map((one) => one.associationId)).size).toBe(proposed.length)
      for (const one of present) expect(proposed.map((other) => other.associationId)).toContain(one.associationId)
    }),
  )
})
