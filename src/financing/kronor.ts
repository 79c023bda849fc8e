import { z } from 'zod'

/** A million million kronor: a thousand times the nation's yearly funds, and its multiples are still exact in a double. */
export const mostKronor = 1_000_000_000_000

/** Whole kronor, never negative: what the calculators reckon in. The ledgers are in öre; they meet in `contributions/ledger`. */
export const kronor = z.int('money.wholeKronor').min(0, 'money.wholeKronor').max(mostKronor, 'money.tooMuch')

/** A number from 0 up, such as a support measure in tkr or a population. */
export const size = z.number('money.number').min(0, 'money.number').max(mostKronor, 'money.tooMuch')

/** A share, 0–1. */
export const portion = z.number('money.portion').min(0, 'money.portion').max(1, 'money.portion')

/** What a calculator cannot reckon with: `where` is the field as it is written in JSON, `offers.regions["Region Norr"]`. */
export class MoneyFault extends Error {
  readonly where: string
  readonly key: string
  readonly args: Record<string, string | number>

  constructor(where: string, key: string, args: Record<string, string | number> = {}) {
    super(`${where}: ${key}`)
    this.where = where
    this.key = key
    this.args = args
  }
}

/** Reads what a calculator is given. Throws `MoneyFault` with the first field that is wrong, missing or unknown. */
export function readMoney<S extends z.ZodType>(schema: S, given: unknown): z.infer<S> {
  const result = schema.safeParse(given, { reportInput: true })
  if (result.success) return result.data
  throw faultOf(result.error.issues[0]!)
}

function faultOf(issue: z.core.$ZodIssue): MoneyFault {
  if (issue.code === 'unrecognized_keys') return new MoneyFault(fieldAt([...issue.path, issue.keys[0]!]), 'money.unknownField')
  // Of two ways to write an amount, the one whose shape was chosen is the one to mend.
  if (issue.code === 'invalid_union') {
    const closest = issue.errors.map(([first]) => first).find((first) => first && first.path.length > 0)
    if (closest) return faultOf({ ...closest, path: [...issue.path, ...closest.path] })
  }
  const where = fieldAt(issue.path)
  if (issue.input === undefined && issue.code !== 'custom') return new MoneyFault(where, 'money.missing')
  const key = issue.message.startsWith('money.') ? issue.message : 'money.shape'
  return new MoneyFault(where, key, { given: JSON.stringify(issue.input) })
}

/** A path as one writes it: `associations[3].cap`, `offers.municipalities["Norra by"]`. */
export function fieldAt(path: readonly PropertyKey[]): string {
  return path.reduce<string>((way, step) => {
    if (typeof step === 'number') return `${way}[${step}]`
    const name = String(step)
    if (!/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name)) return `${way}[${JSON.stringify(name)}]`
    return way === '' ? name : `${way}.${name}`
  }, '')
}
