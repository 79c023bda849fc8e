import { claimOf } from '../../../disclosure/suppress/claim.ts'
import { valueOf } from '../../../disclosure/cell.ts'
import { provenCells } from '../../../disclosure/provenCells.ts'
import { codesOf } from '../../../disclosure/tables/cells.ts'
import { makeSums } from '../../../disclosure/tables/rows.ts'
import { Refusal } from '../../../platform/errors.ts'
import type { Facts } from '../../facts.ts'
import type { Obstacle, RunResult } from '../contract.ts'
import { documentOf } from '../release/document.ts'
import type { DocumentHead } from '../release/document.ts'
import type { Plan } from '../union/plan.ts'
import { engineMode } from './protectUnion.ts'
import type { ProtectionAnswer } from './protectUnion.ts'
import type { RunSecret } from '../store.ts'

/** What is kept of a run: what comes out, byte for byte; its cells for the ledger; figures for who publishes; and what nobody reads. */
export interface RunOutcome {
  document: Buffer
  cells: [address: string, value: number | null][]
  result: RunResult
  secret: RunSecret
}

/**
 * Makes what comes out of what a run gave, after checking its proof anew. Throws a refusal when there is no proof: nothing may come out then.
 */
export function outcomeOf(facts: Facts, plan: Plan, answer: ProtectionAnswer, head: DocumentHead & { seconds: number }): RunOutcome {
  const { cells, addresses, fresh, sources, joints, withheld } = plan
  const { certificate, pattern, lowered } = answer
  if (!certificate) throw new Refusal(409, 'publication.notProven')
  const { seconds, ...about } = head
  const claim = { ...claimOf({ cells, sums: makeSums(cells) }, engineMode(head.definition.policy), lowered), suppressed: pattern }
  const cellOf = provenCells(claim, certificate, cells.count)
  const result: RunResult = { ...figuresOf(plan, answer), seconds: Math.round(seconds * 10) / 10 }
  return {
    document: Buffer.from(JSON.stringify(documentOf(facts, plan, cellOf, about))),
    cells: fresh.flatMap((cell) => {
      const value = valueOf(cellOf(cell)) ?? null
      return addresses.of(cell).map((address): [string, number | null] => [address, value])
    }),
    result,
    secret: {
      sources: sources.map(({ table, node, counts }) => ({ table, node, counts })),
      joints: joints.map(({ table, node, counts }) => ({ table, node, counts })),
      withheld: withheld.flatMap((cell) => addresses.of(cell).slice(0, 1)),
      pattern: [...pattern.keys()].filter((cell) => pattern[cell] === 1),
      lowered,
      certificate: {
        proofs: certificate.proofs,
        worlds: certificate.worlds.map(({ scenario, cells: moved, shift }) => ({ scenario, cells: [...moved], shift: [...shift] })),
      },
    },
  }
}

function figuresOf(plan: Plan, answer: ProtectionAnswer): Omit<RunResult, 'seconds'> {
  const { primaries, secondaries, valueHidden, status, requirements, programs, attack } = answer
  const { cost, lowerBound } = answer
  return {
    ...{ cells: plan.cells.size, fresh: plan.fresh.length, primaries, secondaries, valueHidden, status, requirements, programs },
    ...{ cost: rounded(cost), lowerBound: rounded(lowerBound), gap: cost > 0 ? rounded((100 * Math.max(0, cost - lowerBound)) / cost) : 0 },
    ...{ worlds: answer.certificate?.worlds.length ?? 0, exact: attack.exact, narrowest: attack.narrowest },
    obstacles: answer.unprotectable.map((one) => obstacleOf(plan, one)),
    insiders: answer.insiders,
  }
}

function obstacleOf({ cells }: Plan, { cell, merge, conflicts }: ProtectionAnswer['unprotectable'][number]): Obstacle {
  return {
    cell: codesOf(cells, cell),
    merge: merge && { axis: merge.dim, codes: merge.codes },
    conflicts: conflicts.map((one) => codesOf(cells, one)),
  }
}

const rounded = (value: number): number => Math.round(value * 100) / 100
