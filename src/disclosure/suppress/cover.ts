import type { Certificate, World } from '../certificate/world.ts'
import type { Evidence } from './evidence.ts'
import { Exchanges, type Duty } from './exchanges.ts'
import type { Limits } from './limits.ts'
import { leastPattern, type Problem } from './problem.ts'
import type { Move } from './productMoves.ts'

/** A requirement's demand in one direction. */
export interface Demand extends Duty {
  requirement: number
}

/** A world that is kept, with what it is kept for. */
export interface Held {
  world: World
  duties: Demand[]
  /** Whether it must stay as it is, since it serves a requirement on several cells. */
  isFixed: boolean
}

/**
 * A pattern made of whole worlds: what any of them moves is hidden, and nothing else, so it is proven at every moment. Each demand has one world; a world may
 * serve many demands.
 */
export class Cover {
  readonly exchanges: Exchanges
  /** What is hidden: what must be, and what worlds move. */
  readonly pattern: Uint8Array
  /** What hiding that costs. */
  cost = 0
  readonly #problem: Problem
  readonly #usersOf: (Set<Held> | undefined)[]

  constructor(problem: Problem) {
    this.#problem = problem
    this.exchanges = new Exchanges(problem)
    this.#usersOf = Array.from({ length: problem.cells.size })
    this.pattern = leastPattern(problem)
  }

  /** Finds worlds for all requirements; those that cannot be met in full are lowered when bounds show it. For some, none may be found. */
  meetAll(limits: Limits): void {
    const { requirements, deadline } = this.#problem
    for (const at of requirements.keys()) {
      deadline.check()
      if (!this.#meet(at) && limits.foresee(at)) this.#meet(at)
    }
  }

  /** Takes over worlds that prove a pattern already. */
  adopt({ worlds, proofs }: Certificate): void {
    const { requirements } = this.#problem
    const held = worlds.map((world): Held => ({ world, duties: [], isFixed: false }))
    proofs.forEach(({ high, low }, at) => {
      const { cells, factors, up, down, slide } = requirements[at]!
      for (const one of [held[high], held[low]]) {
        if (!one) continue
        const by = shiftOf(one.world, cells[0]!)
        const asked = one === held[high] ? up : -down
        const amount = slide > 0 ? Math.sign(by) * Math.min(slide, Math.abs(by)) : asked
        one.duties.push({ requirement: at, cell: cells[0]!, amount })
        if (cells.length > 1 || factors[0] !== 1) one.isFixed = true
      }
    })
    for (const one of held) if (one.duties.length > 0) this.hold(one)
  }

  #meet(at: number): boolean {
    const { cells, factors, up, down, slide } = this.#problem.requirements[at]!
    if (cells.length !== 1 || factors[0] !== 1) return false
    const demand = (amount: number): Demand => ({ requirement: at, cell: cells[0]!, amount })
    const isWide = slide <= 0 || this.serve([demand(slide), demand(-slide)]) !== undefined
    const isHigh = up <= 0 || this.serve([demand(up)]) !== undefined
    return isWide && isHigh && (down <= 0 || this.serve([demand(-down)]) !== undefined)
  }

  /** Serves one of these demands by a world that is there, or the cheapest new one. Gives that world. */
  serve(demands: readonly Demand[]): Held | undefined {
    const { scenario } = this.#problem.requirements[demands[0]!.requirement]!
    for (const demand of demands) {
      const held = this.serving(scenario, demand)
      if (held) {
        held.duties.push(demand)
        return held
      }
    }
    let best: { move: Move; demand: Demand } | undefined
    for (const demand of demands) {
      const move = this.exchanges.moving(scenario, demand, this.pattern, best?.move.cost ?? Infinity)
      if (move) best = { move, demand }
      if (move?.cost === 0) break
    }
    return best && this.hold({ world: best.move.world, duties: [best.demand], isFixed: false })
  }

  /** A world that does this already, and does not move the cell `avoided`. */
  serving(scenario: number, { cell, amount }: Duty, avoided?: number): Held | undefined {
    for (const held of this.#usersOf[cell] ?? []) {
      if (held.world.scenario !== scenario || (avoided !== undefined && this.#usersOf[avoided]!.has(held))) continue
      const by = shiftOf(held.world, cell)
      if (amount > 0 ? by >= amount : by <= amount) return held
    }
    return undefined
  }

  /** The worlds that move a cell. */
  usersOf(cell: number): Held[] {
    return [...(this.#usersOf[cell] ?? [])]
  }

  hold(held: Held): Held {
    for (const cell of held.world.cells) {
      ;(this.#usersOf[cell] ??= new Set()).add(held)
      if (this.pattern[cell] === 0) this.cost += this.#problem.cost[cell]!
      this.pattern[cell] = 1
    }
    return held
  }

  release(held: Held): void {
    const { fixed, cost } = this.#problem
    for (const cell of held.world.cells) {
      const users = this.#usersOf[cell]!
      users.delete(held)
      if (users.size > 0 || fixed[cell] !== 0) continue
      this.pattern[cell] = 0
      this.cost -= cost[cell]!
    }
  }

  /** Lets all worlds speak. */
  tell(evidence: Evidence): void {
    const worlds = new Set(this.#usersOf.flatMap((users) => [...(users ?? [])]))
    for (const { world } of worlds) evidence.add(world)
  }
}

function shiftOf({ cells, shift }: World, cell: number): number {
  return shift[cells.indexOf(cell)]!
}
