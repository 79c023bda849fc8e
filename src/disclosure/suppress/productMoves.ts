import type { Scenario } from '../attack/scenario.ts'
import type { Requirement } from '../certificate/requirement.ts'
import type { World } from '../certificate/world.ts'
import type { Problem } from './problem.ts'
import { radixOf, type Radix } from './radix.ts'
import { Ways, type Pricing } from './ways.ts'

/** A way through a tree moves as many nodes as it is deep, twice; one through a dimension of several codes moves one of each. */
const mostNodes = 8

/** Where dimensions are multiplied: the fewest ways first, but those last that move many nodes at once, which then make few cells. */
const rank = ({ size, start }: Ways): number => (start[size]! > size * mostNodes ? Number.MAX_SAFE_INTEGER : size)

/** Cells of one product: larger ones are passed over. */
const mostCells = 2 ** 12

/** Sums of costs in another order may differ by so much. */
const rounding = 1e-6

/** A world that moves cells by products, and what hiding those of them costs that are not hidden yet. */
export interface Move {
  world: World
  cost: number
}

/** How far each cell may lie from its true count: at least and at most. */
interface Room {
  low: Float64Array
  high: Float64Array
}

/** What finds worlds without a solver. */
export interface Moving {
  /** The cheapest one found that takes the cell of a requirement `amount` up or down and costs less than `limit`; requirements on several cells have none. */
  find(requirement: Requirement, sign: 1 | -1, amount: number, pattern: Uint8Array, limit: number): Move | undefined
}

/**
 * Other tables in which some persons, so to say, change places: in each dimension two categories are exchanged (or one is added to), and the cells of the
 * product move by turns up and down, with all their totals. Every sum holds by construction and the shifts are whole, so they prove a requirement without
 * any solver. There may be cheaper worlds that are no products: not finding one says nothing.
 */
export class ProductMoves implements Moving, Pricing {
  readonly #problem: Problem
  readonly #radix: Radix
  readonly #cellAt: Radix['cellAt']
  readonly #cost: Float64Array
  /** What hidden cells cost nothing. */
  pattern: Uint8Array
  readonly #rooms = new Map<Scenario, Room>()
  /** What moves already, to which the move is added; cells that do cost nothing. */
  readonly shift: Float64Array
  /** What moving a cell farther than it can costs: Infinity, or less where another move will take it back. */
  overdraft = Infinity
  /** Cells that may not be moved farther than they can all the same. */
  readonly barred: Uint8Array
  readonly #ways: Ways[]
  #low!: Float64Array
  #high!: Float64Array
  #amount = 0
  /** Of the product being built, and the cheapest so far: tuples as numbers, and which way they move. */
  readonly #keys = new Float64Array(mostCells)
  readonly #turns = new Int8Array(mostCells)
  /** By dimensions done: bits of the tables that show the nodes each tuple has in those. */
  readonly #tables: Int32Array[]
  /** By dimensions done: bits of the tables that show the cell's own nodes in all dimensions to come. */
  readonly #rest: Int32Array
  readonly #best: { keys: number[]; turns: number[]; length: number } = { keys: [], turns: [], length: 0 }
  #least = 0

  constructor(problem: Problem) {
    const { cells } = problem
    this.#problem = problem
    this.#radix = radixOf(cells)
    this.#cellAt = this.#radix.cellAt
    this.#cost = problem.cost
    this.pattern = new Uint8Array(cells.size)
    this.shift = new Float64Array(cells.size)
    this.barred = new Uint8Array(cells.size)
    this.#ways = cells.instance.dims.map(() => new Ways())
    this.#tables = Array.from({ length: this.#ways.length + 1 }, () => new Int32Array(mostCells))
    this.#tables[0]![0] = -1
    this.#rest = new Int32Array(this.#ways.length)
  }

  /** How far each cell may lie from its true count in a scenario; nothing for cells that may not be hidden. */
  roomOf(at: number): Room {
    const scenario = this.#problem.scenarios[at]!
    const known = this.#rooms.get(scenario)
    if (known) return known
    const { fixed } = this.#problem
    const room = {
      low: scenario.down.map((most, cell) => (fixed[cell]! < 0 ? 0 : -most)),
      high: scenario.up.map((most, cell) => (fixed[cell]! < 0 ? 0 : most)),
    }
    this.#rooms.set(scenario, room)
    return room
  }

