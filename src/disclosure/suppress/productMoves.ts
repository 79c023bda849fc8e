import type { Requirement } from '../certificate/requirement.ts'
import type { World } from '../certificate/world.ts'
import { partsOf, radixOf, type Part, type Radix } from './moveParts.ts'
import type { Problem } from './problem.ts'

/** Ways that are kept for each dimension, the cheapest first. */
const mostParts = 10

/** A world that moves cells by products, and what hiding those of them costs that are not hidden yet. */
export interface Move {
  world: World
  cost: number
}

/**
 * Other tables in which some persons, so to say, change places: in each dimension two categories are exchanged (or one is added to), and the cells of the
 * product move by turns up and down, with all their totals. Every sum holds by construction and the shifts are whole, so they prove a requirement without
 * any solver. There may be cheaper worlds that are no products: not finding one says nothing.
 */
export class ProductMoves {
  readonly #problem: Problem
  readonly #radix: Radix
  /** Of the product being built: tuples as numbers, and which way they move. */
  readonly #keys: number[] = []
  readonly #turns: number[] = []
  #best: { keys: number[]; turns: number[] } | undefined
  #least = 0

  constructor(problem: Problem) {
    this.#problem = problem
    this.#radix = radixOf(problem.cells)
  }

  /** The cheapest one found that takes the cell of a requirement `amount` up or down and costs less than `limit`; requirements on several cells have none. */
  find({ scenario, cells: own, factors }: Requirement, sign: 1 | -1, amount: number, pattern: Uint8Array, limit: number): Move | undefined {
    if (own.length !== 1 || factors[0] !== 1) return undefined
    this.#problem.deadline.check()
    const { fixed, cost, scenarios, cells } = this.#problem
    const { cellAt } = this.#radix
    const { down, up } = scenarios[scenario]!
    const price = (key: number, turn: number): number => {
      const cell = cellAt(key)
      if (cell < 0) return 0
      if (fixed[cell]! < 0 || (turn * sign > 0 ? up : down)[cell]! < amount) return Infinity
      return pattern[cell]! > 0 ? 0 : cost[cell]!
    }
    const start = this.#radix.keyOf(own[0]!)
    if (price(start, 1) >= limit) return undefined
    const parts = cells.instance.dims.map((_, dim) => partsOf(this.#radix, cells, own[0]!, dim, price, limit).slice(0, mostParts))
    if (parts.some((ways) => ways.length === 0)) return undefined
    parts.sort((a, b) => a.length - b.length)
    this.#keys[0] = start
    this.#turns[0] = 1
    this.#best = undefined
    this.#least = limit
    this.#extend(parts, 0, 1, price(start, 1), price)
    return this.#best && { world: this.#worldOf(scenario, sign * amount), cost: this.#least }
  }

  /** Multiplies the product of the first dimensions by each way of the next, as long as it stays the cheapest. */
  #extend(parts: readonly Part[][], dim: number, length: number, cost: number, price: (key: number, turn: number) => number): void {
    if (dim === parts.length) {
      this.#least = cost
      this.#best = { keys: this.#keys.slice(0, length), turns: this.#turns.slice(0, length) }
      return
    }
    for (const { steps, turns } of parts[dim]!) {
      let [end, sum] = [length, cost]
      for (let step = 0; step < steps.length && sum < this.#least; step++) {
        for (let at = 0; at < length && sum < this.#least; at++) {
          const key = this.#keys[at]! + steps[step]!
          const turn = this.#turns[at]! * turns[step]!
          sum += price(key, turn)
          this.#keys[end] = key
          this.#turns[end++] = turn
        }
      }
      if (sum < this.#least) this.#extend(parts, dim + 1, end, sum, price)
    }
  }

  #worldOf(scenario: number, amount: number): World {
    const { keys, turns } = this.#best!
    const { cellAt } = this.#radix
    const moved = [...keys.keys()].filter((at) => cellAt(keys[at]!) >= 0)
    return {
      scenario,
      cells: Int32Array.from(moved, (at) => cellAt(keys[at]!)),
      shift: Float64Array.from(moved, (at) => amount * turns[at]!),
    }
  }
}
