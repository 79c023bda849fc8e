import { monthNumber, monthOfNumber, monthSchema, type Month, type Period } from '../../values/month.ts'
import type { OwnResult } from './ownResult.ts'

/** What is said of a comparison beside the file, as written on the page. Months are `YYYY-MM`; what is not known is empty. */
export interface Described {
  intervention: string
  outcome: string
  unit: string
  /** Months after the start that the outcome is of. */
  horizon: string
  fixedBefore: boolean
  from: string
  to: string
  sameWindow: boolean
  rule: string
  lottery: boolean
  /** How many started who are not in the file. */
  outside: string
}

export const nothingDescribed: Described = {
  ...{ intervention: '', outcome: '', unit: '', horizon: '12', fixedBefore: false },
  ...{ from: '', to: '', sameWindow: false, rule: '', lottery: false, outside: '' },
}

/** The months of starts; `undefined` unless both are months, the first not after the last. */
export function windowOf({ from, to }: Pick<Described, 'from' | 'to'>): Period | undefined {
  const isMonth = (text: string): boolean => monthSchema.safeParse(text).success
  return isMonth(from) && isMonth(to) && from <= to ? { from, to } : undefined
}

/** The rule for the index date as the gate wants it: declared only with its months, for both groups. */
export function declaredRule(described: Described): string | undefined {
  const rule = described.rule.trim()
  return described.sameWindow && rule !== '' && windowOf(described) ? rule : undefined
}

/** A whole number from nought as written; `undefined` for anything else. */
export function wholeOf(text: string): number | undefined {
  const plain = text.replace(/\s/g, '')
  return /^\d{1,9}$/.test(plain) ? Number(plain) : undefined
}

/** The months that are to be asked for, when a check fails: which, not only how many. */
export interface MonthsNeeded {
  /** The last month of starts in which there are enough at the pace so far. */
  startsUntil: Month | undefined
  /** In which the outcome is to be known. */
  outcome: Period | undefined
  /** Before the start, for the check of that. */
  before: Period | undefined
}

/** Which months would be needed; nothing is said of months where no window is declared. */
export function monthsNeeded(described: Described, { report }: Pick<OwnResult, 'report'>): MonthsNeeded {
  const window = windowOf(described)
  if (!window) return { startsUntil: undefined, outcome: undefined, before: undefined }
  const [first, last] = [monthNumber(window.from), monthNumber(window.to)]
  const pace = report.n1 / (last - first + 1)
  const more = report.needed.treated === undefined ? 0 : Math.ceil(report.needed.treated / pace)
  const horizon = wholeOf(described.horizon)
  const period = (from: number, to: number): Period => ({ from: monthOfNumber(from), to: monthOfNumber(to) })
  return {
    // Further away than ten years is no answer.
    startsUntil: more > 0 && more <= 120 ? monthOfNumber(last + more) : undefined,
    outcome: horizon === undefined ? undefined : period(first + horizon, last + horizon),
    before: period(first - 12, last - 1),
  }
}
