import type { Requirement } from '../certificate/requirement.ts'
import type { World } from '../certificate/world.ts'
import { free } from './meetByMoves.ts'
import type { Problem } from './problem.ts'
import { ProductMoves, type Move, type Moving } from './productMoves.ts'

/** Exchanges that are tried for one world. */
const mostExchanges = 20

/** What it costs to move a cell farther than it can, while a world is put together: more than any cells cost. */
const overdraft = 1e9

/** What a world must go on to do: move this cell so far, up (positive) or down. */
export interface Duty {
  cell: number
  amount: number
}

/**
 * Worlds of whole counts that are sums of product moves: as long as one of them moves a dear cell that is not hidden, another move that takes it back is
 * added, if it costs less. So rings of any length come about, though each move alone is a block. Whole by construction, and no solver is needed.
 */
export class Exchanges implements Moving {
  readonly #problem: Problem
  readonly #cost: Float64Array
  readonly #moves: ProductMoves
  /** Cells that the world in hand has moved, also those it has taken back. */
  #touched: number[] = []

  constructor(problem: Problem) {
    this.#problem = problem
    this.#cost = problem.cost
    this.#moves = new ProductMoves(problem)
  }

  find({ scenario, cells, factors }: Requirement, sign: 1 | -1, amount: number, pattern: Uint8Array, limit: number): Move | undefined {
    if (cells.length !== 1 || factors[0] !== 1) return undefined
    this.#problem.deadline.check()
    return this.moving(scenario, { cell: cells[0]!, amount: sign * amount }, pattern, limit)
  }

  /**
   * A cheap world that does a duty and costs less than `limit`. Undefined: none was found, which says nothing.
   * @param pattern flags of cells that cost nothing
   */
  moving(scenario: number, duty: Duty, pattern: Uint8Array, limit: number): Move | undefined {
    this.#moves.pattern = pattern
    const { cell, amount } = duty
    let best: Move | undefined
    const tryBy = (reach: () => boolean): void => {
      if (best?.cost === 0) return
      this.#touched = []
      best = (reach() ? this.#exchanged(scenario, duty, pattern, best?.cost ?? limit) : this.#clear()) ?? best
    }
    tryBy(() => this.#add(scenario, cell, amount))
    tryBy(() => this.#step(scenario, cell, amount))
    if (!best && limit > free) tryBy(() => this.#overdraw(scenario, cell, amount))
    return best
  }

  /** The world in hand after exchanges, if it costs less than `limit`. */
  #exchanged(scenario: number, duty: Duty, pattern: Uint8Array, limit: number): Move | undefined {
    return this.#holding(scenario, [duty], () => {
      this.#exchange(scenario, pattern)
      return this.#finish(scenario, pattern, limit)
    })
  }

  /** The world changed so that it does without a cell and keeps its duties; undefined when none is found that costs less than `limit`. */
  without(world: World, duties: readonly Duty[], cell: number, pattern: Uint8Array, limit: number): Move | undefined {
    const { scenario, cells, shift } = world
    this.#moves.pattern = pattern
    this.#touched = Array.from(cells)
    cells.forEach((one, at) => (this.#moves.shift[one] = shift[at]!))
    return this.#holding(scenario, duties, () =>
      this.#takeBack(scenario, cell, limit) ? this.#finish(scenario, pattern, limit) : this.#clear(),
    )
  }

  /** Moves the cell at once. A block may be dear and yet lead to a cheap ring, so its cost does not matter. */
  #add(scenario: number, cell: number, amount: number): boolean {
    if (this.#moves.search(scenario, cell, amount, Infinity) === undefined) return false
    this.#take()
    return true
  }

  /** Moves the cell in steps of one, each by cells of its own. */
  #step(scenario: number, cell: number, amount: number): boolean {
    const steps = Math.abs(amount)
    if (steps === 1 || !Number.isInteger(steps)) return false
    for (let step = 0; step < steps; step++) {
      if (!this.#add(scenario, cell, Math.sign(amount))) return false
    }
    return true
  }

  /** Moves other cells farther than they can as well, until exchanges take them back. */
  #overdraw(scenario: number, cell: number, amount: number): boolean {
    const { low, high } = this.#moves.rooms[scenario]!
    if (amount > high[cell]! || amount < low[cell]!) return false
    this.#moves.overdraft = overdraft
    const isFound = this.#add(scenario, cell, amount)
    this.#moves.overdraft = Infinity
    return isFound
  }

  /** While the work goes on, no move may spoil what the world is for. */
  #holding<T>(scenario: number, duties: readonly Duty[], work: () => T): T {
    const { low, high } = this.#moves.rooms[scenario]!
    const before = duties.map(({ cell }) => [low[cell]!, high[cell]!] as const)
    for (const { cell, amount } of duties) {
      if (amount > 0) low[cell] = Math.max(low[cell]!, amount)
      else high[cell] = Math.min(high[cell]!, amount)
    }
    const result = work()
    for (let at = duties.length - 1; at >= 0; at--) [low[duties[at]!.cell], high[duties[at]!.cell]] = before[at]!
    return result
  }

  /** Adds the move found last. */
  #take(): void {
    const { shift } = this.#moves
    this.#moves.eachMoved((cell, by) => {
      if (shift[cell] === 0) this.#touched.push(cell)
      shift[cell]! += by
    })
  }

  /** Adds the cheapest move that leaves the cell where it is, if it costs less than `limit`. */
  #takeBack(scenario: number, cell: number, limit: number): boolean {
    const { low, high } = this.#moves.rooms[scenario]!
    const room = [low[cell]!, high[cell]!] as const
    low[cell] = high[cell] = 0
    const cost = this.#moves.search(scenario, cell, -this.#moves.shift[cell]!, limit)
    ;[low[cell], high[cell]] = room
    if (cost === undefined) return false
    this.#take()
    return true
  }

  #exchange(scenario: number, pattern: Uint8Array): void {
    const stuck = new Set<number>()
    for (let round = 0; round < mostExchanges; round++) {
      let [dearest, most] = [-1, 1e-6]
      for (const cell of this.#touched) {
        const price = this.#priceOf(scenario, cell, pattern)
        if (price > most && !stuck.has(cell)) [dearest, most] = [cell, price]
      }
      if (dearest < 0) return
      if (!this.#takeBack(scenario, dearest, most - 1e-6)) stuck.add(dearest)
    }
  }

  /** What the world in hand pays for a cell. */
  #priceOf(scenario: number, cell: number, pattern: Uint8Array): number {
    const by = this.#moves.shift[cell]!
    if (by === 0) return 0
    const { low, high } = this.#moves.rooms[scenario]!
    if (by > high[cell]! || by < low[cell]!) return overdraft
    return pattern[cell]! > 0 ? 0 : this.#cost[cell]!
  }

  /** The world in hand, if it costs less than `limit`; the next begins from the truth. */
  #finish(scenario: number, pattern: Uint8Array, limit: number): Move | undefined {
    const { shift } = this.#moves
    const cells = [...new Set(this.#touched)].filter((cell) => shift[cell] !== 0)
    let cost = 0
    for (const cell of cells) cost += this.#priceOf(scenario, cell, pattern)
    const world = { scenario, cells: Int32Array.from(cells), shift: Float64Array.from(cells, (cell) => shift[cell]!) }
    this.#clear()
    return cost < Math.min(limit, overdraft) ? { world, cost } : undefined
  }

  #clear(): undefined {
    for (const cell of this.#touched) this.#moves.shift[cell] = 0
    return undefined
  }
}
