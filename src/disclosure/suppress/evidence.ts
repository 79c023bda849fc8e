import { AttackModel, type Attack } from '../attack/attackModel.ts'
import { Neighbourhood } from '../attack/neighbourhood.ts'
import type { World } from '../certificate/world.ts'
import type { Problem } from './problem.ts'
import type { Requirement } from '../certificate/requirement.ts'

/** The worlds that show how far a requirement's functional reaches; `above` and `below` are how far (at least 0). */
interface Reach {
  above: number
  below: number
  high?: World | undefined
  low?: World | undefined
}

const epsilon = 1e-6
/** Cells among which worlds are looked for first. */
const nearbySizes = [40, 120]

/**
 * For each requirement, worlds that show that it is met. A world serves every requirement it happens to show, and stays good for as
 * long as all its cells are suppressed, so that most questions need no linear programme.
 */
export class Evidence {
  readonly #problem: Problem
  readonly #reaches: Reach[] = []
  readonly #of = new Map<number, number[]>()
  #aside: [number, Reach][] = []
  readonly #accept: (world: World) => World | undefined
  /** Linear programmes run. */
  programs = 0

  /** @param accept what is made of each world before it speaks; undefined: it is not heard */
  constructor(problem: Problem, accept: (world: World) => World | undefined = (world) => world) {
    this.#problem = problem
    this.#accept = accept
    problem.requirements.forEach(({ cells }, at) => {
      this.#reaches.push({ above: 0, below: 0 })
      for (const cell of cells) {
        const known = this.#of.get(cell)
        if (known) known.push(at)
        else this.#of.set(cell, [at])
      }
    })
  }

  isMet(at: number): boolean {
    const { up, down, slide } = this.#problem.requirements[at]!
    const { above, below } = this.#reaches[at]!
    return above >= up - epsilon && below >= down - epsilon && above + below >= slide - epsilon
  }

  /** How far a requirement is to go in one direction, given how far it goes in the other; nought when it goes far enough. */
  missing(at: number, sign: 1 | -1): number {
    const { up, down, slide } = this.#problem.requirements[at]!
    const { above, below } = this.#reaches[at]!
    const [own, target] = sign > 0 ? [above, Math.max(up, slide - below)] : [below, Math.max(down, slide - above)]
    return target > own + epsilon ? target : 0
  }

  reachOf(at: number): Readonly<Reach> {
    return this.#reaches[at]!
  }

  /** Lets a world speak for all requirements on its cells. */
  add(given: World): void {
    const world = this.#accept(given)
    if (!world) return
    const shift = new Map<number, number>()
    world.cells.forEach((cell, at) => shift.set(cell, world.shift[at]!))
    for (const cell of world.cells) {
      for (const at of this.#of.get(cell) ?? []) {
        const requirement = this.#problem.requirements[at]!
        if (requirement.scenario === world.scenario) this.#hear(this.#reaches[at]!, shiftOf(requirement, shift), world)
      }
    }
  }

