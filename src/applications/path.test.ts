// On the embedded database alone: no database is asked.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  applicationActs,
  applicationActsIn,
  applicationAfter,
  applicationStates,
  type ApplicationAct,
  type ApplicationState,
} from './path.ts'

/** The states on the way of some acts from a draft; acts that may not be done are left out. */
function walked(acts: readonly ApplicationAct[]): { states: ApplicationState[]; taken: ApplicationAct[] } {
  const [states, taken]: [ApplicationState[], ApplicationAct[]] = [['draft'], []]
  for (const act of acts) {
    const next = applicationAfter(states.at(-1)!, act)
    if (!next) continue
    states.push(next)
    taken.push(act)
  }
  return { states, taken }
}
const anyWay = fc.array(fc.constantFrom(...applicationActs), { maxLength: 40 }).map(walked)

describe('the way of an application', () => {
  test('never comes to a start without having been submitted, recommended, granted and agreed, in that order', () =>
    fc.assert(
      fc.property(anyWay, ({ states }) => {
        if (!states.includes('started')) return
        const at = (['submitted', 'recommended', 'granted', 'agreed', 'started'] as const).map((state) => states.lastIndexOf(state))
        expect(at).toEqual(at.toSorted((a, b) => a - b))
        expect(at).not.toContain(-1)
      }),
      { numRuns: 2000 },
    ))
  test('is decided only after the preparation group has said something since it was last submitted', () =>
    fc.assert(
      fc.property(anyWay, ({ states, taken }) => {
        taken.forEach((act, at) => {
          if (act === 'grant' || act === 'reject') expect(['recommendGrant', 'recommendReject']).toContain(taken[at - 1])
        })
        expect(states).toHaveLength(taken.length + 1)
      }),
    ))
  test('that is granted or agreed has a way out, and one whose intervention was registered by hand has started', () => {
    expect((['granted', 'agreed'] as const).map((state) => applicationAfter(state, 'withdraw'))).toEqual(['withdrawn', 'withdrawn'])
    expect(applicationAfter('agreed', 'startByHand')).toBe('started')
  })
  test('reaches every state', () => {
    const reached = new Set<ApplicationState>(['draft'])
    for (let grown = true; grown;) {
      const next = [...reached].flatMap((state) => applicationActsIn(state).map((act) => applicationAfter(state, act)!))
      grown = next.some((state) => !reached.has(state))
      next.forEach((state) => reached.add(state))
    }
    expect([...reached].sort()).toEqual([...applicationStates].sort())
  })
  test('ends when it has started or was withdrawn, and nowhere else', () => {
    expect(applicationStates.filter((state) => applicationActsIn(state).length === 0)).toEqual(['started', 'withdrawn'])
  })
})
