import { feasibleIntervals } from '../../../disclosure/attack/intervals.ts'
import { Deadline } from '../../../disclosure/attack/deadline.ts'
import { withKnown } from '../../../disclosure/attack/scenario.ts'
import type { Certificate } from '../../../disclosure/certificate/world.ts'
import type { Lowered } from '../../../disclosure/suppress/claim.ts'
import { conflictsOf } from '../../../disclosure/suppress/conflicts.ts'
import { limitsByCell } from '../../../disclosure/suppress/limits.ts'
import { proposeMerge } from '../../../disclosure/suppress/mergeProposal.ts'
import type { MergeProposal } from '../../../disclosure/suppress/mergeProposal.ts'
import { protectTables } from '../../../disclosure/suppress/protectTables.ts'
import type { Protection, ProtectOptions } from '../../../disclosure/suppress/protectTables.ts'
import { modes } from '../../../disclosure/suppress/requirement.ts'
import type { Policy } from '../../../disclosure/suppress/requirement.ts'
import { codesOf } from '../../../disclosure/tables/cells.ts'
import type { Cells } from '../../../disclosure/tables/cells.ts'
import type { Instance } from '../../../disclosure/tables/instance.ts'
import type { PublicationPolicy } from '../domain.ts'
import { codesWithin } from '../union/mergedCode.ts'

export interface ProtectionQuestion {
  instance: Instance
  policy: PublicationPolicy
  tier: 'instant' | 'exact'
  seconds: number
}

/** A count that the tables or what is out make impossible to protect. */
export interface Unprotectable {
  cell: number
  merge: MergeProposal | null
  /** Cells of earlier releases that stand in the way; none when the tables themselves do. */
  conflicts: number[]
}

/** What a run gives; it knows counts and worlds, so it stays where the facts are. */
export interface ProtectionAnswer {
  pattern: Uint8Array
  certificate: Certificate | undefined
  lowered: Lowered[]
  unprotectable: Unprotectable[]
  status: Protection['status']
  primaries: number
  secondaries: number
  valueHidden: number
  cost: number
  lowerBound: number
  programs: number
  requirements: number
  attack: Attacked
  insiders: { association: string; exact: number }[] | null
}

/** What an attacker of the policy can say of the small counts: how many are known exactly, and the narrowest range of one. */
export interface Attacked {
  exact: number
  narrowest: number | null
}

/** The mode of the engine that a policy is. */
export function engineMode({ mode, zeros }: PublicationPolicy): Policy {
  return { ...modes[mode], zeros: zeros || modes[mode].zeros }
}

/** How much more it costs to hide figures of many than of few: the nation 8, its regions 4, an association 2, an intervention 1. */
export function headlineWeight(cells: Cells, cell: number): number {
  const { dims } = cells.instance
  const codes = codesOf(cells, cell)
  const codeOf = (axis: string): string | undefined => codes[dims.findIndex(({ name }) => name === axis)]
  const place = codeOf('place') ?? 'nation'
  if (place.includes('/')) return 1
  if (place !== 'nation') return 2
  return (codeOf('region') ?? 'all') === 'all' ? 8 : 4
}

/** Protects a union, and attacks what came of it. Throws `OutOfTime` when the time box closes before anything is proven. */
export async function protectUnion(
  { instance, policy, tier, seconds }: ProtectionQuestion,
  tell: NonNullable<ProtectOptions['tell']>,
): Promise<ProtectionAnswer> {
  const now = (): number => performance.now()
  const weight = policy.headlines ? headlineWeight : () => 1
  const protection = await protectTables(instance, { policy: engineMode(policy), tier, cost: 'value', seconds, now, tell, weight })
  const { cells, pattern, problem, limits, primaries, secondaries } = protection
  // What is left of the work has a box of its own: a refusal that names nothing would be of no use.
  const patient = { ...problem, deadline: new Deadline(now, Math.max(30, seconds)) }
  return {
    ...{ pattern, certificate: protection.certificate, status: protection.status, programs: protection.programs },
    ...{ primaries: primaries.length, secondaries: secondaries.length, requirements: problem.requirements.length },
    ...{ cost: protection.cost, lowerBound: protection.lowerBound },
    valueHidden: secondaries.reduce((sum, cell) => sum + cells.count[cell]!, 0),
    lowered: limits.map(({ requirement }) => {
      const { up, down, slide } = problem.requirements[requirement]!
      return { requirement, up, down, slide }
    }),
    unprotectable: limitsByCell(limits, problem).map((limit) => {
      const [cell] = problem.requirements[limit.requirement]!.cells
      return { cell: cell!, merge: proposeMerge(cells, cell!) ?? null, conflicts: conflictsOf(patient, limit) }
    }),
    attack: attacked(protection, primaries, problem.scenarios[0]!),
    insiders: policy.insiders ? insidersOf(protection) : null,
  }
}

function attacked(
  { cells, pattern, problem }: Protection,
  asked: readonly number[],
  scenario: Protection['problem']['scenarios'][number],
): Attacked {
  const intervals = feasibleIntervals(problem.solver, { cells, sums: problem.sums, suppressed: pattern, scenario }, asked)
  const widths = intervals.map(({ low, high }) => Math.floor(high + 1e-6) - Math.ceil(low - 1e-6))
  return { exact: widths.filter((width) => width <= 0).length, narrowest: widths.length > 0 ? Math.max(0, Math.min(...widths)) : null }
}

/** For each association, how many small counts of others its staff could work out, who know all counts of their own. */
function insidersOf(protection: Protection): { association: string; exact: number }[] {
  const { cells, primaries, problem } = protection
  const at = cells.instance.dims.findIndex(({ name }) => name === 'place')
  if (at < 0) return []
  const width = cells.instance.dims.length
  const places = cells.instance.dims[at]!.codes
  const placeOf = (cell: number): string => places[cells.nodes[cell * width + at]!]!.split('/')[0]!
  const hidden = primaries.filter((cell) => protection.pattern[cell] === 1)
  // Associations that are shown as one have staff each of their own.
  const isOne = (association: string): boolean => association !== 'nation' && codesWithin(association).length === 1
  const known = Map.groupBy([...cells.count.keys()], placeOf)
  return [...known].flatMap(([association, own]) => {
    if (!isOne(association) || !own.some((cell) => protection.pattern[cell] === 1)) return []
    const others = hidden.filter((cell) => placeOf(cell) !== association)
    const { exact } = attacked(protection, others, withKnown(problem.scenarios[0]!, own))
    return exact > 0 ? [{ association, exact }] : []
  })
}