  price(key: number, turn: number): number {
    const cell = this.#cellAt(key)
    if (cell < 0) return 0
    const before = this.shift[cell]!
    const after = before + turn * this.#amount
    if (after > this.#high[cell]! || after < this.#low[cell]!) return this.barred[cell]! > 0 ? Infinity : this.overdraft
    return before !== 0 || this.pattern[cell]! > 0 ? 0 : this.#cost[cell]!
  }

  find({ scenario, cells: own, factors }: Requirement, sign: 1 | -1, amount: number, pattern: Uint8Array, limit: number): Move | undefined {
    if (own.length !== 1 || factors[0] !== 1) return undefined
    this.#problem.deadline.check()
    this.pattern = pattern
    const cost = this.search(scenario, own[0]!, sign * amount, limit)
    if (cost === undefined) return undefined
    const moved: number[] = []
    const shift: number[] = []
    this.eachMoved((cell, by) => {
      moved.push(cell)
      shift.push(by)
    })
    return { world: { scenario, cells: Int32Array.from(moved), shift: Float64Array.from(shift) }, cost }
  }

  /** Looks for the cheapest move that takes a cell as far as `amount`, and costs less than `limit`: what it costs, or undefined. */
  search(scenario: number, cell: number, amount: number, limit: number): number | undefined {
    const { cells } = this.#problem
    const { low, high } = this.roomOf(scenario)
    this.#low = low
    this.#high = high
    this.#amount = amount
    const key = this.#radix.keys[cell]!
    const own = this.price(key, 1)
    if (!(own < limit)) return undefined
    const { dims } = cells.instance
    for (let dim = 0; dim < dims.length; dim++) {
      const node = cells.nodes[cell * dims.length + dim]!
      const from = { key, node, weight: this.#radix.weight[dim]!, deepest: this.#radix.deepest[dim]!, tables: this.#radix.tables[dim]! }
      this.#ways[dim]!.find(dims[dim]!, from, this, limit - own)
      if (this.#ways[dim]!.size === 0) return undefined
    }
    this.#keys[0] = key
    this.#turns[0] = 1
    this.#best.length = 0
    this.#least = limit
    this.#extend(
      this.#ways.toSorted((a, b) => rank(a) - rank(b)),
      0,
      1,
      own,
    )
    return this.#best.length > 0 ? this.#least : undefined
  }

  /** The cells of the move found last, and how far each moves. */
  eachMoved(use: (cell: number, by: number) => void): void {
    const { keys, turns, length } = this.#best
    for (let at = 0; at < length; at++) {
      const cell = this.#radix.cellAt(keys[at]!)
      if (cell >= 0) use(cell, turns[at]! * this.#amount)
    }
  }

  /**
   * Multiplies the product of the first dimensions by each way of the next, as long as it stays the cheapest, also with the cheapest way of each dimension to
   * come for the cell alone. What a step costs for the whole product is counted once for all ways that take it, and only as far as it must be known.
   */
  #extend(order: readonly Ways[], dim: number, length: number, paid: number): void {
    if (dim === order.length) return this.#keepBest(length, paid)
    const ways = order[dim]!
    const { size, start, kinds, spent, cost: alone } = ways
    let toCome = -rounding
    this.#rest[dim] = -1
    for (let next = dim + 1; next < order.length; next++) {
      this.#rest[dim]! &= order[next]!.own
      toCome += order[next]!.cost[0]!
    }
    ways.forgetSpent()
    for (let way = 0; way < size; way++) {
      const limit = this.#least - toCome
      if (paid + alone[way]! >= limit) return
      const [first, last] = [start[way]!, start[way + 1]!]
      if (length * (1 + last - first) > mostCells) continue
      let sum = paid
      for (let step = first; step < last; step++) sum += spent[kinds[step]!]!
      for (let step = first; step < last && sum < limit; step++) sum += this.#spend(ways, step, dim, length, limit - sum)
      if (sum < limit && sum < this.#least) this.#extend(order, dim + 1, this.#multiply(ways, way, dim, length), sum)
    }
  }

  /** Counts on what a step of a way costs for the product in hand until that is `most`, or all. Gives what was not counted before. */
  #spend({ steps, turns, tables, kinds, spent, counted }: Ways, step: number, dim: number, length: number, most: number): number {
    const kind = kinds[step]!
    if (counted[kind] === length) return 0
    // Named here, since fields would be read anew for every tuple.
    const [keys, own, before] = [this.#keys, this.#turns, this.#tables[dim]!]
    const cellAt = this.#cellAt
    const { shift, pattern, overdraft, barred } = this
    const [low, high, cost, amount] = [this.#low, this.#high, this.#cost, this.#amount]
    const shown = tables[step]! & this.#rest[dim]!
    const by = steps[step]!
    const turned = turns[step]!
    let sum = 0
    let at = counted[kind]!
    for (; at < length && sum < most; at++) {
      if ((before[at]! & shown) === 0) continue
      // As `price`; calling it here takes a tenth longer.
      const cell = cellAt(keys[at]! + by)
      if (cell < 0) continue
      const moved = shift[cell]!
      const after = moved + own[at]! * turned * amount
      if (after > high[cell]! || after < low[cell]!) sum += barred[cell]! > 0 ? Infinity : overdraft
      else if (moved === 0 && pattern[cell] === 0) sum += cost[cell]!
    }
    counted[kind] = at
    spent[kind]! += sum
    return sum
  }

  /**
   * Adds to the product of the first dimensions what a way of the next makes of it, and gives how many tuples that is. Those that no table can show, whatever
   * their nodes in the dimensions to come, are left out: they are most where tables have few dimensions each.
   */
  #multiply({ start, steps, turns, tables, own: ownTables }: Ways, way: number, dim: number, length: number): number {
    const [keys, own, before, after] = [this.#keys, this.#turns, this.#tables[dim]!, this.#tables[dim + 1]!]
    for (let at = 0; at < length; at++) after[at] = before[at]! & ownTables
    let end = length
    for (let step = start[way]!; step < start[way + 1]!; step++) {
      const [by, turned, shown] = [steps[step]!, turns[step]!, tables[step]!]
      for (let at = 0; at < length; at++) {
        const common = before[at]! & shown
        if (common === 0) continue
        keys[end] = keys[at]! + by
        after[end] = common
        own[end++] = own[at]! * turned
      }
    }
    return end
  }

  #keepBest(length: number, cost: number): void {
    const { keys, turns } = this.#best
    this.#least = cost
    this.#best.length = length
    for (let at = 0; at < length; at++) {
      keys[at] = this.#keys[at]!
      turns[at] = this.#turns[at]!
    }
  }
}
