import { protectTables, type ProtectOptions, type Protection } from '../src/disclosure/suppress/protectTables.ts'
import { modes, type Mode } from '../src/disclosure/suppress/requirement.ts'
import { makeCells, type Cells } from '../src/disclosure/tables/cells.ts'
import type { Instance } from '../src/disclosure/tables/instance.ts'
import { readInstance } from '../src/disclosure/tables/readInstance.ts'
import { makeSums, type Sums } from '../src/disclosure/tables/rows.ts'

/** A table of counts by row and column below totals, as an instance. */
export function grid(counts: readonly (readonly number[])[], threshold = 5): Instance {
  const dim = (name: string, size: number) => ({
    name,
    codes: ['Tot', ...Array.from({ length: size }, (_, at) => `${name}${at + 1}`)],
    parent: [-1, ...new Array<number>(size).fill(0)],
  })
  const base = counts.flatMap((row, r) => row.flatMap((count, k) => (count > 0 ? [[r + 1, k + 1, count]] : [])))
  return readInstance({
    name: 'grid',
    threshold,
    dims: [dim('r', counts.length), dim('k', counts[0]!.length)],
    tables: [{ dims: [0, 1] }],
    base,
  })
}

/** Three linked tables of few persons, most in few categories; always the same for the same seed. */
export function sparseLinked(seed: number, sizes: number[], people: number): Instance {
  let state = seed
  const next = (): number => (state = (Math.imul(state, 48271) >>> 0) % 2147483647) / 2147483647
  const weights = sizes.map((size) => Array.from({ length: size }, () => Math.exp(4.4 * next())))
  const drawn = (among: number[]): number => {
    let left = next() * among.reduce((sum, one) => sum + one, 0)
    return (
      1 +
      Math.max(
        0,
        among.findIndex((one) => (left -= one) < 0),
      )
    )
  }
  const persons = Map.groupBy(
    Array.from({ length: people }, () => weights.map(drawn)),
    (codes) => codes.join(' '),
  )
  return readInstance({
    name: 'linked',
    threshold: 5,
    dims: sizes.map((size, at) => ({
      name: `d${at}`,
      codes: ['Tot', ...Array.from({ length: size }, (_, code) => `d${at}-${code}`)],
      parent: [-1, ...new Array<number>(size).fill(0)],
    })),
    tables: [{ dims: [0, 1, 2] }, { dims: [0, 3] }, { dims: [1, 3] }],
    base: [...persons.values()].map((same) => [...same[0]!, same.length]),
  })
}

/** Cells and sums of an instance. */
export function tablesOf(instance: Instance): { cells: Cells; sums: Sums } {
  const cells = makeCells(instance)
  return { cells, sums: makeSums(cells) }
}

/** Protects by a mode of the terminal, exactly unless told otherwise. */
export function protect(instance: Instance, mode: Mode | 'linear', options: Partial<ProtectOptions> = {}): Promise<Protection> {
  const policy = mode === 'linear' ? mode : modes[mode]
  return protectTables(instance, { policy, tier: 'exact', cost: 'value', seconds: 60, now: () => performance.now(), ...options })
}

/**
 * Every table of whole counts that has the published figures of the true one and that the attacker cannot rule out, cell by cell: the plain enumeration of
 * inner cells that all faster ways are held against. `low` and `high` bound each suppressed cell; none goes farther than two above the largest there is, which
 * the attacker does not know.
 */
export function possibleTables(
  { cells, sums: { rows } }: { cells: Cells; sums: Sums },
  suppressed: Uint8Array,
  low: Float64Array,
  high: Float64Array,
): number[][] {
  const found: number[][] = []
  const value = Array.from(cells.count)
  const open = [...suppressed.keys()].filter((cell) => suppressed[cell])
  const largest = Math.max(...cells.count) + 2
  const holds = (row: number, known: ReadonlySet<number>): boolean => {
    let sum = 0
    for (let at = rows.start[row]!; at < rows.start[row + 1]!; at++) {
      if (known.has(rows.index[at]!)) return true
      sum += rows.sign[at]! * value[rows.index[at]!]!
    }
    return sum === 0
  }
  const unknown = new Set(open)
  const walk = (at: number): void => {
    if (at === open.length) return void found.push([...value])
    const cell = open[at]!
    unknown.delete(cell)
    for (let count = Math.max(0, low[cell]!); count <= Math.min(high[cell]!, largest); count++) {
      value[cell] = count
      let isPossible = true
      for (let row = 0; row + 1 < rows.start.length && isPossible; row++) isPossible = holds(row, unknown)
      if (isPossible) walk(at + 1)
    }
    unknown.add(cell)
    value[cell] = cells.count[cell]!
  }
  walk(0)
  return found
}