  #hear(reach: Reach, value: number, world: World): void {
    if (value > reach.above + epsilon) [reach.above, reach.high] = [value, world]
    if (-value > reach.below + epsilon) [reach.below, reach.low] = [-value, world]
  }

  /** Forgets worlds that need a cell that is not suppressed. Gives the requirements that are unmet then. */
  forget(pattern: Uint8Array): number[] {
    const good = new Map<World, boolean>()
    const isGood = (world: World): boolean => {
      const known = good.get(world) ?? world.cells.every((cell) => pattern[cell]! > 0)
      good.set(world, known)
      return known
    }
    for (const reach of this.#reaches) {
      if (reach.high && !isGood(reach.high)) [reach.above, reach.high] = [0, undefined]
      if (reach.low && !isGood(reach.low)) [reach.below, reach.low] = [0, undefined]
    }
    return this.#reaches.flatMap((_, at) => (this.isMet(at) ? [] : [at]))
  }

  /** Requirements that have a world with this cell. */
  *relyingOn(cell: number, among: Iterable<number>): Generator<number> {
    for (const at of among) {
      const { high, low } = this.#reaches[at]!
      if (high?.cells.includes(cell) || low?.cells.includes(cell)) yield at
    }
  }

  /** Sets aside what these requirements owe to a cell, until `recall` or `settle`. Gives those that are unmet then. */
  lose(relying: readonly number[], cell: number): number[] {
    for (const at of relying) {
      const reach = this.#reaches[at]!
      this.#aside.push([at, { ...reach }])
      if (reach.high?.cells.includes(cell)) [reach.above, reach.high] = [0, undefined]
      if (reach.low?.cells.includes(cell)) [reach.below, reach.low] = [0, undefined]
    }
    return relying.filter((at) => !this.isMet(at))
  }

  /** What was set aside is good again. */
  recall(): void {
    for (const [at, reach] of this.#aside) this.#reaches[at] = reach
    this.#aside = []
  }

  /** What was set aside is gone for good. */
  settle(): void {
    this.#aside = []
  }

  /**
   * Looks for worlds for one requirement within an attack model of its scenario. Says whether it is met now; without patience that may be false
   * though it is.
   */
  seek(model: Attack, at: number, isPatient: boolean): boolean {
    const requirement = this.#problem.requirements[at]!
    for (const component of componentsOf(model, requirement)) {
      const local = localise(model, component, requirement)
      for (const sign of [1, -1] as const) {
        const target = this.missing(at, sign)
        if (target <= 0) continue
        model.polytope(component).reset()
        this.programs++
        const reached = isPatient ? model.maximise(component, local, sign, target) : model.tryMaximise(component, local, sign, target)
        if (!Number.isNaN(reached)) this.add(worldOf(model, component, requirement.scenario))
      }
    }
    return this.isMet(at)
  }

  /**
   * Looks for worlds of a few suppressed cells around each of these requirements that is not met yet: they cost much less than those of all. Gives
   * the requirements for which there is none; worlds of more cells may meet them all the same.
   * @param size how many cells
   */
  seekNear(pattern: Uint8Array, missing: readonly number[], size: number): number[] {
    const { requirements, scenarios } = this.#problem
    const near = scenarios.map((scenario) => new Neighbourhood(this.#problem, scenario))
    for (const at of missing) {
      if (this.isMet(at)) continue
      const { scenario, cells } = requirements[at]!
      near[scenario]!.centre(pattern, cells, size)
      this.seek(near[scenario]!, at, false)
    }
    return missing.filter((at) => !this.isMet(at))
  }

  /** The requirements for which no world of a few cells is found. */
  unmetNearby(pattern: Uint8Array): number[] {
    return nearbySizes.reduce((left, size) => this.seekNear(pattern, left, size), this.forget(pattern))
  }

  /** The requirements that a pattern does not meet; without patience also some where that is not known. */
  unmet(pattern: Uint8Array, isPatient = true): number[] {
    const missing = this.unmetNearby(pattern)
    if (missing.length === 0) return missing
    const models = this.#problem.scenarios.map((scenario) => new AttackModel(this.#problem, pattern, scenario))
    try {
      return missing.filter((at) => !this.isMet(at) && !this.seek(models[this.#problem.requirements[at]!.scenario]!, at, isPatient))
    } finally {
      for (const model of models) model.dispose()
    }
  }
}

function shiftOf({ cells, factors }: Requirement, shift: ReadonlyMap<number, number>): number {
  let sum = 0
  cells.forEach((cell, at) => (sum += factors[at]! * (shift.get(cell) ?? 0)))
  return sum
}

/** The components a requirement has cells in: mostly one, none when all its cells are published or determined. */
export function componentsOf(model: Pick<Attack, 'componentOf' | 'columnOf'>, { cells }: Requirement): number[] {
  return [...new Set(Array.from(cells, (cell) => model.componentOf[cell]!))].filter((component) => component >= 0)
}

/** A requirement's functional in the columns of a component. */
export function localise(
  model: Pick<Attack, 'componentOf' | 'columnOf'>,
  component: number,
  { cells, factors }: Requirement,
): { index: number[]; value: number[] } {
  const inside = [...cells.keys()].filter((at) => model.componentOf[cells[at]!] === component)
  return { index: inside.map((at) => model.columnOf[cells[at]!]!), value: inside.map((at) => factors[at]!) }
}

function worldOf(model: Attack, component: number, scenario: number): World {
  const { z } = model.polytope(component)
  const { cells } = model.components[component]!
  const moved = Int32Array.from([...z.keys()].filter((column) => Math.abs(z[column]!) > epsilon))
  return { scenario, cells: moved.map((column) => cells[column]!), shift: Float64Array.from(moved, (column) => z[column]!) }
}
