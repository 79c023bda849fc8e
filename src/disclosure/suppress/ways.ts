import type { Dimension } from '../tables/instance.ts'

/** Ways that are kept, the cheapest first. */
const most = 25

/** Tells what moving a tuple costs, with the cell asked about (turn 1) or against it (-1); Infinity when it cannot. */
export interface Pricing {
  price(key: number, turn: number): number
}

/** Where ways begin: a cell's tuple as a number, its node in the dimension, and how the number grows from one node to the next. */
export interface Start {
  key: number
  node: number
  weight: number
  /** The deepest level of the dimension that any table shows. */
  deepest: number
  /** By node: bits of the tables that show it. */
  tables: Int32Array
}

/** Nodes that move together: `size` of them from `from` in the list of nodes, after the first `above` totals. */
interface Branch {
  from: number
  size: number
  above: number
  cost: number
}

/**
 * The cheapest ways from a cell through one dimension for which all sums of that dimension hold: with it move a node below, and so on down to a leaf; and
 * either all totals above, or those up to one below which another branch moves the other way, also down to a leaf. Room is used again from cell to cell,
 * since this is asked a hundred thousand times.
 */
export class Ways {
  size = 0
  readonly cost = new Float64Array(most)
  /** Way w moves the tuples at `steps[start[w]] … steps[start[w + 1] - 1]` from the cell's, each in its turn. */
  readonly start = new Int32Array(most + 1)
  readonly steps: number[] = []
  readonly turns: number[] = []
  /** By step, and for the cell's own node: bits of the tables that show the node. */
  readonly tables: number[] = []
  own = 0
  /** By step: its number among the different ones; ways have many in common. */
  readonly kinds: number[] = []
  /** By different step: what it costs for the product in hand, and for how many of its tuples that is counted. */
  spent = new Float64Array(0)
  counted = new Int32Array(0)
  #kindCount = 0
  readonly #kindAt: number[] = []
  // Lists are written over rather than emptied, so that their room stays.
  readonly #nodes: number[] = []
  #nodeCount = 0
  readonly #above: number[] = []
  #aboveCount = 0
  #pricing!: Pricing
  #dim!: Dimension
  #from!: Start
  readonly #kept: [down: Branch, up: Branch][] = []

  /** Finds those that cost less than `limit`. */
  find(dim: Dimension, from: Start, pricing: Pricing, limit: number): void {
    this.#pricing = pricing
    this.#dim = dim
    this.#from = from
    this.size = this.#nodeCount = this.#aboveCount = 0
    if (dim.isFree) this.#freely(limit)
    else {
      const down = this.#downward(limit)
      if (down.length > 0) this.#combine(down, this.#upward(limit), limit)
    }
    this.#write()
  }

