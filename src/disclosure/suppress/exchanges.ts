import type { Requirement } from '../certificate/requirement.ts'
import type { World } from '../certificate/world.ts'
import { free } from './meetByMoves.ts'
import type { Problem } from './problem.ts'
import { ProductMoves, type Move, type Moving } from './productMoves.ts'

/** Exchanges that are tried for one world. */
const mostExchanges = 20

/** Dear cells for which nothing cheaper is found before a world is left as it is: others mostly stay so too. */
const mostStuck = 2

/** What it costs to move a cell farther than it can, while a world is put together: more than any cells cost. */
const overdraft = 1e9

/** What a world must go on to do: move this cell so far, up (positive) or down, and others not at all. */
export interface Duty {
  cell: number
  amount: number
  still: readonly number[]
}

/**
 * What takes a requirement so far, each by itself: its cell moved; or, of a whole less a part that is nearly all of it, one of the other parts moved while the
 * rest of those stay. None for other functions of cells.
 */
export function dutiesOf({ sums: { rows, columns } }: Problem, { cells, factors }: Requirement, amount: number): Duty[] {
  const [whole, part] = cells
  if (cells.length === 1 && factors[0] === 1) return [{ cell: whole!, amount, still: [] }]
  if (cells.length !== 2 || factors[0] !== 1 || factors[1] !== -1) return []
  const own = [...columns.index.subarray(columns.start[part!]!, columns.start[part! + 1]!)]
  return own.flatMap((row) => {
    const members = [...rows.index.subarray(rows.start[row]!, rows.start[row + 1]!)]
    const others = members[0] === whole ? members.filter((cell) => cell !== whole && cell !== part) : []
    return others.map((cell): Duty => ({ cell, amount, still: others.filter((one) => one !== cell) }))
  })
}

/**
 * Worlds of whole counts that are sums of product moves: as long as one of them moves a dear cell that is not hidden, another move that takes it back is
 * added, if it costs less. So rings of any length come about, though each move alone is a block. Whole by construction, and no solver is needed.
 */
export class Exchanges implements Moving {
  /** Cells that may be moved farther than they can so that one is taken back. */
  #mostPassed = 1
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

