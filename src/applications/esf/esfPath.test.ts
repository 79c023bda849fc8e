// On the embedded database alone: no database is asked.
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { esfActs, esfAfter, esfMoves, esfStates, type EsfAct, type EsfState } from './esfPath.ts'

/** The states on the way of some acts from an idea; acts that may not be done are left out. */
function walked(acts: readonly EsfAct[]): EsfState[] {
  const states: EsfState[] = ['idea']
  for (const act of acts) {
    const next = esfAfter(states.at(-1)!, act)
    if (next) states.push(next)
  }
  return states
}
const anyWay = fc.array(fc.constantFrom(...esfActs), { maxLength: 40 }).map(walked)

describe('the way to ESF+', () => {
  test('comes to the fund only past an owner, and to an end only past a grant and a start', () =>
    fc.assert(
      fc.property(anyWay, (states) => {
        const first = (state: EsfState): number => states.indexOf(state)
        for (const [later, earlier] of [
          ['applied', 'owned'],
          ['granted', 'applied'],
          ['running', 'granted'],
          ['closed', 'running'],
        ] as const)
          if (states.includes(later)) expect(first(earlier)).toBeGreaterThanOrEqual(0)
        if (states.includes('closed')) expect(first('closed')).toBeGreaterThan(first('running'))
      }),
      { numRuns: 2000 },
    ))
  test('reaches every state, and ends in one alone', () => {
    const reached = new Set<EsfState>(['idea'])
    for (const state of reached) for (const next of Object.values(esfMoves[state])) reached.add(next)
    expect([...reached].sort()).toEqual([...esfStates].sort())
    expect(esfStates.filter((state) => Object.keys(esfMoves[state]).length === 0)).toEqual(['closed'])
  })
  test('is the same in the database', () => {
    const [, sql] = readFileSync('db/0122_esf.sql', 'utf8').split('check ((act, was, state) in (')
    const rows = [
      ...sql!
        .split(')),')[0]!
        .concat(')')
        .matchAll(/\('(\w+)', '(\w+)', '(\w+)'\)/g),
    ]
      .map(([, ...row]) => row.join(' '))
      .sort()
    const ours = esfStates.flatMap((was) => Object.entries(esfMoves[was]).map(([act, state]) => `${act} ${was} ${state}`))
    expect(rows).toEqual(ours.sort())
  })
})
