import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hiddenBehind } from '../../../disclosure/coarseShare.ts'
import { cellSchema } from '../../cellSchema.ts'
import type { ReleaseTable } from './document.ts'
import { publishedCoverage, toldCoverage } from './coverage.ts'

const table = (population: 'inPeriod' | 'exits', whole: number | null): ReleaseTable => ({
  spec: { population, place: 'nation', region: false, by: [] },
  ...{ title: { sv: '', en: '' }, definition: { sv: '', en: '' }, axes: [] },
  cells: [cellSchema.parse(whole === null ? { kind: 'suppressed' } : { kind: 'shown', value: whole })],
})
const tell = (registered: number, outside: number, before: ReturnType<typeof toldCoverage> = []) =>
  publishedCoverage([table('inPeriod', registered)], outside, { threshold: 5, before })

describe('the coverage that is published', () => {
  test('is of published participations alone', () => {
    expect(tell(2000, 500)).toEqual({ percent: 80, step: 1 })
    expect(publishedCoverage([table('exits', 2000)], 500, { threshold: 5, before: [] })).toBeUndefined()
    expect(publishedCoverage([table('inPeriod', null)], 500, { threshold: 5, before: [] })).toBeNull()
    expect(tell(90, 10)).toBeNull()
  })
  test('is not told by a correction that would close in on the number from another side', () => {
    const [first] = toldCoverage([table('inPeriod', 1000)], tell(1000, 95)!)
    const [least, most] = hiddenBehind(first!.registered, first!.share)
    expect([least, most]).toEqual([93, 104])
    const closing = Array.from({ length: 500 }, (_, more) => [1000 + more, tell(1000 + more, 95, [first!])] as const)
    for (const [registered, told] of closing) {
      if (!told) continue
      const [low, high] = hiddenBehind(registered, told)
      expect(Math.min(high, most) - Math.max(low, least) + 1).toBeGreaterThanOrEqual(5)
    }
    expect(closing.some(([, told]) => told === null)).toBe(true)
  })
  test('leaves the number among those that its share says', () =>
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 30_000 }), fc.nat(5000), (registered, outside) => {
        const told = tell(registered, outside)
        if (!told) return
        const [least, most] = hiddenBehind(registered, told)
        expect(least <= outside && outside <= most).toBe(true)
        expect(most - least + 1).toBeGreaterThanOrEqual(5)
      }),
    ))
})
