import type { BudgetLine, YearBudget } from './domain.ts'

/** How far into the year the books go. */
export interface DaysOfYear {
  gone: number
  all: number
}

/**
 * Budget beside booked, and the forecast to year end in three ways, rounded to the öre: what is booked and the days that are left of the budget; what is
 * booked over the days it took; and what is booked and committed, where there are commitments, else as the first. `null` where something that it is made of is not known.
 * @param committedOre of what is granted, what has been paid since or is still to be paid this year; `undefined` when nothing is granted
 */
export function budgetLine(
  budgetOre: number | null,
  bookedOre: number | null,
  days: DaysOfYear | null,
  committedOre?: number | undefined,
): BudgetLine {
  const line = { budgetOre, bookedOre, leftOre: budgetOre === null || bookedOre === null ? null : budgetOre - bookedOre }
  if (!days || bookedOre === null) return { ...line, restByBudgetOre: null, samePaceOre: null, withCommitmentsOre: null }
  const left = days.all - days.gone
  const restByBudgetOre = budgetOre === null ? null : bookedOre + Math.round((budgetOre * left) / days.all)
  return {
    ...{ ...line, restByBudgetOre },
    withCommitmentsOre: committedOre === undefined ? restByBudgetOre : bookedOre + committedOre,
    samePaceOre: days.gone === 0 ? null : Math.round((bookedOre * days.all) / days.gone),
  }
}

const parts = ['budgetOre', 'bookedOre', 'leftOre', 'restByBudgetOre', 'samePaceOre', 'withCommitmentsOre'] as const

/** The sum of lines, part by part: `null` where one of them is, since a sum of what is known would look like the whole. */
export function sumOfLines(lines: readonly BudgetLine[]): BudgetLine {
  const sum = (part: (typeof parts)[number]): number | null =>
    lines.reduce<number | null>((total, line) => (total === null || line[part] === null ? null : total + line[part]), 0)
  return Object.fromEntries(parts.map((part) => [part, sum(part)])) as BudgetLine
}

/**
 * Whether the total of a year tells of all that it costs: not while something is booked that nobody has said what it is, for that is in no line; nor while no
 * intervention has a line, for the sum of none is nought.
 */
export function isWhole({ unknown, interventions }: Pick<YearBudget, 'unknown' | 'interventions'>): boolean {
  return unknown.accounts.length + unknown.objects.length === 0 && interventions.length > 0
}
