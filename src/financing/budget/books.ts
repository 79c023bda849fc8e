import { z } from 'zod'
import { civilDateSchema } from '../../values/civilDate.ts'
import { freeText } from '../../values/freeText.ts'
import { sieTypes } from '../sie/domain.ts'

/** As many rows as an association's year can have many times over. */
export const mostRows = 50_000
/** Employees, customers, suppliers and invoices (SIE 4B, reserved dimensions): they name persons and are no business of ours. */
export const personalDimensions = ['7', '8', '9', '10'] as const

const account = z.string().regex(/^\d{1,10}$/)
/** A code of the accounting system's own. */
const code = z.string().regex(/^[^\p{C}]{0,40}$/u)
const dimension = z.string().regex(/^(?!(7|8|9|10)$)[^\p{C}]{1,20}$/u)
const name = freeText(200)

/** A row of a result account: of a voucher, or a balance of a month or the year. */
export const BookedRow = z.object({
  /** Series and number; empty for balances. */
  voucher: code,
  dated: civilDateSchema.nullable(),
  /** `YYYYMM`; of balances alone. */
  month: z
    .string()
    .regex(/^\d{4}(0[1-9]|1[0-2])$/)
    .nullable(),
  account,
  objects: z.array(z.tuple([dimension, code])).max(20),
  /** Debit above nought. */
  amountOre: z.int(),
})
export type BookedRow = z.infer<typeof BookedRow>

/** A year's books as a SIE file or a table has them, without texts and without accounts of the balance sheet but those of VAT: what leaves the browser. */
export const Books = z
  .object({
    year: z.int().min(2004).max(2100),
    sieType: z.enum([...sieTypes, 'table']),
    program: freeText(100),
    generatedOn: civilDateSchema.nullable(),
    through: civilDateSchema.nullable(),
    accounts: z.array(z.object({ account, name })).max(5000),
    dimensions: z.array(z.object({ dimension, name })).max(100),
    objects: z.array(z.object({ dimension, object: code, name })).max(5000),
    rows: z.array(BookedRow).min(1, 'budget.noRows').max(mostRows, 'budget.tooManyRows'),
  })
  .superRefine(({ year, through, rows }, context) => {
    const inYear = (value: string | null): boolean => value === null || value.startsWith(String(year))
    if (!inYear(through)) context.addIssue({ code: 'custom', message: 'budget.outsideYear', path: ['through'] })
    const at = rows.findIndex(({ dated, month }) => !inYear(dated) || !inYear(month))
    if (at >= 0) context.addIssue({ code: 'custom', message: 'budget.outsideYear', path: ['rows', at] })
    const sum = rows.reduce((total, { amountOre }) => total + Math.abs(amountOre), 0)
    if (!Number.isSafeInteger(sum)) context.addIssue({ code: 'custom', message: 'budget.tooLarge', path: ['rows'] })
  })
export type Books = z.infer<typeof Books>
