import { AttackModel } from '../attack/attackModel.ts'
import type { Multipliers } from '../attack/polytope.ts'
import { componentsOf, localise } from './evidence.ts'
import { addHelp } from './help.ts'
import type { Problem } from './problem.ts'
import type { Requirement } from '../certificate/requirement.ts'

/** A condition that every safe pattern w (0 or 1 by cell) meets: Σ factors · w ≥ least, over cells that may be hidden or not. */
export interface Cut {
  cells: Int32Array
  factors: Float64Array
  least: number
}

const epsilon = 1e-6

/**
 * Conditions that the weights `w` (0 to 1 by cell, LP solution of the master problem) break (Fischetti & Salazar 2000): where an attacker who may move
 * each cell only by its share of its room is held too tight, the dual solution says which cells would help, and by how much.
 * `reach` caps the room within which cuts are looked for, which makes them stronger; they hold for the true room all the same. With
 * `reach` Infinity and whole weights, none is found exactly when the pattern is safe.
 * @param at where the attack is made, when not at `w` itself: a rounded pattern often shows conditions that `w` breaks as well
 */
export function separate(problem: Problem, w: Float64Array, reach: number, counter: { programs: number }, at = w): Cut[] {
  const pattern = Uint8Array.from(at, (weight) => (weight > epsilon ? 1 : 0))
  const cuts: Cut[] = []
  problem.scenarios.forEach((scenario, number) => {
    const capped = {
      down: scenario.down.map((room, cell) => Math.min(room, reach) * scale(at[cell]!)),
      up: scenario.up.map((room, cell) => Math.min(room, reach) * scale(at[cell]!)),
    }
    const model = new AttackModel(problem, pattern, capped, false)
    const search = new Search(problem, model, w, counter)
    try {
      problem.requirements.forEach((requirement, at) => requirement.scenario === number && search.look(at, cuts))
    } finally {
      model.dispose()
    }
  })
  return cuts
}

/** A weight of nought stands for no room, also of infinite room. */
const scale = (weight: number): number => (weight > epsilon ? weight : 0)

class Search {
  readonly #problem: Problem
  readonly #model: AttackModel
  readonly #w: Float64Array
  readonly #counter: { programs: number }
  /** How far each column is known to go, by component. */
  readonly #seen: { most: Float64Array; least: Float64Array }[]

  constructor(problem: Problem, model: AttackModel, w: Float64Array, counter: { programs: number }) {
    this.#problem = problem
    this.#model = model
    this.#w = w
    this.#counter = counter
    this.#seen = model.components.map(({ cells: { length } }) => ({ most: new Float64Array(length), least: new Float64Array(length) }))
  }

  /** Adds the cuts that one requirement asks for. */
  look(at: number, cuts: Cut[]): void {
    const requirement = this.#problem.requirements[at]!
    const { up, down, slide } = requirement
    if (up > 0) this.#side(requirement, 1, up, cuts)
    if (down > 0) this.#side(requirement, -1, down, cuts)
    if (slide <= 0) return
    const high = this.#ask(requirement, 1, slide)
    if (high.reached >= slide - epsilon) return
    const low = this.#ask(requirement, -1, slide - high.reached)
    if (high.reached + low.reached >= slide - epsilon) return
    const factors = new Map<number, number>()
    addHelp(this.#problem, requirement, 1, high.multipliers, factors)
    addHelp(this.#problem, requirement, -1, low.multipliers, factors)
    this.#addCut(factors, slide, cuts)
  }

  #side(requirement: Requirement, sign: 1 | -1, target: number, cuts: Cut[]): void {
    const { reached, multipliers } = this.#ask(requirement, sign, target)
    if (reached >= target - epsilon) return
    const factors = new Map<number, number>()
    addHelp(this.#problem, requirement, sign, multipliers, factors)
    this.#addCut(factors, target, cuts)
  }

  #ask(requirement: Requirement, sign: 1 | -1, target: number): { reached: number; multipliers: Multipliers[] } {
    let reached = 0
    const multipliers: Multipliers[] = []
    for (const component of componentsOf(this.#model, requirement)) {
      const local = localise(this.#model, component, requirement)
      const known = local.index.length === 1 && local.value[0] === 1 ? this.#known(component, local.index[0]!, sign) : 0
      if (known >= target - epsilon) return { reached: known, multipliers }
      this.#model.polytope(component).reset()
      this.#counter.programs++
      reached += this.#model.maximise(component, local, sign, target)
      this.#remember(component)
      if (reached < target - epsilon) multipliers.push(this.#model.polytope(component).multipliers(local, sign))
    }
    return { reached, multipliers }
  }

  #known(component: number, column: number, sign: 1 | -1): number {
    const { most, least } = this.#seen[component]!
    return sign > 0 ? most[column]! : least[column]!
  }

  #remember(component: number): void {
    const { most, least } = this.#seen[component]!
    const { z } = this.#model.polytope(component)
    for (let column = 0; column < z.length; column++) {
      if (z[column]! > most[column]!) most[column] = z[column]!
      if (-z[column]! > least[column]!) least[column] = -z[column]!
    }
  }

  /** What the cells that are always hidden give is taken from the demand; nobody needs to give more than what is left. */
  #addCut(helps: ReadonlyMap<number, number>, demand: number, cuts: Cut[]): void {
    const { fixed } = this.#problem
    let least = demand
    for (const [cell, help] of helps) if (fixed[cell]! > 0) least -= help
    if (!(least > epsilon)) return
    const open = [...helps].filter(([cell]) => fixed[cell] === 0)
    const given = open.reduce((sum, [cell, help]) => sum + Math.min(help, least) * this.#w[cell]!, 0)
    if (given >= least - 1e-5) return
    // Divided by the demand, so that all conditions are of one size.
    cuts.push({
      cells: Int32Array.from(open, ([cell]) => cell),
      factors: Float64Array.from(open, ([, help]) => Math.min(help, least) / least),
      least: 1,
    })
  }
}
