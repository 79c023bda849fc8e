import { AttackModel, type Attack } from '../attack/attackModel.ts'
import { Neighbourhood } from '../attack/neighbourhood.ts'
import type { Certificate, World } from '../certificate/world.ts'
import { cheapestWholeWorld, cheapestWorld } from './cheapestWorld.ts'
import { Evidence } from './evidence.ts'
import { Exchanges } from './exchanges.ts'
import { free, meetByMoves } from './meetByMoves.ts'
import { costOf, hidable, type Problem, type WholeLimit } from './problem.ts'
import { ProductMoves } from './productMoves.ts'
import { wholeWorld } from './wholeWorld.ts'
import { windowAround } from './window.ts'

/** Cells in which a world that needs more cells hidden is looked for, at first and in the end. */
const nearby = { first: 300, last: 2500 }
/** Suppressed cells around a requirement in which worlds are looked for that are whole by themselves. */
const around = [60, 300]
/** Suppressed cells in which whole-number programmes look before they look in all: so many times those of the worlds that are not whole. */
const wider = [1, 2, 4]
/** How much dearer moves may make a pattern, as share of its cost, once whole-number programmes have taken long; after five times as long, as much as it takes. */
const dearer = 0.01
/** Seconds for one whole-number programme, of few suppressed cells and of all. */
const seconds = { near: 0.3, all: 10 }
/** The same, and the share of the time that is left, where there is no proof else. */
const last = { seconds: 60, share: 0.3 }

/**
 * Worlds of whole counts for every requirement of a pattern. Those of the linear programmes are mostly whole already, or become so when multiplied; for
 * the rest, vertices of few cells mostly are, whole-number programmes look for one, and where they find none in time, a move may have one that needs more
 * cells hidden: `pattern` grows by those. Undefined when a requirement has none: then nothing may be released.
 * @param patience seconds for whole-number programmes in all, before moves that make the pattern a little dearer are preferred to them; after five times that, any moves
 * @param limits is told of requirements that no whole table meets, whatever is hidden; there is no proof then, before less is asked
 */
export function certify(
  problem: Problem,
  pattern: Uint8Array,
  evidence: Evidence,
  patience = Infinity,
  limits: WholeLimit[] = [],
): Certificate | undefined {
  const whole = new Evidence(problem, (world) => madeWhole(problem, world))
  evidence.unmet(pattern)
  problem.requirements.forEach((_, at) => {
    for (const side of ['high', 'low'] as const) {
      const world = whole.isMet(at) ? undefined : evidence.reachOf(at)[side]
      if (world) whole.add(world)
    }
  })
  const moves = new ProductMoves(problem)
  let left = whole.forget(pattern).filter((at) => !meetByMoves(problem, whole, pattern, moves, { at, limit: free }))
  for (const size of around) left = whole.seekNear(pattern, left, size)
  if (left.length > 0 && !certifyRest(problem, pattern, { whole, evidence, limits }, left, patience)) return undefined
  return limits.length > 0 ? undefined : collect(problem, whole)
}

