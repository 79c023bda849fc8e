import type { CivilDate } from '../../values/civilDate.ts'
import type { SieObject } from './fields.ts'

/** The kinds of SIE file: balances by year (1), by month (2), by month and object (3), with all vouchers (4E), and vouchers alone for import (4I). */
export const sieTypes = ['1', '2', '3', '4E', '4I'] as const
export type SieType = (typeof sieTypes)[number]

/** A row of a voucher. */
export interface SieTransaction {
  account: string
  objects: readonly SieObject[]
  /** Debit above nought. */
  amountOre: number
  /** The row's own date, else the voucher's. */
  dated: CivilDate
}

/** A voucher. Its text and who signed it are not read: they may name persons, and nothing here needs them. */
export interface SieVoucher {
  series: string
  number: string
  dated: CivilDate
  rows: readonly SieTransaction[]
}

/** A balance of this year: of the whole of it (`#RES`, `month` null) or the change of one month (`#PSALDO`), of an account or of one object on it. */
export interface SieBalance {
  account: string
  month: string | null
  objects: readonly SieObject[]
  amountOre: number
}

/** What a SIE file says, as far as budget and actuals need it. */
export interface SieFile {
  type: SieType
  program: string
  company: string
  generatedOn: CivilDate | null
  /** Calendar year of the books. */
  year: number
  /** The day that balances are true for (`#OMFATTN`). */
  through: CivilDate | null
  accounts: readonly { account: string; name: string; /** T, S, K or I, where the file says. */ kind: string | null }[]
  dimensions: readonly { dimension: string; name: string }[]
  objects: readonly { dimension: string; object: string; name: string }[]
  vouchers: readonly SieVoucher[]
  balances: readonly SieBalance[]
}

/** Something that keeps the file from being read, with its line; text: `sie.fault.<key>`. */
export interface SieFault {
  line: number
  key: string
  args?: Record<string, string | number>
}

/** Something to know of a file that can be read; text: `sie.warning.<key>`. */
export interface SieWarning {
  key: string
  args?: Record<string, string | number>
}
