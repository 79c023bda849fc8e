import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildWorld, world } from '../../../test/api.ts'
import { testDatabase } from '../../../test/database.ts'
import type { Database } from '../../platform/database.ts'
import { drawdownActs, drawdownAfter, drawdownMoves, grantMoves, type DrawdownState, type LastStep } from './path.ts'

let database: Database
const [associationId] = world.associations
const [office, board] = ['associationadmin.1', 'boardmember.1']
const drawdown_id = '44444444-4444-4444-8444-444444444444'

beforeAll(async () => {
  database = await testDatabase()
  await buildWorld(database)
  const stamp = { association_id: associationId, recorded_at: '2026-07-01T09:00:00Z', recorded_by: office }
  const grant = { ...stamp, id: drawdown_id, intervention_id: world.interventions[0] }
  await database.queries.insertInto('intervention_grant').values(grant).execute()
  const costs = { costs_from: '2026-01-01', costs_to: '2026-06-30', amount_ore: 1, reference: 'R1' }
  await database.queries
    .insertInto('drawdown')
    .values({ ...stamp, ...costs, id: drawdown_id, grant_id: drawdown_id })
    .execute()
})
afterAll(() => database.close())

describe('the way of a drawdown', () => {
  test('goes by sent, checked, two attests and paid, whatever is tried, and is never shorter', () => {
    const shortest = 5
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...drawdownActs), fc.constantFrom('a', 'b', 'c')), { maxLength: 30 }), (tries) => {
        let last: LastStep = { state: 'sent', by: 'a' }
        const taken: DrawdownState[] = ['sent']
        const attests: string[] = []
        for (const [act, by] of tries) {
          const next = drawdownAfter(last, act, by)
          if (next === undefined || next === 'samePerson') continue
          if (act === 'attest') attests.push(by)
          last = { state: next, by }
          taken.push(next)
        }
        if (last.state !== 'paid') return
        expect(taken).toEqual(['sent', 'checked', 'attestedOnce', 'attested', 'paid'])
        expect(taken).toHaveLength(shortest)
        expect(new Set(attests).size).toBe(2)
      }),
    )
  })
  test('ends when it is paid or returned', () => expect([drawdownMoves.paid, drawdownMoves.returned]).toEqual([{}, {}]))
  test('and of a grant stand in the database as they stand here: every other move is refused by it', async () => {
    const drawdowns = Object.entries(drawdownMoves).flatMap(([was, moves]) =>
      Object.entries(moves).map(([act, state]) => [act, was, state].join()),
    )
    const grants = Object.entries(grantMoves).flatMap(([was, moves]) =>
      Object.entries(moves).map(([act, state]) => [act, was, state].join()),
    )
    expect(await movesIn('drawdown_step')).toEqual([...drawdowns, 'send,,sent'].sort())
    expect(await movesIn('grant_step')).toEqual([...grants, 'grant,,granted'].sort())
  })
})

/** The moves that the database lets through, read from its constraint. */
async function movesIn(table: string): Promise<string[]> {
  const { rows } = await sql<{ text: string }>`select pg_get_constraintdef(oid) as text from pg_constraint
    where conrelid = ${table}::regclass and contype = 'c'`.execute(database.queries)
  const text = rows.map((row) => row.text).find((one) => one.includes('COALESCE(was'))!
  const move = /act = '(\w+)'::text\) AND \(COALESCE\(was, ''::text\) = '(\w*)'::text\) AND \(state = '(\w+)'/g
  return [...text.matchAll(move)].map(([, ...found]) => found.join()).sort()
}

describe('the database, past the program', () => {
  const row = { association_id: associationId, dated: '2026-07-02', note: '', recorded_at: '2026-07-02T09:00:00Z' }
  const insert = async (given: { step: number; [field: string]: unknown }): Promise<string> => {
    const attempt = database.queries
      .insertInto('drawdown_step')
      .values({ ...row, first_attester: null, recorded_by: office, previous: given.step - 1 || null, ...given } as never)
      .execute()
    return attempt.then(
      () => 'written',
      (error: Error & { code?: string }) => error.code ?? error.message,
    )
  }
  const [CHECK, FOREIGN_KEY, UNIQUE] = ['23514', '23503', '23505']
  test('lets no step be skipped, forked or made up', async () => {
    expect(await insert({ drawdown_id, step: 1, act: 'check', was: null, state: 'checked' })).toBe(CHECK)
    expect(await insert({ drawdown_id, step: 1, act: 'send', was: null, state: 'sent' })).toBe('written')
    expect(await insert({ drawdown_id, step: 2, act: 'pay', was: 'sent', state: 'paid' })).toBe(CHECK)
    expect(await insert({ drawdown_id, step: 2, act: 'pay', was: 'attested', state: 'paid' })).toBe(FOREIGN_KEY)
    expect(await insert({ drawdown_id, step: 3, act: 'check', was: 'sent', state: 'checked' })).toBe(FOREIGN_KEY)
    expect(await insert({ drawdown_id, step: 3, previous: 1, act: 'check', was: 'sent', state: 'checked' })).toBe(CHECK)
    expect(await insert({ drawdown_id, step: 1, act: 'send', was: null, state: 'sent' })).toBe(UNIQUE)
    expect(await insert({ drawdown_id, step: 2, act: 'check', was: null, state: 'checked' })).toBe(CHECK)
    expect(await insert({ drawdown_id, step: 2, act: 'check', was: 'sent', state: 'checked' })).toBe('written')
    expect(await insert({ drawdown_id, step: 2, act: 'return', was: 'sent', state: 'returned' })).toBe(UNIQUE)
    expect(await insert({ drawdown_id, step: 3, act: 'attest', was: 'checked', state: 'attestedOnce' })).toBe('written')
    const second = { drawdown_id, step: 4, act: 'attest', was: 'attestedOnce', state: 'attested' }
    expect(await insert(second)).toBe(CHECK)
    expect(await insert({ ...second, first_attester: office })).toBe(CHECK)
    expect(await insert({ ...second, first_attester: 'auditor.1' })).toBe(FOREIGN_KEY)
    expect(await insert({ ...second, first_attester: office, recorded_by: board })).toBe('written')
  })
})
