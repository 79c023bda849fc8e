import { describe, expect, test } from 'vitest'
import { grid, protect } from '../../../test/countTables.ts'
import { OutOfTime } from '../attack/deadline.ts'

describe('out of time', () => {
  const instance = grid([
    [3, 10, 8],
    [0, 0, 10],
    [7, 7, 4],
  ])
  test('before any pattern is safe, nothing comes out', () => expect(protect(instance, 'rule', { seconds: 0 })).rejects.toThrow(OutOfTime))
  /** A clock that counts how often it is asked and jumps past the end at one moment. */
  function clock(jump: number): { now: () => number; asked: () => number } {
    let asked = 0
    return { now: () => (asked++ < jump ? 0 : 2000), asked: () => asked }
  }
  test('at whatever moment, what comes out is proven, or nothing comes out; and the work stops at once', async () => {
    const whole = clock(Infinity)
    expect((await protect(instance, 'rule', { seconds: 1, now: whole.now })).status).toBe('optimal')
    const outcomes = new Set<string>()
    for (let jump = 1; jump < whole.asked(); jump += 5) {
      const cut = clock(jump)
      const found = await protect(instance, 'rule', { seconds: 1, now: cut.now }).catch((error: unknown) => {
        if (error instanceof OutOfTime) return undefined
        throw error
      })
      // A few questions remain, one for each loop that is being left.
      expect(cut.asked() - jump).toBeLessThan(20)
      outcomes.add(found?.status ?? 'nothing')
      if (!found) continue
      expect(found.certificate).toBeDefined()
      expect(found.lowerBound).toBeLessThanOrEqual(found.cost)
    }
    expect([...outcomes]).toEqual(expect.arrayContaining(['gap', 'nothing']))
  })
})