  find(requirement: Requirement, sign: 1 | -1, amount: number, pattern: Uint8Array, limit: number): Move | undefined {
    this.#problem.deadline.check()
    return this.cheapest(requirement.scenario, dutiesOf(this.#problem, requirement, sign * amount), pattern, limit)?.move
  }

  /**
   * The cheapest of the worlds found for each of these duties, if one costs less than `limit`. What moves cells too far at first is tried when there is none else.
   * @param mostPassed cells that may be moved farther than they can so that one is taken back: with more, more worlds are found, and the search takes longer
   */
  cheapest<D extends Duty>(
    scenario: number,
    duties: readonly D[],
    pattern: Uint8Array,
    limit: number,
    mostPassed = 1,
  ): { move: Move; duty: D } | undefined {
    this.#mostPassed = mostPassed
    this.#moves.pattern = pattern
    let best: { move: Move; duty: D } | undefined
    for (const isOverdrawn of limit > free ? [false, true] : [false]) {
      if (best) break
      for (const duty of duties) {
        const move = this.#moving(scenario, duty, pattern, best?.move.cost ?? limit, isOverdrawn)
        if (move) best = { move, duty }
        if (move?.cost === 0) break
      }
    }
    return best
  }

  /** A cheap world that does a duty and costs less than `limit`. Undefined: none was found, which says nothing. */
  #moving(scenario: number, duty: Duty, pattern: Uint8Array, limit: number, isOverdrawn: boolean): Move | undefined {
    const { cell, amount } = duty
    const most = limit > free ? limit : Infinity
    const inSteps = Math.abs(amount) > 1 && Number.isInteger(amount) ? [() => this.#step(scenario, cell, amount, most)] : []
    const reaches = isOverdrawn
      ? [
          () => this.#overdraw(scenario, cell, amount),
          ...(inSteps.length > 0 && this.#mostPassed > 1 ? [() => this.#walk(scenario, cell, amount, pattern)] : []),
        ]
      : [...inSteps, () => this.#add(scenario, cell, amount, most)]
    return this.#leaving(scenario, duty.still, () => {
      for (const reach of reaches) {
        this.#touched = []
        const move = reach() ? this.#exchanged(scenario, duty, pattern, limit) : this.#clear()
        if (move) return move
      }
      return undefined
    })
  }

  /** While the work goes on, these cells may not move. */
  #leaving<T>(scenario: number, cells: readonly number[], work: () => T): T {
    const { low, high } = this.#moves.roomOf(scenario)
    const before = cells.map((cell) => [low[cell]!, high[cell]!] as const)
    for (const cell of cells) low[cell] = high[cell] = 0
    try {
      return work()
    } finally {
      cells.forEach((cell, at) => ([low[cell], high[cell]] = before[at]!))
    }
  }

  /** The world in hand after exchanges, if it costs less than `limit`. */
  #exchanged(scenario: number, duty: Duty, pattern: Uint8Array, limit: number): Move | undefined {
    return this.#holding(scenario, [duty], () => {
      this.#exchange(scenario, duty.cell, pattern)
      return this.#finish(scenario, pattern, limit)
    })
  }

  /** The world changed so that it does without a cell and keeps its duties; undefined when none is found that costs less than `limit`. */
  without(world: World, duties: readonly Duty[], cell: number, pattern: Uint8Array, limit: number): Move | undefined {
    if (duties.some((duty) => duty.cell === cell)) return undefined
    const { scenario, cells, shift } = world
    this.#moves.pattern = pattern
    this.#touched = Array.from(cells)
    cells.forEach((one, at) => (this.#moves.shift[one] = shift[at]!))
    return this.#holding(scenario, duties, () =>
      this.#takeBack(scenario, cell, limit) ? this.#finish(scenario, pattern, limit) : this.#clear(),
    )
  }

  /** Moves the cell at once. A block may be dear and yet lead to a cheap ring, so it may cost more than is asked, unless there is a world already. */
  #add(scenario: number, cell: number, amount: number, most = Infinity): boolean {
    if (this.#moves.search(scenario, cell, amount, most) === undefined) return false
    this.#take()
    return true
  }

  /** Moves the cell by a whole number in steps of one, each by the cells of the last where they can go on, else by cells of its own. */
  #step(scenario: number, cell: number, amount: number, most: number): boolean {
    for (let left = Math.abs(amount); left > 0; left--) {
      if (!this.#add(scenario, cell, Math.sign(amount), most)) return false
      left -= this.#repeat(scenario, left - 1)
    }
    return true
  }

  /** Adds the move found last again, as often as all its cells can go on, at most so many times. Gives how often. */
  #repeat(scenario: number, most: number): number {
    if (most === 0) return 0
    const { shift } = this.#moves
    const { low, high } = this.#moves.roomOf(scenario)
    let times = most
    this.#moves.eachMoved((cell, by) => {
      times = Math.min(times, Math.floor(by > 0 ? (high[cell]! - shift[cell]!) / by : (low[cell]! - shift[cell]!) / by))
    })
    this.#moves.eachMoved((cell, by) => (shift[cell]! += times * by))
    return times
  }

  /** Moves other cells farther than they can as well, until exchanges take them back. */
  #overdraw(scenario: number, cell: number, amount: number): boolean {
    const { low, high } = this.#moves.roomOf(scenario)
    const after = this.#moves.shift[cell]! + amount
    if (after > high[cell]! || after < low[cell]!) return false
    this.#moves.overdraft = overdraft
    const isFound = this.#add(scenario, cell, amount)
    this.#moves.overdraft = Infinity
    return isFound
  }

  /** Moves the cell by a whole number in steps of one, each of which may move others farther than they can until that is taken back. */
  #walk(scenario: number, cell: number, amount: number, pattern: Uint8Array): boolean {
    const by = Math.sign(amount)
    for (let done = by; Math.abs(done) <= Math.abs(amount); done += by) {
      if (this.#add(scenario, cell, by)) continue
      if (!this.#overdraw(scenario, cell, by)) return false
      this.#holding(scenario, [{ cell, amount: done, still: [] }], () => this.#exchange(scenario, cell, pattern))
      if (this.#touched.some((one) => this.#priceOf(scenario, one, pattern) >= overdraft)) return false
    }
    return true
  }

  /** While the work goes on, no move may spoil what the world is for. */
  #holding<T>(scenario: number, duties: readonly Duty[], work: () => T): T {
    const { low, high } = this.#moves.roomOf(scenario)
    const before = duties.map(({ cell }) => [low[cell]!, high[cell]!] as const)
    for (const { cell, amount } of duties) {
      if (amount > 0) low[cell] = Math.max(low[cell]!, amount)
      else high[cell] = Math.min(high[cell]!, amount)
    }
    try {
      return this.#leaving(
        scenario,
        duties.flatMap(({ still }) => still),
        work,
      )
    } finally {
      for (let at = duties.length - 1; at >= 0; at--) [low[duties[at]!.cell], high[duties[at]!.cell]] = before[at]!
    }
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
    const cost = this.#leaving(scenario, [cell], () => this.#moves.search(scenario, cell, -this.#moves.shift[cell]!, limit))
    if (cost === undefined) return false
    this.#take()
    return true
  }

  /** Takes a cell back by moving one other farther than it can, none that was stuck before: where that leads on, rings across the whole table come about. */
  #passOn(scenario: number, cell: number, kept: number, stuck: ReadonlySet<number>): boolean {
    const { barred } = this.#moves
    const passed = [...stuck].filter((one) => one !== kept)
    for (const one of stuck) barred[one] = 1
    this.#moves.overdraft = overdraft
    const isPassed = this.#leaving(scenario, passed, () => this.#takeBack(scenario, cell, (this.#mostPassed + 1) * overdraft - 1))
    this.#moves.overdraft = Infinity
    for (const one of stuck) barred[one] = 0
    return isPassed
  }

  /** @param kept the cell that the world is for */
  #exchange(scenario: number, kept: number, pattern: Uint8Array): void {
    const stuck = new Set([kept])
    for (let round = 0; round < mostExchanges * this.#mostPassed; round++) {
      let [dearest, most] = [-1, 1e-6]
      for (const cell of this.#touched) {
        const price = this.#priceOf(scenario, cell, pattern)
        if (price > most && !stuck.has(cell)) [dearest, most] = [cell, price]
      }
      if (dearest < 0) return
      if (this.#takeBack(scenario, dearest, most - 1e-6)) continue
      stuck.add(dearest)
      if (most >= overdraft && this.#passOn(scenario, dearest, kept, stuck)) continue
      if (most < overdraft && stuck.size > mostStuck) return
    }
  }

  /** What the world in hand pays for a cell. */
  #priceOf(scenario: number, cell: number, pattern: Uint8Array): number {
    const by = this.#moves.shift[cell]!
    if (by === 0) return 0
    const { low, high } = this.#moves.roomOf(scenario)
    if (by > high[cell]! || by < low[cell]!) return overdraft
    return pattern[cell]! > 0 ? 0 : this.#cost[cell]!
  }

  /** The world in hand, if it costs less than `limit`; the next begins from the truth. */
  #finish(scenario: number, pattern: Uint8Array, limit: number): Move | undefined {
    const { shift: inHand } = this.#moves
    const cells: number[] = []
    const shift: number[] = []
    let cost = 0
    for (const cell of this.#touched) {
      if (inHand[cell] === 0) continue
      cost += this.#priceOf(scenario, cell, pattern)
      cells.push(cell)
      shift.push(inHand[cell]!)
      // A cell may have been touched several times.
      inHand[cell] = 0
    }
    const isCheap = cost < Math.min(limit, overdraft)
    return isCheap ? { world: { scenario, cells: Int32Array.from(cells), shift: Float64Array.from(shift) }, cost } : undefined
  }

  #clear(): undefined {
    for (const cell of this.#touched) this.#moves.shift[cell] = 0
    return undefined
  }
}
