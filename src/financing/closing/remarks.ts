import type { BookWarning, BookYear } from '../contributions/domain.ts'
import { dueOf } from '../contributions/warnings.ts'
import type { EconomyYear } from '../economy/domain.ts'
import type { Grant } from '../grants/domain.ts'
import type { YearBudget } from '../budget/domain.ts'

/** What is known of a year that may be closed. */
export interface YearToClose {
  year: number
  contributions: BookYear | undefined
  economy: EconomyYear | undefined
  /** The year after, whose opening capital follows from this one. */
  next: EconomyYear | undefined
  unknown: YearBudget['unknown']
  grants: readonly Grant[]
}

/** What is not finished in a year, so that nobody closes it unawares: it can be closed all the same, with a note. */
export function remarksOf({ year, contributions, economy, next, unknown, grants }: YearToClose): BookWarning[] {
  const remarks: BookWarning[] = []
  const remark = (key: string, args: BookWarning['args'] = {}): void => void remarks.push({ key: `closing.remark.${key}`, args })
  const unpaid = (contributions?.members ?? []).reduce((sum, one) => sum + Math.max(0, dueOf(one) - (one.paidOre ?? 0)), 0)
  if (unpaid > 0) remark('unpaid', { amount: unpaid / 100 })
  if ((economy?.administrationActualOre ?? null) === null) remark('noAdministration')
  if ((economy?.interventionsActualOre ?? null) === null) remark('noInterventions')
  if (economy && next && economy.closingEquityOre !== null && next.openingEquityOre !== null) {
    const difference = next.openingEquityOre - economy.closingEquityOre
    if (difference !== 0) remark('openingDiffers', { next: String(year + 1), amount: difference / 100 })
  }
  const strange = [...unknown.accounts, ...unknown.objects].length
  if (strange > 0) remark('unknownBooked', { n: strange })
  const open = grants.flatMap(({ drawdowns }) => drawdowns).filter((one) => isOpen(one) && one.steps[0]!.dated.startsWith(String(year)))
  if (open.length > 0) remark('drawdownsOpen', { n: open.length })
  return remarks
}

const isOpen = ({ state }: Grant['drawdowns'][number]): boolean => state !== 'paid' && state !== 'returned'
