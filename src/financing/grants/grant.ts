import type { CivilDate } from '../../values/civilDate.ts'
import type { Drawdown, Grant, GrantBook } from './domain.ts'

/** A step of a grant as it is stored. */
export interface StoredStep {
  act: Grant['steps'][number]['act']
  state: Grant['state']
  dated: CivilDate
  reference: string
  amountOre: number | null
  from: CivilDate | null
  to: CivilDate | null
  reportsDue: CivilDate[]
  due: CivilDate | null
  note: string
  recordedAt: string
  recordedBy: string
  byId: string
}

export interface GrantInput {
  id: string
  interventionId: string
  name: string
  payee: string
  /** In their order; never none. */
  steps: readonly StoredStep[]
  drawdowns: readonly Drawdown[]
}

const openStates: readonly Drawdown['state'][] = ['sent', 'checked', 'attestedOnce', 'attested']

/** A grant with what follows from its steps and drawdowns: what holds now, how much has gone out and is left, and which reports are late. */
export function grantOf({ steps, drawdowns, ...about }: GrantInput, today: CivilDate): Grant {
  const last = <T>(of: (step: StoredStep) => T | null): T | null => steps.reduce<T | null>((found, step) => of(step) ?? found, null)
  const sum = (states: readonly Drawdown['state'][]): number =>
    drawdowns.filter(({ state }) => states.includes(state)).reduce((total, { amountOre }) => total + amountOre, 0)
  const state = steps.at(-1)!.state
  const decidedOre = last(({ act, amountOre }) => (act === 'reclaim' ? null : amountOre)) ?? 0
  const grantedOre = state === 'withdrawn' ? 0 : decidedOre
  const [openOre, paidOre] = [sum(openStates), sum(['paid'])]
  const awaited = awaitedOf(steps)
  return {
    ...about,
    ...{ state, grantedOre, from: last(({ from }) => from)!, to: last(({ to }) => to)! },
    ...{ openOre, paidOre, leftOre: grantedOre - openOre - paidOre },
    reclaimedOre: steps.reduce((total, { act, amountOre }) => total + (act === 'reclaim' ? amountOre! : 0), 0),
    awaited,
    overdue: awaited.filter((day) => day < today),
    nextDue: awaited.find((day) => day >= today) ?? null,
    steps: steps.map(({ from: _from, ...step }) => step),
    drawdowns: [...drawdowns],
  }
}

/** Days by which a report is due that no report has answered; none once the final one has come. */
function awaitedOf(steps: readonly StoredStep[]): CivilDate[] {
  if (steps.at(-1)!.state !== 'agreed') return []
  const come = new Set(steps.map(({ due }) => due))
  return [...new Set(steps.flatMap(({ reportsDue }) => reportsDue))].filter((day) => !come.has(day)).toSorted()
}

/** Sums over grants: committed is what is left of those that are not closed and what is on its way; returned is what of the closed was never drawn, or was reclaimed. */
export function totalsOf(grants: readonly Grant[]): GrantBook['totals'] {
  const sum = (of: (grant: Grant) => number): number => grants.reduce((total, grant) => total + of(grant), 0)
  return {
    grantedOre: sum((grant) => grant.grantedOre),
    openOre: sum((grant) => grant.openOre),
    paidOre: sum((grant) => grant.paidOre),
    reclaimedOre: sum((grant) => grant.reclaimedOre),
    committedOre: sum(({ state, leftOre, openOre }) => (state === 'closed' ? 0 : leftOre + openOre)),
    returnedOre: sum(({ state, leftOre, reclaimedOre }) => (state === 'closed' ? leftOre : 0) + reclaimedOre),
  }
}
