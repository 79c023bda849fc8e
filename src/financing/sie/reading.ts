import type { CivilDate } from '../../values/civilDate.ts'
import { parseOre } from './amount.ts'
import type { SieBalance, SieFault, SieFile, SieVoucher, SieWarning } from './domain.ts'
import type { SieField, SieObject } from './fields.ts'

/** What came of a file. */
export interface ParsedSie {
  /** `undefined` when anything is wrong: half a file is no book. */
  file: SieFile | undefined
  faults: readonly SieFault[]
  warnings: readonly SieWarning[]
}

/** What has been read so far. */
export interface Reading {
  faults: SieFault[]
  type: string | undefined
  header: Pick<SieFile, 'program' | 'company' | 'generatedOn' | 'through'>
  year: { from: CivilDate; to: CivilDate; line: number } | undefined
  accounts: Map<string, { account: string; name: string; kind: string | null }>
  dimensions: Map<string, { dimension: string; name: string }>
  objects: Map<string, { dimension: string; object: string; name: string }>
  vouchers: (SieVoucher & { line: number })[]
  results: SieBalance[]
  months: SieBalance[]
  hasBalances: boolean
}

/** Nothing read yet. */
export function emptyReading(): Reading {
  return {
    ...{ faults: [], type: undefined, year: undefined, accounts: new Map(), dimensions: new Map(), objects: new Map() },
    header: { program: '', company: '', generatedOn: null, through: null },
    ...{ vouchers: [], results: [], months: [], hasBalances: false },
  }
}

/** What a voucher is called by those who book: series and number. */
export const nameOf = ({ series, number }: { series: string; number: string }): string =>
  [series, number].filter((part) => part !== '').join(' ')

/** A field that is a text; a list of objects is none. */
export const textOf = (field: SieField | undefined): string => (typeof field === 'string' ? field : '')

/** Account, objects and amount of a row; `undefined` with the fault told. */
export function balanceOf(reading: Reading, fields: readonly (SieField | undefined)[], line: number) {
  const [account, objects, amount] = fields
  const amountOre = parseOre(textOf(amount))
  if (!/^\d{1,10}$/.test(textOf(account))) reading.faults.push({ line, key: 'badAccount', args: { value: textOf(account) } })
  else if (objects === undefined || typeof objects === 'string') reading.faults.push({ line, key: 'noObjects' })
  else if (amountOre === undefined) reading.faults.push({ line, key: 'badAmount', args: { value: textOf(amount) } })
  else return { account: textOf(account), objects: objects as readonly SieObject[], amountOre }
  return undefined
}
