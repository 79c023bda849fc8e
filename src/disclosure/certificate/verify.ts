import type { Scenario } from '../attack/scenario.ts'
import type { Sparse } from '../tables/rows.ts'
import type { Requirement } from './requirement.ts'
import type { Certificate, World } from './world.ts'

/** What is to be proven: these requirements hold when these cells are hidden. */
export interface Claim {
  rows: Sparse
  suppressed: Uint8Array
  scenarios: readonly Scenario[]
  requirements: readonly Requirement[]
}

/**
 * Checks a certificate by whole-number arithmetic alone, without any solver: every world moves suppressed cells only, by whole numbers, within what the
 * attacker assumes, and keeps every sum; and every requirement is shown by its worlds.
 */
export function verify(claim: Claim, { worlds, proofs }: Certificate): boolean {
  const placesOf = placesByCell(claim)
  const isSound = worlds.map((world) => isPossible(claim, placesOf, world))
  if (proofs.length !== claim.requirements.length) return false
  return claim.requirements.every((requirement, at) => {
    const { high, low } = proofs[at]!
    const shown = (number: number, sign: number): number => {
      if (number < 0) return 0
      const world = worlds[number]
      return world && isSound[number] && world.scenario === requirement.scenario
        ? Math.max(0, sign * shiftOf(requirement, world))
        : Number.NaN
    }
    const [above, below] = [shown(high, 1), shown(low, -1)]
    return above >= requirement.up && below >= requirement.down && above + below >= requirement.slide
  })
}

interface Place {
  row: number
  sign: number
}

/** Where each suppressed cell stands in sums: those of published cells keep as they are. */
function placesByCell({ rows, suppressed }: Claim): Place[][] {
  const found = Array.from(suppressed, (): Place[] => [])
  for (let row = 0; row + 1 < rows.start.length; row++) {
    for (let at = rows.start[row]!; at < rows.start[row + 1]!; at++) {
      if (suppressed[rows.index[at]!] === 1) found[rows.index[at]!]!.push({ row, sign: rows.sign[at]! })
    }
  }
  return found
}

function isPossible({ suppressed, scenarios }: Claim, placesOf: Place[][], { scenario, cells, shift }: World): boolean {
  const { down, up } = scenarios[scenario]!
  const moved = new Set<number>()
  const sums = new Map<number, number>()
  for (const [at, cell] of cells.entries()) {
    const by = shift[at]!
    if (!Number.isInteger(by) || suppressed[cell] !== 1 || moved.has(cell) || by < -down[cell]! || by > up[cell]!) return false
    moved.add(cell)
    for (const { row, sign } of placesOf[cell]!) sums.set(row, (sums.get(row) ?? 0) + sign * by)
  }
  return [...sums.values()].every((sum) => sum === 0)
}

function shiftOf({ cells, factors }: Requirement, world: World): number {
  let sum = 0
  cells.forEach((cell, at) => {
    const place = world.cells.indexOf(cell)
    if (place >= 0) sum += factors[at]! * world.shift[place]!
  })
  return sum
}
