import { byPayer, type ByPayer, type Flow, type Payer } from './payers.ts'

/** What one more person in the state for a year is worth to somebody, and where the figure is from. */
export interface Price {
  label: string
  kind: Flow['kind']
  gains: Payer
  /** Whose money it is, of a transfer. */
  loses: Payer | undefined
  /** Kronor a year, in the prices of `year`. */
  amount: number
  source: string
  year: number
  /** What the prices of `year` are multiplied by to be those of today. */
  index: number
}

/** Prices as flows of today's money: a transfer is somebody's gain and somebody's loss. Throws `RangeError` for a transfer from nobody or to oneself. */
export function flowsOf(prices: readonly Price[]): Flow[] {
  return prices.flatMap(({ label, kind, gains, loses, amount, index }): Flow[] => {
    const gain = { payer: gains, amount: amount * index, kind }
    if (kind !== 'transfer') return [gain]
    if (loses === undefined || loses === gains) throw new RangeError(`${label}: a transfer is from somebody to somebody else`)
    return [gain, { payer: loses, amount: -amount * index, kind }]
  })
}

/** Who gains what in a year by one more person in the state. */
export const yearlyValue = (prices: readonly Price[]): ByPayer => byPayer(flowsOf(prices))
