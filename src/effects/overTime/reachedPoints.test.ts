// On the embedded database alone
import { describe, expect, test } from 'vitest'
import { askedOf } from '../../../test/askedFacts.ts'
import { denseFacts } from '../../../test/denseFacts.ts'
import { noiseThatShows, silence } from '../../../test/noise.ts'
import { valueOf } from '../../disclosure/cell.ts'
import { StateLater } from '../../participations/codes.ts'
import { laterMonths } from '../../participations/later.ts'
import { missingValue } from '../../participations/factColumns.ts'
import { noPublishedCells, type PublishedCells } from '../../statistics/publishedCells.ts'
import type { Facts } from '../../statistics/facts.ts'
import { monthNumber } from '../../values/month.ts'
import { ifUnreachedDid } from './ifUnreachedDid.ts'
import { reachedPoints } from './reachedPoints.ts'
import { weightedText } from './weightedText.ts'

const { writing } = askedOf(denseFacts(1, 1), { from: '2023-01', to: '2023-12' })
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

/** Facts of so many who began in the months asked for, of whom so many are reached at 12 months and some of them work. */
function fewBegan(began: number, known: number, working: number): Facts {
  const facts = denseFacts(began, 3)
  facts.columns.entryMonth.fill(monthNumber('2023-06'))
  const states = facts.columns.stateAfterStart12.fill(missingValue.u8)
  states.fill(StateLater.index('neither'), 0, known).fill(StateLater.index('ordinaryWork'), 0, working)
  return facts
}
const yearOf = (facts: Facts) => pointsOf(facts).find(({ months }) => months === 12)!

describe('those not reached', () => {
  test('are told of with no bounds where fewer than 20 began', () => {
    expect(yearOf(fewBegan(19, 12, 7))).toMatchObject({ n: { value: 19 }, x: { value: 7 }, reached: null, bounds: null })
    expect(yearOf(fewBegan(20, 12, 5)).bounds).toEqual({ least: 0.25, most: 0.65 })
  })
  test('are not moved from a share that is not shown: fewer than 20, or than 60 of 100, reached', () => {
    const few = yearOf(fewBegan(200, 7, 5))
    expect(few.bounds).not.toBeNull()
    expect(ifUnreachedDid([few], 1)).toBeUndefined()
    expect(ifUnreachedDid([yearOf(fewBegan(200, 100, 50))], 1)).toBeUndefined()
  })
  test('make the share of all what it is if they did so many times as well, at 12 months or else last of what is shown', () => {
    const year = yearOf(fewBegan(200, 150, 60))
    expect([0, 0.5, 1].map((ratio) => ifUnreachedDid([year], ratio))).toEqual(
      [60, 70, 80].map((x) => ({ months: 12, share: expect.closeTo(x / 200, 10) })),
    )
    const six = { ...year, months: 6 }
    expect(ifUnreachedDid([six, year, { ...year, months: 24 }], 1)!.months).toBe(12)
    expect(ifUnreachedDid([six, yearOf(fewBegan(200, 7, 5))], 1)!.months).toBe(6)
  })
  test('are nobody where that is exact; a nought with noise may be a few, so then it is nearly all who were reached', () => {
    const facts = fewBegan(750, 748, 300)
    const shown = (published: PublishedCells) => {
      const ask = askedOf(facts, { from: '2023-01', to: '2023-12' }, { by: noiseThatShows((count) => (count < 5 ? 0 : count)) })
      return reachedPoints({ ...ask, releasing: { ...ask.releasing, published } }).find(({ months }) => months === 12)!
    }
    expect(weightedText(shown(noPublishedCells), writing)).toBe('nästan alla nåddes')
    const exactly: PublishedCells = { find: (address) => ({ kind: 'shown', value: address.includes('unknown') ? 0 : 700 }) }
    expect(weightedText(shown(exactly), writing)).toBe('alla nåddes')
    expect(weightedText(yearOf(fewBegan(200, 100, 50)), writing)).toBe('vägs inte')
  })
  test('are nobody to move where all are reached as far as is shown', () =>
    expect(ifUnreachedDid([yearOf(fewBegan(200, 200, 60))], 1)).toBeUndefined())
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
