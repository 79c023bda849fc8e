import { status, type Cells } from '../tables/cells.ts'

/**
 * Who attacks. `ext` knows what is published, that sums hold and that counts are not negative. `zero` knows moreover that noughts are
 * published, so that a suppressed count is at least 1. `la` (Kerckhoffs) knows how we choose, the threshold and which suppressed cells are small.
 */
export const attackers = ['ext', 'zero', 'la'] as const
export type Attacker = (typeof attackers)[number]

/** How far each cell, if suppressed, can lie below and above its true count as far as the attacker can tell; `up` may be Infinity. */
export interface Scenario {
  down: Float64Array
  up: Float64Array
}

/** What the attacker assumes of each suppressed cell before looking at the sums. Structural noughts are known to everybody. */
export function makeScenario({ size, count, status: state, instance: { threshold } }: Cells, attacker: Attacker): Scenario {
  const down = new Float64Array(size)
  const up = new Float64Array(size)
  for (let cell = 0; cell < size; cell++) {
    if (state[cell] === status.structuralZero) continue
    const [least, most] = range(attacker, count[cell]!, threshold, state[cell] === status.hidden)
    down[cell] = count[cell]! - least
    up[cell] = most - count[cell]!
  }
  return { down, up }
}

function range(attacker: Attacker, count: number, threshold: number, isHidden: boolean): [number, number] {
  // A difference between a period and what was released of its beginning is below nought when records were corrected since.
  if (count < 0) return [-Infinity, Infinity]
  if (attacker === 'ext' || isHidden || count === 0) return [0, Infinity]
  if (attacker === 'zero') return [1, Infinity]
  return count < threshold ? [1, threshold - 1] : [threshold, Infinity]
}

/** The same attacker, who moreover is an insider: knows the counts of these cells. */
export function withKnown({ down, up }: Scenario, known: Iterable<number>): Scenario {
  const scenario = { down: down.slice(), up: up.slice() }
  for (const cell of known) scenario.down[cell] = scenario.up[cell] = 0
  return scenario
}
