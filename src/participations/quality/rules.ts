/** How much a finding matters: an error makes figures wrong, a warning may, a notice is to be known. */
export type Severity = 'error' | 'warning' | 'notice'

/** The rules of quality that single participations are held to, in the order they are shown. `db/0023_quality.sql` says each of them. */
export const qualityRules = [
  { code: 'inFuture', severity: 'error' },
  { code: 'contactBeforeEntry', severity: 'error' },
  { code: 'overlap', severity: 'error' },
  { code: 'twin', severity: 'warning' },
  { code: 'longStay', severity: 'warning' },
  { code: 'supportEmpty', severity: 'warning' },
  { code: 'occupationUnknown', severity: 'warning' },
  { code: 'workWithoutPay', severity: 'warning' },
  { code: 'groundAfterEntry', severity: 'notice' },
  { code: 'lateRegistration', severity: 'notice' },
] as const satisfies readonly { code: string; severity: Severity }[]

export type QualityRule = (typeof qualityRules)[number]['code']

/** The codes of the rules. */
export const qualityRuleCodes = qualityRules.map(({ code }) => code) as [QualityRule, ...QualityRule[]]

/** Findings of a year of entry, and how many participations began that year. */
export interface YearOfFindings {
  year: number
  n: number
  of: number
}

/** A row of numbers as the database counts them; the rule `all` counts every participation. */
export interface QualityNumber {
  interventionId: string
  year: number
  rule: QualityRule | 'all'
  n: number
}

/** What the numbers say of one rule, year by year of entry, over all interventions or one; years without participations are left out. */
export function yearsOf(numbers: readonly QualityNumber[], rule: QualityRule, interventionId?: string): YearOfFindings[] {
  const mine = numbers.filter((one) => interventionId === undefined || one.interventionId === interventionId)
  const sum = (of: string, year: number): number =>
    mine.filter((one) => one.rule === of && one.year === year).reduce((total, { n }) => total + n, 0)
  const years = [...new Set(mine.map(({ year }) => year))].sort((a, b) => a - b)
  return years.map((year) => ({ year, n: sum(rule, year), of: sum('all', year) }))
}
