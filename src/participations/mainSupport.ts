import { SupportSource } from './codes.ts'
import type { Support } from './domain.ts'

/**
 * Position of the main support source: the one with the largest extent. Unknown extent counts below every known one;
 * equal extents go by list order. `null` when no source is held.
 */
export function mainSupport(support: Support): number | null {
  let main: number | null = null
  let largest = -Infinity
  for (const [position, { code }] of SupportSource.codes.entries()) {
    if (!holds(support, code)) continue
    const extent = support[code] ?? -1
    if (extent > largest) {
      main = position
      largest = extent
    }
  }
  return main
}

/** Support sources held, as bits by list position. A source with an extent of 0 % is not held. */
export function supportBits(support: Support): number {
  return bits(SupportSource.codes.flatMap(({ code }, position) => (holds(support, code) ? [position] : [])))
}

function holds(support: Support, code: keyof Support): boolean {
  return support[code] !== undefined && support[code] !== 0
}

/** A set of list positions as bits. */
export function bits(positions: readonly number[]): number {
  return positions.reduce((set, position) => set | (1 << position), 0)
}
