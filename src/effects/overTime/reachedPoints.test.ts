// On the embedded database alone
import { describe, expect, test } from 'vitest'
import { askedOf } from '../../../test/askedFacts.ts'
import { denseFacts } from '../../../test/denseFacts.ts'
import { silence } from '../../../test/noise.ts'
import { valueOf } from '../../disclosure/cell.ts'
import { StateLater } from '../../participations/codes.ts'
import { laterMonths } from '../../participations/later.ts'
import { missingValue } from '../../participations/factColumns.ts'
import type { Facts } from '../../statistics/facts.ts'
import { reachedPoints } from './reachedPoints.ts'

const pointsOf = (facts: Facts) => reachedPoints(askedOf(facts, { from: '2023-01', to: '2023-12' }, { by: silence }))

/** Made-up facts in which half of those not reached are. */
function mostReached(size: number): Facts {
  const facts = denseFacts(size, 3)
  for (const months of laterMonths) {
    const states = facts.columns[`stateAfterStart${months}`]
    for (let row = 0; row < size; row += 2) if (states[row] === missingValue.u8) states[row] = StateLater.index('neither')
  }
  return facts
}

describe('those not reached', () => {
  test('stand beside those reached at each point, and the share of all lies within the bounds', () => {
    for (const { n, known, x, reached, bounds, weighted, weightedHow } of pointsOf(mostReached(6000))) {
      expect(valueOf(known)).toBeLessThan(valueOf(n)!)
      expect(reached!.share).toBeCloseTo(valueOf(x)! / valueOf(known)!, 3)
      expect(weighted!.share).toBeGreaterThan(bounds!.least)
      expect(weighted!.share).toBeLessThan(bounds!.most)
      expect(weightedHow).toContain('grupper')
    }
  })
  test('are told of with bounds only where fewer than 60 of 100 were reached', () => {
    const facts = mostReached(6000)
    facts.columns.stateAfterStart12.fill(255, 0, 4000)
    const year = pointsOf(facts).find(({ months }) => months === 12)!
    expect(year).toMatchObject({ reached: null, weighted: null, weightedHow: expect.stringContaining('färre än 60 av 100') })
    expect(year.bounds!.most - year.bounds!.least).toBeGreaterThan(0.4)
  })
  test('are not told of where none, or all, of those reached have it', () => {
    const facts = mostReached(600)
    facts.columns.stateAfterStart12.fill(0)
    const year = pointsOf(facts).find(({ months }) => months === 12)!
    expect(year).toMatchObject({ x: { kind: 'suppressed' }, reached: null, bounds: null, weighted: null })
  })
})
