import { makeScenario } from '../attack/scenario.ts'
import type { Problem } from './problem.ts'

/** Who knows less than one who knows how we choose, the strongest first. */
const weaker = ['zero', 'ext'] as const

/**
 * What cannot be kept from one who knows how we choose (2 = 1 + 1, both of them known to be small) is asked once more of the strongest who knows less, and
 * what cannot be kept from that one either of the next: else nothing would be asked of it, and whoever can subtract might have it. Adds scenarios and
 * requirements; none where everything can be kept.
 * @param isLowered whether the tables themselves do not let a requirement be met
 * @param meet called when requirements were added, before `isLowered` is asked of them
 */
export function askWeaker(
  { cells, policy, scenarios, requirements }: Pick<Problem, 'cells' | 'policy' | 'scenarios' | 'requirements'>,
  isLowered: (requirement: number) => boolean,
  meet: () => void = () => undefined,
): void {
  if (policy.attacker !== 'la' || policy.demand.kind !== 'notExact') return
  let stronger = 0
  for (const attacker of weaker) {
    const lowered = [...requirements.keys()].filter((at) => requirements[at]!.scenario === stronger && isLowered(at))
    if (lowered.length === 0) return
    stronger = scenarios.push(makeScenario(cells, attacker)) - 1
    for (const at of lowered) requirements.push({ ...requirements[at]!, scenario: stronger, up: 0, down: 0, slide: 1 })
    meet()
  }
}
