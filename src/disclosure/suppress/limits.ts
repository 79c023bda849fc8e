import type { Bounds } from '../attack/bounds.ts'
import type { Requirement } from '../certificate/requirement.ts'
import { farthest } from './farthest.ts'
import type { InherentLimit, Problem } from './problem.ts'

const epsilon = 1e-6

/** The limits, one for each count: what cannot be kept from those who know less either is told once. */
export function limitsByCell(limits: readonly InherentLimit[], { requirements }: Pick<Problem, 'requirements'>): InherentLimit[] {
  const byCell = Map.groupBy(limits, ({ requirement }) => requirements[requirement]!.cells.join(' '))
  return [...byCell.values()].map(([first]) => first!)
}

/** Lowers requirements to what the tables themselves let be met; the problem has the account of it. */
export class Limits {
  readonly #problem: Problem
  readonly #farthest: (Bounds | undefined)[] = []

  constructor(problem: Problem) {
    this.#problem = problem
  }

  /** Whether a requirement was lowered. */
  has(requirement: number): boolean {
    return this.#problem.inherent.some((limit) => limit.requirement === requirement)
  }

  /** Lowers a requirement to what bounds alone show that no pattern can exceed. Says whether it was lowered. */
  foresee(at: number): boolean {
    const { scenario, cells, factors } = this.#problem.requirements[at]!
    if (cells.length !== 1 || factors[0] !== 1) return false
    const { low, high } = (this.#farthest[scenario] ??= farthest(this.#problem, scenario))
    return this.lower(at, high[cells[0]!]!, -low[cells[0]!]!)
  }

  /** Lowers what is asked to what whole tables were shown to let be met, when all was asked before. */
  lowerKnown(): void {
    const { requirements, wholeLimits } = this.#problem
    const known = new Map(wholeLimits.map((limit) => [keyOf(limit.requirement), limit]))
    if (known.size === 0) return
    requirements.forEach((requirement, at) => {
      const limit = known.get(keyOf(requirement))
      if (limit) this.lower(at, limit.above, limit.below)
    })
  }

  /** Lowers a requirement to how far above and below it can be met, in whole counts: there are no others. Says whether it was lowered. */
  lower(at: number, mostAbove: number, mostBelow: number): boolean {
    const requirement = this.#problem.requirements[at]!
    const { up, down, slide } = requirement
    const [above, below] = [Math.floor(mostAbove + epsilon), Math.floor(mostBelow + epsilon)]
    if (up <= above && down <= below && slide <= above + below) return false
    if (!this.has(at)) this.#problem.inherent.push({ requirement: at, up, down, slide })
    requirement.up = Math.min(up, above)
    requirement.down = Math.min(down, below)
    requirement.slide = Math.min(slide, above + below)
    return true
  }
}

function keyOf({ scenario, cells, factors }: Requirement): string {
  return [scenario, ...cells, ...factors].join(' ')
}
