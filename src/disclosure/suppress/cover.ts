import type { Certificate, World } from '../certificate/world.ts'
import type { Evidence } from './evidence.ts'
import { dutiesOf, Exchanges, type Duty } from './exchanges.ts'
import type { Limits } from './limits.ts'
import { leastPattern, type Problem } from './problem.ts'

/** A requirement's demand in one direction. */
export interface Demand extends Duty {
  requirement: number
  /** How far its function is to go. */
  toward: number
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
      const { up, down, slide } = requirements[at]!
      for (const one of [held[high], held[low]]) {
        if (!one) continue
        const asked = one === held[high] ? up : down
        const demand = doneFor(this.#problem, at, one.world, Math.max(slide, asked))
        if (demand) one.duties.push(demand)
        else one.isFixed = true
      }
    })
    for (const one of held) if (one.duties.length > 0 || one.isFixed) this.hold(one)
  }

  #meet(at: number): boolean {
    const { up, down, slide } = this.#problem.requirements[at]!
    const serve = (...amounts: number[]): boolean => this.#serve(at, amounts) !== undefined
    const isWide = slide <= 0 || serve(slide, -slide)
    const isHigh = up <= 0 || serve(up)
    return isWide && isHigh && (down <= 0 || serve(-down))
  }

  /** Serves again what a world that was given up did: as far, and where only the width counts, in either direction. Gives the world that does it now. */
  serveAnew({ requirement, toward }: Demand): Held | undefined {
    return this.#serve(requirement, this.#problem.requirements[requirement]!.slide > 0 ? [toward, -toward] : [toward])
  }

  /** Takes a requirement as far as one of these, by a world that is there, or the cheapest new one. Gives that world. */
  #serve(at: number, amounts: readonly number[]): Held | undefined {
    const requirement = this.#problem.requirements[at]!
    const { scenario } = requirement
    const demands = amounts.flatMap((toward) =>
      dutiesOf(this.#problem, requirement, toward).map((duty): Demand => ({ requirement: at, toward, ...duty })),
    )
    for (const demand of demands) {
      const held = this.serving(scenario, demand)
      if (!held) continue
      held.duties.push(demand)
      return held
    }
    const best = this.exchanges.cheapest(scenario, demands, this.pattern, Infinity)
    return best && this.hold({ world: best.move.world, duties: [best.duty], isFixed: false })
  }

  /** A world that does this already, and does not move the cell `avoided`. */
  serving(scenario: number, { cell, amount, still }: Duty, avoided?: number): Held | undefined {
    const moves = (one: number, held: Held): boolean => this.#usersOf[one]?.has(held) === true
    for (const held of this.#usersOf[cell] ?? []) {
      if (held.world.scenario !== scenario || (avoided !== undefined && moves(avoided, held)) || still.some((one) => moves(one, held)))
        continue
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
  return shift[cells.indexOf(cell)] ?? 0
}

/** What a world does for a requirement: as much as is asked of it, up or down. Undefined when it does that in another way than by a duty. */
function doneFor(problem: Problem, at: number, world: World, asked: number): Demand | undefined {
  const requirement = problem.requirements[at]!
  const by = requirement.cells.reduce((sum, cell, place) => sum + requirement.factors[place]! * shiftOf(world, cell), 0)
  const toward = Math.sign(by) * Math.min(asked, Math.abs(by))
  const isDone = ({ cell, amount, still }: Duty): boolean =>
    shiftOf(world, cell) * Math.sign(amount) >= Math.abs(amount) && still.every((one) => shiftOf(world, one) === 0)
  const duty = dutiesOf(problem, requirement, toward).find(isDone)
  return duty && { requirement: at, toward, ...duty }
}
