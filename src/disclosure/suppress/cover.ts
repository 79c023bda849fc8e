import type { Certificate, World } from '../certificate/world.ts'
import type { Evidence } from './evidence.ts'
import { dutiesOf, Exchanges, type Duty } from './exchanges.ts'
import type { Limits } from './limits.ts'
import { leastPattern, type Problem } from './problem.ts'

/** Cells that may be moved too far at once, for the few requirements that have no world with one such cell at a time. */
const mostPassed = [2, 5]
/** The share of them that may be left by such a search so that a longer one is worth while. */
const mostLeft = 0.9

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
  /** Until it is given up. */
  isHeld: boolean
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
  /** The worlds that move each cell, the oldest first, with some among them that were given up. */
  readonly #usersOf: Held[][]
  /** How many of those are held. */
  readonly #users: Int32Array

  constructor(problem: Problem) {
    this.#problem = problem
    this.exchanges = new Exchanges(problem)
    this.#usersOf = Array.from({ length: problem.cells.size }, () => [])
    this.#users = new Int32Array(problem.cells.size)
    this.pattern = leastPattern(problem)
  }

  /**
   * Finds worlds for all requirements; those that cannot be met in full are lowered when bounds show it. For some, none may be found.
   * @param first the requirement to begin with, where those before have worlds
   */
  meetAll(limits: Limits, first = 0): void {
    const { requirements, deadline } = this.#problem
    let open = [...requirements.keys()].slice(first).filter((at) => {
      deadline.check()
      return !this.#meet(at) && !(limits.foresee(at) && this.#meet(at))
    })
    // By now worlds of others have made room, and these few are worth a longer search, as long as it finds some: most of the others have no world at all.
    for (const passed of mostPassed) {
      const left = open.filter((at) => {
        deadline.check()
        return !this.#meet(at, passed)
      })
      if (left.length > mostLeft * open.length) return
      open = left
    }
  }

  /** Takes over worlds that prove a pattern already. */
  adopt({ worlds, proofs }: Certificate): void {
    const { requirements } = this.#problem
    const held = worlds.map((world) => ({ world, duties: [] as Demand[], isFixed: false }))
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
    for (const { world, duties, isFixed } of held) if (duties.length > 0 || isFixed) this.hold(world, duties, isFixed)
  }

  #meet(at: number, passed?: number): boolean {
    const { up, down, slide } = this.#problem.requirements[at]!
    const serve = (...amounts: number[]): boolean => this.#serve(at, amounts, passed) !== undefined
    const isWide = slide <= 0 || serve(slide, -slide)
    const isHigh = up <= 0 || serve(up)
    return isWide && isHigh && (down <= 0 || serve(-down))
  }

  /** Serves again what a world that was given up did: as far, and where only the width counts, in either direction. Gives the world that does it now. */
  serveAnew({ requirement, toward }: Demand): Held | undefined {
    return this.#serve(requirement, this.#problem.requirements[requirement]!.slide > 0 ? [toward, -toward] : [toward])
  }

  /**
   * Does again what a world that was given up did, without moving the cells `avoided`, by a world that is there, or the cheapest new one that a longer and longer
   * search finds. Gives the world that does it now.
   */
  serveWithout(avoided: readonly number[], scenario: number, demand: Demand): Held | undefined {
    const narrowed = { ...demand, still: [...demand.still, ...avoided] }
    const held = this.serving(scenario, narrowed)
    held?.duties.push(demand)
    if (held) return held
    for (const passed of [1, ...mostPassed]) {
      const best = this.exchanges.cheapest(scenario, [narrowed], this.pattern, Infinity, passed)
      if (best) return this.hold(best.move.world, [demand])
    }
    return undefined
  }

  /** Takes a requirement as far as one of these, by a world that is there, or the cheapest new one. Gives that world. */
  #serve(at: number, amounts: readonly number[], passed?: number): Held | undefined {
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
    const best = this.exchanges.cheapest(scenario, demands, this.pattern, Infinity, passed)
    return best && this.hold(best.move.world, [best.duty])
  }

  /** A world that does this already, and does not move the cell `avoided`. */
  serving(scenario: number, { cell, amount, still }: Duty, avoided?: number): Held | undefined {
    const staysOut = (one: number, { world }: Held): boolean => !world.cells.includes(one)
    return this.#heldFor(cell).find((held) => {
      const by = held.world.scenario === scenario ? shiftOf(held.world, cell) : 0
      const isDone = amount > 0 ? by >= amount : by <= amount
      return isDone && (avoided === undefined || staysOut(avoided, held)) && still.every((one) => staysOut(one, held))
    })
  }

  /** The worlds that move a cell. */
  usersOf(cell: number): Held[] {
    return [...this.#heldFor(cell)]
  }

  #heldFor(cell: number): readonly Held[] {
    if (this.#usersOf[cell]!.length > this.#users[cell]!) this.#usersOf[cell] = this.#usersOf[cell]!.filter(({ isHeld }) => isHeld)
    return this.#usersOf[cell]!
  }

  /** Hides what a world moves, for these demands. */
  hold(world: World, duties: Demand[], isFixed = false): Held {
    const held: Held = { world, duties, isFixed, isHeld: true }
    for (const cell of world.cells) {
      this.#usersOf[cell]!.push(held)
      this.#users[cell]!++
      if (this.pattern[cell] === 0) this.cost += this.#problem.cost[cell]!
      this.pattern[cell] = 1
    }
    return held
  }

  /** Gives a world up: cells that no other moves are shown again. */
  release(held: Held): void {
    const { fixed, cost } = this.#problem
    held.isHeld = false
    for (const cell of held.world.cells) {
      if (--this.#users[cell]! > 0 || fixed[cell] !== 0) continue
      this.pattern[cell] = 0
      this.cost -= cost[cell]!
    }
  }

  /** Lets all worlds speak. */
  tell(evidence: Evidence): void {
    for (const { world } of this.#held()) evidence.add(world)
  }

  /** What takes the cover back to the worlds it has now. */
  mark(): () => void {
    const kept = Array.from(this.#held(), ({ world, duties, isFixed }) => ({ world, duties: [...duties], isFixed }))
    return () => {
      for (const held of this.#held()) this.release(held)
      for (const { world, duties, isFixed } of kept) this.hold(world, duties, isFixed)
    }
  }

  #held(): Set<Held> {
    return new Set(this.#usersOf.flatMap((_, cell) => this.#heldFor(cell)))
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
