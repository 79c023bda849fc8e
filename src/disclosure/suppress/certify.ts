import { AttackModel } from '../attack/attackModel.ts'
import type { Certificate, World } from '../certificate/world.ts'
import { Evidence } from './evidence.ts'
import type { Problem } from './problem.ts'
import { wholeWorld } from './wholeWorld.ts'

/**
 * Worlds of whole counts for every requirement of a pattern. Those of the linear programmes are mostly whole already, or become so when multiplied; for
 * the rest whole-number programmes look for one. Undefined when a requirement has none: then nothing may be released.
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
  const models = problem.scenarios.map((scenario) => new AttackModel(problem, pattern, scenario))
  try {
    for (const [at, requirement] of problem.requirements.entries()) {
      if (whole.isMet(at)) continue
      for (const sign of [1, -1] as const) {
        const { above, below } = whole.reachOf(at)
        const target =
          sign > 0 ? Math.max(requirement.up, requirement.slide - below) : Math.max(requirement.down, requirement.slide - above)
        if (whole.isMet(at) || target <= (sign > 0 ? above : below)) continue
        const world = wholeWorld(problem, models[requirement.scenario]!, requirement, sign, target)
        if (world) whole.add(world)
      }
      if (!whole.isMet(at)) return undefined
    }
  } finally {
    for (const model of models) model.dispose()
  }
  return collect(problem, whole)
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
