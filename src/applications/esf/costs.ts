import type { Application, ApplicationContent } from '../domain.ts'

/** How a project is financed: the fund's part in thousandths, at most one simplified cost option, and how the fund pays. Amounts in öre. */
export interface EsfTerms {
  fundPermille: number
  /** Other costs as thousandths of staff costs. */
  flatRatePermille: number | null
  unitCostOre: number | null
  units: number | null
  claimEvery: number
  lagMonths: number
}

export interface EsfCosts {
  /** What the project is expected to cost in cash. */
  budgetOre: number
  /** Costs that the fund counts, without contributions in kind. */
  eligibleOre: number
  inKindOre: number
  totalOre: number
  fundOre: number
  membersCashOre: number
  /** What somebody still has to put in, in cash. */
  leftOre: number
  /** Co-financing that does not count, and why. */
  excluded: { name: string; amountOre: number; why: 'ownersStaff' }[]
  months: EsfMonth[]
  /** The deepest that cash comes below nought. */
  lowest: { month: string; balanceOre: number } | null
}
export interface EsfMonth {
  month: string
  costOre: number
  othersOre: number
  fundOre: number
  balanceOre: number
}

type Members = Pick<Application['members'][number], 'name' | 'answer'>[]

/**
 * What a project costs and who pays, when a fund pays a part in arrears. Contributions in kind count as cost and as co-financing, so the fund's part is at most the costs without
 * them (Regulation (EU) 2021/1060, art. 67.1 a). A flat rate replaces all costs but staff (art. 56), a unit cost all of them (art. 53.1 b). The owner's own staff is a cost of the
 * project and no co-financing, so that nothing is counted twice.
 */
export function esfCosts(
  content: Pick<ApplicationContent, 'budget' | 'from' | 'to'>,
  members: Readonly<Members>,
  terms: EsfTerms,
): EsfCosts {
  const answers = members.flatMap(({ name, answer }) => (answer && answer.cofinancingOre > 0 ? [{ name, ...answer }] : []))
  const excluded = answers.filter(({ owns, cofinancingKind }) => owns && cofinancingKind === 'staff')
  const counted = answers.filter((one) => !excluded.includes(one))
  const sum = (kinds: readonly string[]): number =>
    counted.filter(({ cofinancingKind }) => kinds.includes(cofinancingKind)).reduce((total, one) => total + one.cofinancingOre, 0)
  const [budgetOre, eligibleOre] = [budgetOf(content.budget), eligibleOf(content.budget, terms)]
  const [inKindOre, membersCashOre] = [sum(['staff', 'benefits']), sum(['cash'])]
  const totalOre = eligibleOre + inKindOre
  const fundOre = Math.min(eligibleOre, Number((BigInt(totalOre) * BigInt(terms.fundPermille)) / 1000n))
  // In cash the budget is to be paid, whatever the fund counts.
  const restOre = Math.max(0, budgetOre - fundOre)
  const months = monthsOf(content, { cost: budgetOre, others: restOre, fund: fundOre }, terms)
  return {
    ...{
      budgetOre,
      eligibleOre,
      inKindOre,
      totalOre,
      fundOre,
      membersCashOre,
      leftOre: Math.max(0, restOre - membersCashOre),
    },
    excluded: excluded.map(({ name, cofinancingOre }) => ({ name, amountOre: cofinancingOre, why: 'ownersStaff' })),
    ...{ months, lowest: lowestOf(months) },
  }
}

const budgetOf = (budget: ApplicationContent['budget']): number => budget.reduce((sum, { amountOre }) => sum + amountOre, 0)

function eligibleOf(budget: ApplicationContent['budget'], { flatRatePermille, unitCostOre, units }: EsfTerms): number {
  if (unitCostOre !== null) return unitCostOre * units!
  if (flatRatePermille === null) return budgetOf(budget)
  const staff = budgetOf(budget.filter(({ kind }) => kind === 'staff'))
  return staff + Number((BigInt(staff) * BigInt(flatRatePermille)) / 1000n)
}

/**
 * Month by month: costs even within each year of the budget, what others pay as it is needed, and what the fund pays: after every `claimEvery` months, and at the end, its part of
 * the costs so far, `lagMonths` later. Amounts are rounded as running totals, so that each sums to the whole.
 */
function monthsOf(
  { budget, from, to }: Pick<ApplicationContent, 'budget' | 'from' | 'to'>,
  whole: { cost: number; others: number; fund: number },
  terms: EsfTerms,
): EsfMonth[] {
  if (!from || !to || to < from || whole.cost === 0) return []
  const running = runningCosts(budget, monthNumber(from), monthNumber(to))
  const first = monthNumber(from)
  const length = running.length
  const part = (amount: number, at: number): number => (at < length ? Math.round((amount * (running[at] ?? 0)) / whole.cost) : amount)
  const claimed = (at: number): number => {
    const last = at - terms.lagMonths
    if (last >= length - 1) return whole.fund
    return part(whole.fund, Math.floor((last + 1) / terms.claimEvery) * terms.claimEvery - 1)
  }
  let balanceOre = 0
  return Array.from({ length: length + terms.lagMonths }, (_, at) => {
    const [costOre, othersOre] = [part(whole.cost, at) - part(whole.cost, at - 1), part(whole.others, at) - part(whole.others, at - 1)]
    const fundOre = claimed(at) - (at === 0 ? 0 : claimed(at - 1))
    balanceOre += othersOre + fundOre - costOre
    return { month: monthText(first + at), costOre, othersOre, fundOre, balanceOre }
  })
}

/** Costs so far at the end of each month. A year of the budget outside the time of the project falls on its nearest month. */
function runningCosts(budget: ApplicationContent['budget'], first: number, last: number): number[] {
  const costs = Array.from({ length: last - first + 1 }, () => 0)
  for (const { year, amountOre } of budget) {
    const [start, end] = [Math.min(Math.max(year * 12, first), last), Math.max(Math.min(year * 12 + 11, last), first)]
    const [low, high] = [Math.min(start, end), Math.max(start, end)]
    for (let month = low; month <= high; month++) costs[month - first]! += amountOre / (high - low + 1)
  }
  let sum = 0
  return costs.map((cost) => (sum += cost))
}

const monthNumber = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
const monthText = (month: number): string => `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`

function lowestOf(months: readonly EsfMonth[]): EsfCosts['lowest'] {
  const lowest = months.reduce<EsfMonth | undefined>((low, one) => (low && low.balanceOre <= one.balanceOre ? low : one), undefined)
  return lowest && lowest.balanceOre < 0 ? { month: lowest.month, balanceOre: lowest.balanceOre } : null
}
