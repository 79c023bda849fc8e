import { makeScenario } from '../attack/scenario.ts'
import type { Claim } from '../certificate/verify.ts'
import type { Cells } from '../tables/cells.ts'
import type { Sums } from '../tables/rows.ts'
import { groupRequirementsOf, requirementsOf, type Policy } from './requirement.ts'
import { askWeaker } from './weaker.ts'

/** How far a requirement can be met, where the tables themselves do not let it be met in full. */
export interface Lowered {
  requirement: number
  up: number
  down: number
  slide: number
}

/**
 * What a certificate has to prove, worked out anew from the tables and the policy by whoever receives it; only what was lowered is told.
 * The requirements are those of `makeProblem` without insiders, in the same order.
 */
export function claimOf(
  { cells, sums }: { cells: Cells; sums: Sums },
  policy: Policy,
  lowered: readonly Lowered[],
): Omit<Claim, 'suppressed'> {
  const asked = {
    ...{ cells, policy, scenarios: [makeScenario(cells, policy.attacker)] },
    requirements: [...requirementsOf(cells, policy), ...groupRequirementsOf(cells, sums, policy)],
  }
  askWeaker(asked, (at) => lowered.some(({ requirement }) => requirement === at))
  const { scenarios, requirements } = asked
  for (const { requirement, ...possible } of lowered) requirements[requirement] = { ...requirements[requirement]!, ...possible }
  return { rows: sums.rows, scenarios, requirements }
}
