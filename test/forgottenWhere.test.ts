import Fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { authenticator } from '../src/access/authenticate.ts'
import { messages } from '../src/messages.ts'
import type { Database, Queries } from '../src/platform/database.ts'
import { endpoint } from '../src/platform/endpoint.ts'
import { serve } from '../src/platform/serve.ts'
import { translator } from '../src/values/catalogue.ts'
import { buildWorld, TERMINAL_TOKEN, world } from './api.ts'
import { testDatabase } from './database.ts'
import { fillFacts } from './facts.ts'

/**
 * Endpoints planted with store functions in which the `where` was forgotten, mounted by the same `serve` as all others and called by
 * somebody who may: what comes back is nothing of anybody else's, and what is changed neither.
 */
const place = z.object({ place: z.string() })
const Places = z.array(place)
type Places = z.infer<typeof Places>
const answer = { kind: 'json', schema: Places } as const

/** The slips: each reads a table with no condition at all. */
const slips = {
  participation: (queries: Queries) => queries.selectFrom('participation').select('controller_id as place').execute(),
  version: (queries: Queries) => queries.selectFrom('participation_version').select('controller_id as place').execute(),
  fact: (queries: Queries) => queries.selectFrom('fact').select('controller_id as place').execute(),
  year: (queries: Queries) => queries.selectFrom('intervention_year').select('association_id as place').execute(),
  /** A condition on something else, and one that takes everything. */
  byIntervention: (queries: Queries) =>
    queries.selectFrom('fact').select('controller_id as place').where('intervention_id', 'in', world.interventions).execute(),
  /** A change that was to be of one. */
  change: (queries: Queries) =>
    queries.updateTable('participation').set({ locked_for: 'withdrawal' }).returning('controller_id as place').execute(),
  remove: (queries: Queries) => queries.deleteFrom('fact').returning('controller_id as place').execute(),
} satisfies Record<string, (queries: Queries) => Promise<Places>>

const atController = { kind: 'roleAt', roles: ['caseworker', 'controllerAdmin'], place: 'controllerId', at: 'params.place' } as const
const atAssociation = { kind: 'roleAt', roles: ['associationAdmin', 'boardMember'], place: 'associationId', at: 'params.place' } as const
const planted = Object.entries(slips).map(([name, slip]) => {
  const permission = name === 'year' ? atAssociation : atController
  const contract = {
    name,
    method: 'POST',
    path: `/api/${name}/:place`,
    summary: '',
    audit: 'none',
    permission,
    params: place,
    answer,
  } as const
  return { name, slip, contract: endpoint(contract), permission }
})

let database: Database
let app: FastifyInstance

beforeAll(async () => {
  database = await testDatabase()
  await buildWorld(database)
  await fillFacts(database, 60, 3)
  for (const [at, association_id] of world.associations.entries()) {
    const year = { year: 2024, planned_participants: 1, budget_ore: 1, actual_ore: 1 }
    await database.queries
      .insertInto('intervention_year')
      .values({ association_id, intervention_id: world.interventions[at]!, ...year })
      .execute()
  }
  app = Fastify()
  const now = (): Date => new Date('2026-11-22T10:00:00Z')
  const authenticate = authenticator(database, { terminalToken: TERMINAL_TOKEN }, now)
  const translate = { sv: translator(messages, 'sv'), en: translator(messages, 'en') }
  const server = { app, database, now, translate, authenticate, countCall: async () => undefined }
  for (const { contract, slip } of planted) serve(server, contract, ({ queries }) => slip(queries))
})
afterAll(async () => {
  await app.close()
  await database.close()
})

async function places(name: string, user: string, place: string): Promise<Places> {
  const headers = { 'x-samlad': '1', authorization: `Bearer ${TERMINAL_TOKEN}`, 'x-samlad-as': user }
  const response = await app.inject({ method: 'POST', url: `/api/${name}/${place}`, headers })
  expect([response.statusCode, response.body]).toEqual([200, expect.any(String)])
  return response.json<Places>()
}

describe.each(planted.map((one) => [one.name, one] as const))('without its where, %s', (name, { slip, permission }) => {
  const all = permission.place === 'controllerId' ? world.controllers : world.associations
  test('reaches both places where there is no wall: it is a slip indeed', async () => {
    const undo = new Error('undone')
    let reached: Places = []
    const work = async (queries: Queries): Promise<void> => {
      reached = await slip(queries)
      throw undo
    }
    // As the owner, before whom there is no wall.
    await database.queries
      .transaction()
      .execute(work)
      .catch((error: unknown) => expect(error).toBe(undo))
    expect(new Set(reached.map((row) => row.place))).toEqual(new Set(all))
  })
  test.each(permission.roles.flatMap((role) => [0, 1].map((half) => [role, half] as const)))(
    'answers %s of place %i with what is that place’s alone',
    async (role, half) => {
      const own = all[half]!
      const answered = await places(name, `${role.toLowerCase()}.${half + 1}`, own)
      if (name !== 'remove' || role === permission.roles[0]) expect(answered.length).toBeGreaterThan(0)
      expect(answered.filter((row) => row.place !== own)).toEqual([])
    },
  )
})
