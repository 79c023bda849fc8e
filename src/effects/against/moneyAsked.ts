import { parseNumber } from '../../participations/import/parseNumber.ts'
import type { Payer } from '../money/payers.ts'
import type { Price } from '../money/priceList.ts'
import type { Benefit } from '../money/presentValue.ts'

/** A price as it is written: nothing of it counts until its amount, source, year and index are there. */
export interface PriceWritten {
  label: string
  kind: Price['kind']
  gains: Payer
  loses: Payer
  amount: string
  source: string
  year: string
  index: string
}

/** What is written of costs and values. Shares are per cent. */
export interface MoneyWritten {
  /** Kronor for all participations together. */
  total: string
  participations: string
  fade: string
  displacement: string
  discount: string
  years: string
  prices: PriceWritten[]
}

type How = Omit<Benefit, 'yearly'>

export interface MoneyRead {
  /** Kronor per participation. */
  cost: number | undefined
  /** `undefined` when one of its parts is no such number. */
  how: How | undefined
  prices: Price[]
  /** Places in the list of prices that have an amount and lack something. */
  unfinished: number[]
}

const line = (kind: Price['kind'], gains: Payer, loses: Payer): Omit<PriceWritten, 'label'> => ({
  ...{ kind, gains, loses, amount: '', source: '', year: '', index: '1' },
})

/** The usual lines of such a list, by what they are called in `effects.money.line.<name>`, without amounts: those are for whoever has a source. */
export const usualLines = {
  production: line('production', 'individual', 'individual'),
  localTax: line('transfer', 'municipality', 'individual'),
  stateTax: line('transfer', 'state', 'individual'),
  sickness: line('transfer', 'socialInsurance', 'individual'),
  assistance: line('transfer', 'municipality', 'individual'),
  activity: line('transfer', 'employmentService', 'individual'),
  care: line('resource', 'region', 'region'),
} as const
export type UsualLine = keyof typeof usualLines

/** What a page begins with: the usual lines, and shares that are customary and there to be changed. */
export function moneyToWrite(nameOf: (name: UsualLine) => string): MoneyWritten {
  const prices = (Object.keys(usualLines) as UsualLine[]).map((name) => ({ ...usualLines[name], label: nameOf(name) }))
  return { total: '', participations: '', fade: '15', displacement: '0', discount: '3', years: '5', prices }
}

/** A line to fill in. */
export const emptyLine = (): PriceWritten => ({ ...line('resource', 'municipality', 'individual'), label: '' })

/** What is written as numbers; what is not is left out and told. */
export function readMoney(written: MoneyWritten): MoneyRead {
  const [total, participations] = [parseNumber(written.total), parseNumber(written.participations)]
  const hasCost = total !== undefined && total >= 0 && participations !== undefined && participations > 0
  const read = written.prices.map((price) => ({ isAsked: price.amount.trim() !== '', price: readPrice(price) }))
  return {
    cost: hasCost ? total / participations : undefined,
    how: readHow(written),
    prices: read.flatMap(({ price }) => price ?? []),
    unfinished: read.flatMap(({ isAsked, price }, at) => (isAsked && !price ? [at] : [])),
  }
}

function readHow(written: MoneyWritten): How | undefined {
  const share = (text: string): number => {
    const value = parseNumber(text)
    return value !== undefined && value >= 0 && value <= 100 ? value / 100 : Number.NaN
  }
  const years = parseNumber(written.years) ?? Number.NaN
  const how = { fade: share(written.fade), displacement: share(written.displacement), discount: share(written.discount), years }
  return Number.isInteger(years) && years >= 1 && years <= 40 && !Object.values(how).some(Number.isNaN) ? how : undefined
}

function readPrice({ label, kind, gains, loses, ...texts }: PriceWritten): Price | undefined {
  const [amount, year, index] = [texts.amount, texts.year, texts.index].map(parseNumber)
  const source = texts.source.trim()
  if (amount === undefined || year === undefined || index === undefined || source === '') return undefined
  if (!Number.isInteger(year) || year < 1990 || year > 2100 || !(index > 0)) return undefined
  if (kind === 'transfer' && gains === loses) return undefined
  return { label, kind, gains, loses: kind === 'transfer' ? loses : undefined, amount, source, year, index }
}
