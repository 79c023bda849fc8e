import { AttackModel } from '../attack/attackModel.ts'
import type { Requirement } from '../certificate/requirement.ts'
import type { Certificate, World } from '../certificate/world.ts'
import { cheapestWorld, windowAround } from './cheapestWorld.ts'
import { Evidence } from './evidence.ts'
import { free, meetByMoves } from './meetByMoves.ts'
import type { Problem } from './problem.ts'
import { ProductMoves } from './productMoves.ts'
import { wholeWorld } from './wholeWorld.ts'

/** Cells in which a world is looked for before whole-number programming, and when that found none. */
const nearby = { first: 300, last: 2500 }

/**
 * Worlds of whole counts for every requirement of a pattern. Those of the linear programmes are mostly whole already, or become so when multiplied; for
 * the rest whole-number programmes look for one, and where they find none in time, a move may have one that needs more cells hidden: `pattern` grows by
 * those. Undefined when a requirement has none: then nothing may be released.
 */
export function certify(problem: Problem, pattern: Uint8Array, evidence: Evidence): Certificate | undefined {
  const whole = new Evidence(problem)
  const hear = (world: World | undefined): void => {
    const found = world && madeWhole(problem, world)
    if (found) whole.add(found)
  }
  evidence.unmet(pattern)
  problem.requirements.forEach((_, at) => {
    if (whole.isMet(at)) return
    hear(evidence.reachOf(at).high)
    hear(evidence.reachOf(at).low)
  })
  const moves = new ProductMoves(problem)
  const models = problem.scenarios.map((scenario) => new AttackModel(problem, pattern, scenario))
  try {
    for (const [at, requirement] of problem.requirements.entries()) {
      if (whole.isMet(at) || meetByMoves(problem, whole, pattern, moves, { at, limit: free })) continue
      meetNearby(problem, whole, pattern, at, free)
      for (const sign of [1, -1] as const) {
        const target = missing(whole, requirement, at, sign)
        if (whole.isMet(at) || target <= 0) continue
        const world = wholeWorld(problem, models[requirement.scenario]!, requirement, sign, target)
        if (world) whole.add(world)
      }
      if (whole.isMet(at) || meetByMoves(problem, whole, pattern, moves, { at, limit: Infinity })) continue
      meetNearby(problem, whole, pattern, at, Infinity)
      if (!whole.isMet(at)) return undefined
    }
  } finally {
    for (const model of models) model.dispose()
  }
  return collect(problem, whole)
}

/** Worlds of few cells near by are mostly whole. Hides the cells they need when that costs less than `limit`. */
function meetNearby(problem: Problem, whole: Evidence, pattern: Uint8Array, at: number, limit: number): void {
  const requirement = problem.requirements[at]!
  for (const sign of [1, -1] as const) {
    const target = missing(whole, requirement, at, sign)
    if (whole.isMet(at) || target <= 0) continue
    const near = cheapestWorld(
      problem,
      requirement,
      { sign, target },
      pattern,
      windowAround(problem, requirement, pattern, limit === free ? nearby.first : nearby.last),
    )
    const world = near && madeWhole(problem, near.world)
    if (!world) continue
    const added = [...world.cells].reduce((sum, cell) => sum + (pattern[cell]! > 0 ? 0 : problem.cost[cell]!), 0)
    if (added >= limit) continue
    for (const cell of world.cells) pattern[cell] = 1
    whole.add(world)
  }
}

/** How far a requirement must go in one direction, given how far it goes in the other; nought when it goes far enough. */
function missing(whole: Evidence, { up, down, slide }: Requirement, at: number, sign: 1 | -1): number {
  const { above, below } = whole.reachOf(at)
  const [own, target] = sign > 0 ? [above, Math.max(up, slide - below)] : [below, Math.max(down, slide - above)]
  return target > own ? target : 0
}

/** The world, or a multiple of it with whole shifts that the attacker still holds possible. */
function madeWhole({ scenarios }: Problem, { scenario, cells, shift }: World): World | undefined {
  const { down, up } = scenarios[scenario]!
  for (let times = 1; times <= 6; times++) {
    const whole = shift.map((by) => Math.round(by * times))
    const isWhole = shift.every((by, at) => Math.abs(by * times - whole[at]!) < 1e-6)
    if (isWhole)
      return cells.every((cell, at) => whole[at]! >= -down[cell]! && whole[at]! <= up[cell]!)
        ? { scenario, cells, shift: whole }
        : undefined
  }
  return undefined
}

function collect({ requirements }: Problem, whole: Evidence): Certificate {
  const numbers = new Map<World, number>()
  const number = (world: World | undefined): number => {
    if (!world) return -1
    if (!numbers.has(world)) numbers.set(world, numbers.size)
    return numbers.get(world)!
  }
  const proofs = requirements.map(({ up, down, slide }, at) => {
    const { high, low, above } = whole.reachOf(at)
    const needsLow = down > 0 || (slide > 0 && above < slide)
    return { high: up > 0 || slide > 0 ? number(high) : -1, low: needsLow ? number(low) : -1 }
  })
  return { worlds: [...numbers.keys()], proofs }
}
