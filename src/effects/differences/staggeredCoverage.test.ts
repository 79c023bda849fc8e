import { describe, expect, test } from 'vitest'
import type { Estimate } from '../../probability/interval.ts'
import { seededRandom } from '../../probability/seededRandom.ts'
import { eventTimes, overallEffect } from './staggered.ts'
import type { StaggeredPanel } from './staggeredPanel.ts'

const rounds = 400
const never = 20

/** How twelve areas may start: each by itself, two and two, all at once. */
const ways: [string, number, number[]][] = [
  ['one area at a time', 14, Array.from({ length: 12 }, (_, at) => 1 + at)],
  ['two areas at a time', 9, Array.from({ length: 12 }, (_, at) => 2 + Math.floor(at / 2))],
  ['twelve areas at once', 8, Array.from({ length: 12 }, () => 4)],
]

describe.each(ways)('where there is no difference, and %s started, the interval holds nought 95 times of 100', (_, periods, starts) => {
  test('over all, in the period of the start and two periods before it', () => {
    const held = sharesHeld({ periods, starts, memory: 0 }, (panel) => {
      const events = eventTimes(panel)
      return [overallEffect(panel), ...[0, -2].map((at) => events.find(({ since }) => since === at)!)]
    })
    for (const share of held) expectHeld(share)
  })
  test('or oftener, in every period that two or more areas have', () => {
    const held = sharesHeld({ periods, starts, memory: 0 }, (panel) => eventTimes(panel).filter(({ places }) => places > 1))
    for (const share of held) expect(share).toBeGreaterThan(0.92)
  })
  test('of areas that wander', () => expectHeld(sharesHeld({ periods, starts, memory: 1 }, (panel) => [overallEffect(panel)])[0]!))
  test('of areas where the start did something each its own way', () =>
    expectHeld(sharesHeld({ periods, starts, memory: 0, own: 1 }, (panel) => [overallEffect(panel)])[0]!))
})

/** 400 rounds of 95 % give 92.9 to 97.1 by chance; the freedom is on the safe side. */
function expectHeld(share: number): void {
  expect(share).toBeGreaterThan(0.93)
  expect(share).toBeLessThan(0.98)
}

interface Drawn {
  periods: number
  starts: readonly number[]
  /** How much of where an area was goes on to the next period. */
  memory: number
  /** The standard deviation between areas of what the start did there; its mean is nought. */
  own?: number
}

function sharesHeld(drawn: Drawn, estimatesOf: (panel: StaggeredPanel) => Estimate[]): number[] {
  const random = seededRandom(31)
  const held = Array.from({ length: rounds }, () => estimatesOf(panelOf(drawn, random)).map(({ lower, upper }) => lower <= 0 && upper >= 0))
  return held[0]!.map((_, at) => held.filter((one) => one[at]).length / rounds)
}

function panelOf({ periods: length, starts, memory, own = 0 }: Drawn, random: () => number): StaggeredPanel {
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  const periods = Array.from({ length }, (_, at) => at)
  const start = [...starts, ...Array.from({ length: never }, () => undefined)]
  const y = start.map((began) => {
    const did = own * normal()
    let level = 0
    return periods.map((period) => {
      level = memory * level + normal()
      return level + (began !== undefined && period >= began ? did : 0)
    })
  })
  return { periods, start, y }
}