  #worth(node: number, turn: number): number {
    const { key, node: own, weight } = this.#from
    return this.#pricing.price(key + (node - own) * weight, turn)
  }

  #below(node: number): readonly number[] {
    return this.#dim.depth[node]! < this.#from.deepest ? this.#dim.children[node]! : []
  }

  /** A node and, one below the other, the cheapest ones under it; undefined when they cost as much as `limit`. */
  #chain(top: number, turn: number, limit: number): Branch | undefined {
    const from = this.#nodeCount
    let cost = this.#worth(top, turn)
    for (let node = top; cost < limit;) {
      this.#nodes[this.#nodeCount++] = node
      const next = this.#below(node)
      if (next.length === 0) return { from, size: this.#nodeCount - from, above: this.#aboveCount, cost }
      let least = Infinity
      for (let at = 0; at < next.length && least > 0; at++) {
        const worth = this.#worth(next[at]!, turn)
        if (worth >= least) continue
        node = next[at]!
        least = worth
      }
      cost += least
    }
    return undefined
  }

  #downward(limit: number): Branch[] {
    const next = this.#below(this.#from.node)
    if (next.length === 0) return [{ from: 0, size: 0, above: 0, cost: 0 }]
    return next.flatMap((node) => this.#chain(node, 1, limit) ?? [])
  }

  #upward(limit: number): Branch[] {
    const { parent, children } = this.#dim
    const found: Branch[] = []
    let cost = 0
    for (let node = this.#from.node; cost < limit; node = parent[node]!) {
      const top = parent[node]!
      if (top < 0) {
        found.push({ from: 0, size: 0, above: this.#aboveCount, cost })
        break
      }
      for (const sibling of children[top]!) {
        const branch = sibling === node ? undefined : this.#chain(sibling, -1, limit - cost)
        if (!branch) continue
        branch.cost += cost
        found.push(branch)
      }
      cost += this.#worth(top, 1)
      this.#above[this.#aboveCount++] = top
    }
    return found
  }

  /** Keeps the cheapest pairs. */
  #combine(down: readonly Branch[], up: readonly Branch[], limit: number): void {
    for (const one of down) {
      for (const other of up) {
        const cost = one.cost + other.cost
        if (!(cost < limit) || (this.size === most && cost >= this.cost[most - 1]!)) continue
        let at = this.size < most ? this.size++ : most - 1
        for (; at > 0 && this.cost[at - 1]! > cost; at--) {
          this.cost[at] = this.cost[at - 1]!
          this.#kept[at] = this.#kept[at - 1]!
        }
        this.cost[at] = cost
        this.#kept[at] = [one, other]
      }
    }
  }

  #write(): void {
    const { node: own, weight, tables } = this.#from
    this.own = tables[own]!
    this.#kindCount = 0
    for (let at = 0; at < this.#aboveCount + this.#nodeCount; at++) this.#kindAt[at] = -1
    let count = 0
    const put = (place: number, node: number, turn: number): void => {
      if (this.#kindAt[place]! < 0) this.#kindAt[place] = this.#kindCount++
      this.kinds[count] = this.#kindAt[place]!
      this.steps[count] = (node - own) * weight
      this.turns[count] = turn
      this.tables[count++] = tables[node]!
    }
    const putBranch = ({ from, size }: Branch, turn: number): void => {
      for (let at = from; at < from + size; at++) put(this.#aboveCount + at, this.#nodes[at]!, turn)
    }
    for (let way = 0; way < this.size; way++) {
      const [down, up] = this.#kept[way]!
      for (let at = 0; at < up.above; at++) put(at, this.#above[at]!, 1)
      putBranch(down, 1)
      putBranch(up, -1)
      this.start[way + 1] = count
    }
    if (this.spent.length >= this.#kindCount) return
    this.spent = new Float64Array(2 * this.#kindCount)
    this.counted = new Int32Array(2 * this.#kindCount)
  }

  /** Another product is in hand. */
  forgetSpent(): void {
    this.spent.fill(0, 0, this.#kindCount)
    this.counted.fill(0, 0, this.#kindCount)
  }

  /**
   * The same where sums are stated one by one: a node in no sum moves alone; one that is part of a single sum is exchanged with another such part; one that
   * is the sum of such parts moves with one of each. There are other ways, which linear programmes find.
   */
  #freely(limit: number): void {
    const { partitions } = this.#dim
    const { node: start } = this.#from
    const none: Branch = { from: 0, size: 0, above: 0, cost: 0 }
    const wholes = partitions.flat()
    const isSimple = (node: number): boolean =>
      partitions[node]!.length === 0 && wholes.filter((parts) => parts.includes(node)).length === 1
    const own = wholes.filter((parts) => parts.includes(start))
    if (own.length > 0) {
      const others = isSimple(start) ? own[0]!.filter((node) => node !== start && isSimple(node)) : []
      return this.#combine(
        [none],
        others.map((node) => this.#alone(node, -1)),
        limit,
      )
    }
    const chosen = partitions[start]!.map((parts) => this.#cheapest(parts.filter(isSimple)))
    if (chosen.includes(undefined)) return
    const branches = (chosen as number[]).map((node) => this.#alone(node, 1))
    const cost = branches.reduce((sum, one) => sum + one.cost, 0)
    this.#combine([{ from: branches[0]?.from ?? 0, size: branches.length, above: 0, cost }], [none], limit)
  }

  #alone(node: number, turn: number): Branch {
    const from = this.#nodeCount++
    this.#nodes[from] = node
    return { from, size: 1, above: 0, cost: this.#worth(node, turn) }
  }

  #cheapest(nodes: readonly number[]): number | undefined {
    let best: number | undefined
    for (const node of nodes) if (best === undefined || this.#worth(node, 1) < this.#worth(best, 1)) best = node
    return best
  }
}
