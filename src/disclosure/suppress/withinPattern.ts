import { ContractedModel, type Shifts } from '../attack/contractedModel.ts'
import type { World } from '../certificate/world.ts'
import type { Evidence } from './evidence.ts'
import { preferred } from './meetByMoves.ts'
import type { Problem } from './problem.ts'

/**
 * Looks for worlds of whole counts, of however many suppressed cells, for requirements that no world of few cells meets: they often cross the whole table, and
 * need nothing more hidden. Each begins where the last one ended, as long as that leads to whole counts. Gives the requirements for which there is none.
 * @param withFractions whether others are heard as well where there is no whole one: that a whole one exists is left to the proof then
 */
export function meetWithin(
  problem: Problem,
  evidence: Evidence,
  pattern: Uint8Array,
  missing: readonly number[],
  withFractions = false,
): number[] {
  const models = problem.scenarios.map((): ContractedModel | undefined => undefined)
  const modelOf = (scenario: number): ContractedModel =>
    (models[scenario] ??= new ContractedModel(problem, pattern, problem.scenarios[scenario]!))
  try {
    return missing.filter((at) => {
      if (evidence.isMet(at)) return false
      seek(problem, evidence, modelOf(problem.requirements[at]!.scenario), at, withFractions)
      return !evidence.isMet(at)
    })
  } finally {
    for (const model of models) model?.dispose()
  }
}

function seek(problem: Problem, evidence: Evidence, model: ContractedModel, at: number, withFractions: boolean): void {
  const { scenario, cells, factors } = problem.requirements[at]!
  const parts = [...model.partsOfCells(cells, factors)]
  const components = parts.map(([component]) => component)
  for (const sign of preferred(problem, at)) {
    const target = evidence.missing(at, sign)
    const goOn = (): boolean => {
      let reached = 0
      for (const [component, part] of parts) reached += model.reach.maximise(component, part, sign, target - reached)
      if (reached > 0) for (const world of wholeParts(problem, scenario, model.shiftsOf(components))) evidence.add(world)
      return reached > 0
    }
    if (target <= 0 || !goOn() || evidence.missing(at, sign) <= 0) continue
    for (const component of components) model.reach.reset(component)
    goOn()
    if (withFractions && evidence.missing(at, sign) > 0) evidence.add({ scenario, ...model.shiftsOf(components) })
  }
}

/** A world in as many as there are parts that no sum holds together, without those that are not whole. */
export function wholeParts({ sums: { rows, columns } }: Pick<Problem, 'sums'>, scenario: number, { cells, shift }: Shifts): World[] {
  const shiftOf = new Map(Array.from(cells, (cell, at) => [cell, shift[at]!]))
  const left = new Set(cells)
  const parts: World[] = []
  for (const first of cells) {
    if (!left.delete(first)) continue
    const part = [first]
    for (const cell of part) {
      for (let at = columns.start[cell]!; at < columns.start[cell + 1]!; at++) {
        const row = columns.index[at]!
        for (let place = rows.start[row]!; place < rows.start[row + 1]!; place++) {
          if (left.delete(rows.index[place]!)) part.push(rows.index[place]!)
        }
      }
    }
    const by = Float64Array.from(part, (cell) => shiftOf.get(cell)!)
    if (by.every(Number.isInteger)) parts.push({ scenario, cells: Int32Array.from(part), shift: by })
  }
  return parts
}
