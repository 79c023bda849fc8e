import type { Solver } from '../src/disclosure/attack/solver.ts'

/** A count that the attacker has seen: the groups it is made of, and what it can be at least and at most. An exact one has both equal. */
export interface SeenCount {
  groups: readonly number[]
  least: number
  most: number
}

/** Stands for "no upper bound". */
const far = 1e6

/**
 * Attacks numbers by linear programming: unknown are the sizes of disjoint groups of which every number seen is a sum. Whatever sums hold between
 * the numbers hold by themselves, since they are made of the same groups.
 */
export class LinearAttack {
  readonly #model: ReturnType<Solver['createModel']>
  readonly #optimal: number
  readonly #size: number

  constructor(solver: Solver, size: number, seen: readonly SeenCount[]) {
    this.#size = size
    this.#optimal = solver.constants.modelStatus.optimal
    this.#model = solver.createModel()
    this.#model.options.set({ output_flag: false, presolve: 'off', solver: 'simplex' })
    const starts = [0]
    for (const { groups } of seen) starts.push(starts.at(-1)! + groups.length)
    const indices = Int32Array.from(seen.flatMap(({ groups }) => groups))
    this.#model.passModel({
      ...{ numCols: size, numRows: seen.length, colCost: new Float64Array(size), offset: 0 },
      ...{ sense: solver.constants.objectiveSense.minimize, colLower: new Float64Array(size), colUpper: new Float64Array(size).fill(far) },
      ...{ rowLower: Float64Array.from(seen, ({ least }) => least), rowUpper: Float64Array.from(seen, ({ most }) => most) },
      matrix: {
        ...{ format: 'csr', numRows: seen.length, numCols: size },
        ...{ starts: Int32Array.from(starts), indices, values: new Float64Array(indices.length).fill(1) },
      },
    })
  }

  /** The least and the most that some groups can be together. Throws when the numbers seen contradict each other. */
  rangeOf(groups: readonly number[]): { least: number; most: number } {
    const [least, most] = [1, -1].map((sign) => {
      for (let group = 0; group < this.#size; group++) this.#model.changeColCost(group, groups.includes(group) ? sign : 0)
      this.#model.run()
      if (this.#model.getModelStatus() !== this.#optimal) throw new Error('No sizes of the groups agree with the numbers seen')
      const { colValue } = this.#model.getSolution()
      return groups.reduce((sum, group) => sum + colValue[group]!, 0)
    })
    return { least: least!, most: most! }
  }

  dispose(): void {
    this.#model.dispose()
  }
}
