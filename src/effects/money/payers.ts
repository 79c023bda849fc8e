export const payers = ['municipality', 'region', 'socialInsurance', 'employmentService', 'state', 'individual'] as const
export type Payer = (typeof payers)[number]

/** An amount in kronor that arises when one more person is in the state for a year. Plus is better for whoever has it. */
export interface Flow {
  payer: Payer
  amount: number
  /**
   * A transfer only moves money (benefit, tax); production is what the person makes, resources what no longer has to be used: these are real.
   */
  kind: 'transfer' | 'production' | 'resource'
}

export interface ByPayer {
  payers: Record<Payer, number>
  /** All but the individual. */
  publicFinances: number
  /** What is real: transfers come out at nought. */
  society: number
}

/**
 * Who gains what, and what society does. Throws `RangeError` when transfers do not sum to nought: money that is moved is somebody's loss and
 * somebody's gain.
 */
export function byPayer(flows: readonly Flow[]): ByPayer {
  const of = Object.fromEntries(payers.map((payer) => [payer, 0])) as Record<Payer, number>
  let [transfers, size, society] = [0, 0, 0]
  for (const { payer, amount, kind } of flows) {
    of[payer] += amount
    if (kind === 'transfer') {
      transfers += amount
      size += Math.abs(amount)
    } else society += amount
  }
  if (Math.abs(transfers) > 1e-9 * Math.max(1, size)) throw new RangeError(`transfers come out at ${transfers}, not nought`)
  const everybody = payers.reduce((sum, payer) => sum + of[payer], 0)
  return { payers: of, publicFinances: everybody - of.individual, society }
}
