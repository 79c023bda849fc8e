import { ContractedModel } from '../attack/contractedModel.ts'
import type { Requirement } from '../certificate/requirement.ts'
import type { Problem } from './problem.ts'

/** How far requirements could be met if everything were hidden that may be: what the tables themselves do not let be kept is known at once. */
export class Everything {
  readonly #problem: Problem
  readonly #models: (ContractedModel | undefined)[] = []

  constructor(problem: Problem) {
    this.#problem = problem
  }

  /** How far a requirement can go in a direction at most; as far as `goal` or farther where it can. Throws `OutOfTime`. */
  reach({ scenario, cells, factors }: Requirement, sign: 1 | -1, goal: number): number {
    const { fixed, scenarios } = this.#problem
    const hidable = (): Uint8Array => Uint8Array.from(fixed, (one) => (one < 0 ? 0 : 1))
    const model = (this.#models[scenario] ??= new ContractedModel(this.#problem, hidable(), scenarios[scenario]!))
    let reached = 0
    for (const [component, part] of model.partsOfCells(cells, factors)) reached += model.reach.maximise(component, part, sign, goal)
    return reached
  }

  dispose(): void {
    for (const model of this.#models) model?.dispose()
  }
}
