import { status, type Cells } from '../tables/cells.ts'
import type { Sums } from '../tables/rows.ts'
import type { Requirement } from '../certificate/requirement.ts'

/** How a mode of protection is made of attacker, treatment of noughts and demand. */
export interface Policy {
  attacker: 'ext' | 'zero' | 'la'
  /** Whether noughts may be suppressed; else they are published. */
  zeros: boolean
  /** The demand on each primary: not exact; one more and one less possible; all of the range of small counts from `from` up possible. */
  demand: { kind: 'notExact' } | { kind: 'plusMinusOne' } | { kind: 'range'; from: 0 | 1 }
}

export const modes = {
  pm1: { attacker: 'ext', zeros: false, demand: { kind: 'plusMinusOne' } },
  gs: { attacker: 'zero', zeros: false, demand: { kind: 'notExact' } },
  la: { attacker: 'la', zeros: false, demand: { kind: 'notExact' } },
  rule: { attacker: 'zero', zeros: false, demand: { kind: 'range', from: 1 } },
  rule0: { attacker: 'ext', zeros: true, demand: { kind: 'range', from: 0 } },
} as const satisfies Record<string, Policy>
export type Mode = keyof typeof modes

/** Cells with a count from 1 up to one less than the threshold; of differences that went below nought those as near to it. */
export function primariesOf({ count, instance: { threshold } }: Cells): number[] {
  return [...count.keys()].filter((cell) => count[cell]! !== 0 && Math.abs(count[cell]!) < threshold)
}

/** How far up, down, or in all a small count must be able to lie. */
function demandOf({ demand }: Policy, count: number, threshold: number): Pick<Requirement, 'up' | 'down' | 'slide'> {
  if (demand.kind === 'notExact') return { up: 0, down: 0, slide: 1 }
  if (demand.kind === 'plusMinusOne') return { up: 1, down: 1, slide: 0 }
  return { up: threshold - 1 - count, down: count - demand.from, slide: 0 }
}

/** One requirement for each primary. */
export function requirementsOf(cells: Cells, policy: Policy, scenario = 0): Requirement[] {
  return primariesOf(cells).map((cell) => ({
    ...{ scenario, cells: Int32Array.of(cell), factors: Float64Array.of(1) },
    ...demandOf(policy, cells.count[cell]!, cells.instance.threshold),
  }))
}

/**
 * Group disclosure: where nearly all (all but `coalition`) of a group have the same outcome, support and so on, parent − child must not be
 * known. One requirement for each pair of the dimensions named as attributes.
 */
export function groupRequirementsOf(cells: Cells, { rows }: Sums, policy: Policy, coalition = 0, scenario = 0): Requirement[] {
  const { instance, nodes, count } = cells
  const width = instance.dims.length
  const found: Requirement[] = []
  for (let row = 0; row + 1 < rows.start.length; row++) {
    const [parent, ...children] = rows.index.subarray(rows.start[row]!, rows.start[row + 1]!)
    const dim = instance.dims.findIndex((_, at) => nodes[parent! * width + at] !== nodes[children[0]! * width + at])
    if (!instance.attributes.includes(dim) || count[parent!]! < 1 || children.length < 2) continue
    for (const child of children) {
      // That all lack something is told by a nought anywhere; the complement of one of several codes is never published.
      if (cells.status[child] === status.hidden || count[parent!]! - count[child]! > coalition) continue
      const slide = policy.demand.kind === 'notExact' ? 1 : 0
      found.push({ scenario, cells: Int32Array.of(parent!, child), factors: Float64Array.of(1, -1), up: 1 - slide, down: 0, slide })
    }
  }
  return found
}
