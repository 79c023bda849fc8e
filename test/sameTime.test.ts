import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../src/platform/database.ts'
import type { Endpoint } from '../src/platform/endpoint.ts'
import { buildWorld, testApp, world } from './api.ts'
import { testDatabase } from './database.ts'
import { ask, makeThings, nowhere, permissionOf, placed, thingsIn, type Things } from './foreignThings.ts'
import { anyKey } from './useTiers.ts'

/**
 * What another place has takes exactly the time of what does not exist, within the noise; that it is answered alike is in
 * foreignRecords.test.ts. Made of the list of endpoints: each that names something of a place's by its id.
 *
 * It sees a difference of about a third of a call's time, a millisecond or so: a query more or less. It does not see what is smaller, such as
 * a row more that is read in the same query; whoever measures over a network sees less than this does.
 */
const naming = placed.filter((endpoint) => thingsIn(endpoint).length > 0)

let database: Database
/** What the other place has, by the part of the address that names its kind. */
let theirs: Things

beforeAll(async () => {
  database = await testDatabase()
  await buildWorld(database)
  theirs = await onNewApp((app) => makeThings(app, database, 1))
})
afterAll(() => database.close())

/** Each app counts calls from nought. */
async function onNewApp<T>(work: (app: FastifyInstance) => Promise<T>): Promise<T> {
  const app = await testApp(database, undefined, { accountKey: Buffer.alloc(32, 1), identityKeys: anyKey })
  try {
    return await work(app)
  } finally {
    await app.close()
  }
}

type Work = (app: FastifyInstance) => Promise<unknown>

/** A call by the first of the roles that may call it at the first place, of what another has or of what nobody has. */
function calling(endpoint: Endpoint, place: string, isThere: boolean): Work {
  const { roles, place: at } = permissionOf(endpoint)
  const noneLike = (id: string): string => (id.includes('-') ? nowhere : 'no.1')
  const idOf = (kind: string): string => (isThere ? theirs[kind]! : noneLike(theirs[kind]!))
  const ids = Object.fromEntries(thingsIn(endpoint).map(({ kind, param }) => [param, idOf(kind)]))
  return async (app) => {
    const { statusCode } = await ask(app, endpoint, `${roles[0]!.toLowerCase()}.1`, { ...ids, [at]: place })
    // What was stopped before it looked would take the same time whatever there is.
    expect([404, 422, ...(endpoint.answer.kind === 'stream' ? [200] : [])]).toContain(statusCode)
  }
}

/** What must not be told apart: another's and none, in one's own place; another's, none, and none in a place that is not, elsewhere. */
function pairs(endpoint: Endpoint): [Work, Work][] {
  const [own, foreign] = permissionOf(endpoint).place === 'controllerId' ? world.controllers : world.associations
  return [
    [calling(endpoint, own, true), calling(endpoint, own, false)],
    [calling(endpoint, foreign, true), calling(endpoint, foreign, false)],
    [calling(endpoint, foreign, true), calling(endpoint, nowhere, false)],
  ]
}

const timed = async (work: Work, app: FastifyInstance): Promise<number> => {
  const began = performance.now()
  await work(app)
  return performance.now() - began
}

/** As many as the narrowest limit of calls lets through. */
const ROUNDS = 25

/** How many times longer one took than the other, pair by pair: the two are asked at once after each other, and which comes first alternates. */
async function ratios([one, other]: [Work, Work], app: FastifyInstance): Promise<number[]> {
  const found: number[] = []
  for (let round = -1; round < ROUNDS; round++) {
    const first = round % 2 === 0 ? one : other
    const [a, b] = [await timed(first, app), await timed(first === one ? other : one, app)]
    if (round >= 0) found.push(first === one ? a / b : b / a)
  }
  return found
}

const MOST = 1.3
const BATCHES = 5

/** The median over pairs, at least 1. More are asked for until it is within bounds: a leak shows in them all, a hiccup of the machine goes under. */
async function difference(pair: [Work, Work]): Promise<number> {
  const all: number[] = []
  let median = Infinity
  for (let batch = 0; batch < BATCHES && median >= MOST; batch++) {
    all.push(...(await onNewApp((app) => ratios(pair, app))))
    const middle = [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)]!
    median = Math.max(middle, 1 / middle)
  }
  return median
}

describe('another’s and none take the same time', () => {
  test.each(naming.map((endpoint) => [endpoint.name, endpoint] as const))('%s', async (_name, endpoint) => {
    for (const pair of pairs(endpoint)) expect(await difference(pair)).toBeLessThan(MOST)
  })
  test('and it is seen where one takes half as long again', async () => {
    const [plain] = pairs(naming.find(({ name }) => name === 'getParticipation')!)[0]!
    const slow: Work = async (app) => {
      const took = await timed(plain, app)
      const until = performance.now() + took / 2
      while (performance.now() < until) await new Promise(setImmediate)
    }
    expect(await difference([slow, plain])).toBeGreaterThan(MOST)
    expect(await difference([plain, slow])).toBeGreaterThan(MOST)
  })
})
