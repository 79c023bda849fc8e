import { z } from 'zod'
import { CostType, Financier } from '../codes.ts'

/** Ten thousand million kronor: more than all the associations together, so more is a slip of the finger. */
export const mostKronor = 10_000_000_000
const amount = z
  .int()
  .min(0)
  .max(mostKronor * 100, 'interventions.tooMuch')
export const ore = amount.nullable()
/** Input VAT is compensated (lag 2005:807), so it is no cost of the intervention. */
export const netOfVat = { sv: 'I öre, utan moms.', en: 'In öre (1/100 krona), net of VAT.' }

/** Budget and actual of one cost type in a year, in öre, net of VAT; null where not given. */
export const YearCost = z.object({
  type: CostType.schema.meta({ label: { sv: 'Kostnadsslag', en: 'Cost type' } }),
  budgetOre: ore.meta({ label: { sv: 'Budget', en: 'Budget' }, help: netOfVat }),
  actualOre: ore.meta({ label: { sv: 'Utfall', en: 'Actual cost' }, help: netOfVat }),
})
export type YearCost = z.infer<typeof YearCost>

/** What a party, or the Social Fund, pays for an intervention in a year; in öre, net of VAT. */
export const YearFinancing = z.object({
  party: Financier.schema.meta({ label: { sv: 'Part', en: 'Party' } }),
  amountOre: amount.meta({ label: { sv: 'Belopp', en: 'Amount' }, help: netOfVat }),
})
export type YearFinancing = z.infer<typeof YearFinancing>

const isOnceEach = (values: readonly string[]): boolean => new Set(values).size === values.length

export const yearCosts = z
  .array(YearCost)
  .refine((rows) => isOnceEach(rows.map((row) => row.type)), { message: 'interventions.costTypeOnce' })
/** Actuals by cost type, as a file of the accounts has them; budgets are not in it. */
export const yearActuals = z
  .array(YearCost.pick({ type: true, actualOre: true }))
  .refine((rows) => isOnceEach(rows.map((row) => row.type)), { message: 'interventions.costTypeOnce' })
export const yearFinancing = z
  .array(YearFinancing)
  .refine((rows) => isOnceEach(rows.map((row) => row.party)), { message: 'interventions.financierOnce' })

/** Cost types with the actuals of a file: budgets stay, and a type that the file does not have has no actual. */
export function withActuals(costs: readonly YearCost[], actuals: z.infer<typeof yearActuals>): YearCost[] {
  const given = new Map(actuals.map(({ type, actualOre }) => [type, actualOre]))
  const budgets = new Map(costs.map(({ type, budgetOre }) => [type, budgetOre]))
  return CostType.codes
    .map(({ code }) => ({ type: code, budgetOre: budgets.get(code) ?? null, actualOre: given.get(code) ?? null }))
    .filter(({ budgetOre, actualOre }) => budgetOre !== null || actualOre !== null)
}

/** The sum of the amounts that are given, in öre; null when none is. */
export function sumOfGiven(amounts: readonly (number | null)[]): number | null {
  const given = amounts.filter((amount) => amount !== null)
  return given.length === 0 ? null : given.reduce((sum, amount) => sum + amount, 0)
}

/** What is wrong with the money of a year: `where` is the field. Totals must be the sum of their cost types; the Social Fund pays in ESF interventions only. */
export function moneyFaults(
  money: { budgetOre: number | null; actualOre: number | null; costs: readonly YearCost[]; financing: readonly YearFinancing[] },
  esf: boolean,
): { where: string; key: string; args?: Record<string, number> }[] {
  const sums = (['budgetOre', 'actualOre'] as const).flatMap((where) => {
    const sum = sumOfGiven(money.costs.map((cost) => cost[where]))
    return sum === null || sum === money[where] ? [] : [{ where, key: 'interventions.costsSum', args: { sum: sum / 100 } }]
  })
  const fund = esf ? -1 : money.financing.findIndex((one) => one.party === 'esf')
  return fund === -1 ? sums : [...sums, { where: `financing.${fund}.party`, key: 'interventions.esfElsewhere' }]
}