/** Those for which no whole world is near at hand. */
function certifyRest(
  problem: Problem,
  pattern: Uint8Array,
  { whole, evidence, limits }: { whole: Evidence; evidence: Evidence; limits: WholeLimit[] },
  left: readonly number[],
  patience: number,
): boolean {
  const { deadline } = problem
  const end = deadline.secondsLeft - patience
  const most = (1 + dearer) * costOf(problem, pattern)
  const moves = new Exchanges(problem)
  const near = problem.scenarios.map((scenario) => new Neighbourhood(problem, scenario))
  const models = problem.scenarios.map((scenario) => new AttackModel(problem, pattern, scenario))
  try {
    return left.every((at) => {
      const { scenario, cells } = problem.requirements[at]!
      if (whole.isMet(at) || meetByMoves(problem, whole, pattern, moves, { at, limit: free })) return true
      meetNearby(problem, whole, pattern, at, free)
      const isHurried = deadline.secondsLeft < end
      const limit = deadline.secondsLeft < end - 4 * patience ? Infinity : most - costOf(problem, pattern)
      if (isHurried && meetByMoves(problem, whole, pattern, moves, { at, limit })) return true
      const { high, low } = evidence.reachOf(at)
      const fractional = [...cells, ...(high?.cells ?? []), ...(low?.cells ?? [])]
      for (const times of wider) {
        if (whole.isMet(at)) return true
        near[scenario]!.centre(pattern, fractional, times * fractional.length)
        meetWholly(problem, whole, near[scenario]!, at, seconds.near)
      }
      meetWholly(problem, whole, models[scenario]!, at, seconds.all)
      if (whole.isMet(at) || meetByMoves(problem, whole, pattern, moves, { at, limit: Infinity })) return true
      meetNearby(problem, whole, pattern, at, Infinity)
      const farthest = meetAtLast(problem, whole, pattern, at)
      if (farthest) limits.push(farthest)
      return farthest !== undefined || whole.isMet(at)
    })
  } finally {
    for (const model of models) model.dispose()
  }
}

/** By whole-number programming, in one direction and in the other. */
function meetWholly(problem: Problem, whole: Evidence, model: Attack, at: number, most: number): void {
  const requirement = problem.requirements[at]!
  for (const sign of [1, -1] as const) {
    const target = whole.missing(at, sign)
    const world = whole.isMet(at) || target <= 0 ? undefined : wholeWorld(problem, model, requirement, sign, target, most)
    if (world) whole.add(world)
  }
}

/**
 * The same among all cells that may be hidden, with what hiding them costs: where tables are sparse, that finds worlds that are not found without. Gives how
 * far the requirement can go at all when it is shown that it cannot be met.
 */
function meetAtLast(problem: Problem, whole: Evidence, pattern: Uint8Array, at: number): WholeLimit | undefined {
  const ends = ([1, -1] as const).map((sign) => goFarthest(problem, whole, pattern, at, sign))
  if (whole.isMet(at) || ends.includes('unknown')) return undefined
  const { above, below } = whole.reachOf(at)
  return { requirement: problem.requirements[at]!, above, below }
}

/** Takes a requirement as far as it is asked to go in one direction, or, where that is shown to be too far, as far as it goes. Says whether it is known how far. */
function goFarthest(problem: Problem, whole: Evidence, pattern: Uint8Array, at: number, sign: 1 | -1): 'known' | 'unknown' {
  const { requirements, deadline } = problem
  const within = hidable(problem)
  for (let target = Math.ceil(whole.missing(at, sign)); target > whole.reachOf(at)[sign > 0 ? 'above' : 'below']; target--) {
    const seconds = Math.min(last.seconds, last.share * deadline.secondsLeft)
    const world = cheapestWholeWorld(problem, requirements[at]!, { sign, target }, pattern, { within, seconds })
    if (!world) return 'unknown'
    if (world === 'none') continue
    for (const cell of world.cells) pattern[cell] = 1
    whole.add(world)
    break
  }
  return 'known'
}

/** Worlds of few cells near by are mostly whole. Hides the cells they need when that costs less than `limit`. */
function meetNearby(problem: Problem, whole: Evidence, pattern: Uint8Array, at: number, limit: number): void {
  const requirement = problem.requirements[at]!
  for (const sign of [1, -1] as const) {
    const target = whole.missing(at, sign)
    if (whole.isMet(at) || target <= 0) continue
    const near = cheapestWorld(
      problem,
      requirement,
      { sign, target },
      pattern,
      windowAround(problem, requirement, pattern, limit === free ? nearby.first : nearby.last),
    )
    const world = near && madeWhole(problem, near)
    if (!world) continue
    const added = [...world.cells].reduce((sum, cell) => sum + (pattern[cell]! > 0 ? 0 : problem.cost[cell]!), 0)
    if (added >= limit) continue
    for (const cell of world.cells) pattern[cell] = 1
    whole.add(world)
  }
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
