import { z } from 'zod'
import type { Fault } from '../../platform/errors.ts'

/** One association's part of the cost of an intervention, whole per cent. Shares split money, never persons. */
export const Share = z.object({ associationId: z.uuid(), sharePercent: z.int().min(0).max(100) })
export type Share = z.infer<typeof Share>

/** Shares that one association has proposed and the others have not all answered yet. */
export const ShareProposal = z.object({
  id: z.uuid(),
  intervention: z.object({ id: z.uuid(), name: z.string() }),
  proposedBy: z.object({ id: z.uuid(), name: z.string() }),
  proposedAt: z.string(),
  parts: z.array(Share.extend({ name: z.string(), accepted: z.boolean() })),
})
export type ShareProposal = z.infer<typeof ShareProposal>

/**
 * What is wrong with proposed shares; empty when nothing is. An association that has shared the intervention stays, with 0 % if it no
 * longer pays: its older figures would otherwise lose their association.
 */
export function shareFaults(proposed: readonly Share[], present: readonly Share[]): Fault[] {
  const ids = proposed.map((one) => one.associationId)
  const sum = proposed.reduce((total, one) => total + one.sharePercent, 0)
  const before = new Map(present.map((one) => [one.associationId, one.sharePercent]))
  const faults: Fault[] = []
  if (new Set(ids).size < ids.length) faults.push({ where: 'body.shares', key: 'shares.twice' })
  if (sum !== 100) faults.push({ where: 'body.shares', key: 'shares.sum', args: { sum } })
  if (present.some((one) => !ids.includes(one.associationId))) faults.push({ where: 'body.shares', key: 'shares.leftOut' })
  proposed.forEach((one, at) => {
    if (one.sharePercent === 0 && !before.has(one.associationId))
      faults.push({ where: `body.shares.${at}.sharePercent`, key: 'shares.newWithNothing' })
  })
  const same = proposed.length === present.length && proposed.every((one) => before.get(one.associationId) === one.sharePercent)
  if (same && faults.length === 0) faults.push({ where: 'body.shares', key: 'shares.unchanged' })
  return faults
}
