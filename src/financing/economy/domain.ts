import { z } from 'zod'
import { freeText } from '../../values/freeText.ts'

/** Ten thousand million kronor: more is a slip of the finger. */
const mostOre = 1_000_000_000_000
const ore = (least: number) => z.int('economy.badAmount').min(least, 'economy.badAmount').max(mostOre, 'economy.badAmount').nullable()

/** What an office enters of a year; öre, and empty where it is not known. */
export const EconomyFields = z.object({
  /** What is left when the year begins; may be below nought. */
  openingEquityOre: ore(-mostOre),
  administrationBudgetOre: ore(0),
  administrationActualOre: ore(0),
  /** All interventions together, before each has its budget: the three-year plan. It counts while it is larger than their budgets together. */
  interventionsPlanOre: ore(0),
  /** How much own capital the association holds to be reasonable, per cent of the year's funds. */
  ceilingPercent: z.int('economy.badPercent').min(0, 'economy.badPercent').max(100, 'economy.badPercent').nullable(),
  /** Why costs are more than funds: revenue is to exceed cost (§ 21), but associations do use up what they have left. */
  deficitReason: freeText(500),
})
export type EconomyFields = z.infer<typeof EconomyFields>

/** A year as it is to be from now on: `version` is the one that was seen, 0 for none, and a correction has its reason. */
export const EconomyChange = EconomyFields.extend({ version: z.int().min(0), reason: freeText(300) }).refine(
  ({ version, reason }) => version === 0 || reason.length >= 3,
  { message: 'contributions.reasonNeeded', path: ['reason'] },
)
export type EconomyChange = z.infer<typeof EconomyChange>

export const economyWarnings = ['costsAboveFunds', 'aboveCeiling', 'belowNought'] as const
export type EconomyWarning = (typeof economyWarnings)[number]

const amount = z.int().nullable()

/** A year with what follows from it; öre, shares 0–1, and `null` where something that it is made of is not known. */
export const EconomyYear = EconomyFields.extend({
  year: z.int(),
  deficitReason: z.string(),
  /** 0 when nothing is entered. */
  version: z.int(),
  reason: z.string(),
  /** The administration's budget is the sum of its budget by kind of cost, which goes before what is entered here. */
  hasBudgetByKind: z.boolean(),
  /** The level that the members' contributions reach; null while a party has neither decided nor agreed. */
  fundsOre: amount,
  /** Without interventions that the money of a commission pays, as all that follows. */
  interventionsBudgetOre: amount,
  interventionsActualOre: amount,
  /** Funds less the costs of budget, and of actuals; of the year that runs, those so far. */
  budgetResultOre: amount,
  actualResultOre: amount,
  /** Opening and the result: of actuals when the year is over, of what this year is foreseen to cost, else of the budget. */
  closingEquityOre: amount,
  equityShare: z.number().nullable(),
  /** Of all actual cost when the year is over, else of the budget. */
  administrationShare: z.number().nullable(),
  warnings: z.array(z.enum(economyWarnings)),
})
export type EconomyYear = z.infer<typeof EconomyYear>

/** A year of the forecast; öre. */
export const ForecastYear = z.object({
  year: z.int(),
  openingOre: z.int(),
  fundsOre: z.int(),
  costOre: z.int(),
  /** The cost is what books and budget foresee, else it is the budget, or the plan of interventions where that is larger. */
  isForeseen: z.boolean(),
  closingOre: z.int(),
  /** The most that is held to be reasonable when the year begins. */
  ceilingOre: amount,
  aboveCeilingOre: amount,
})
export type ForecastYear = z.infer<typeof ForecastYear>

/** Own capital three years ahead, what it lacks to go further, and what to see to before it happens. */
export const EconomyForecast = z.object({
  years: z.array(ForecastYear),
  missing: z.object({ year: z.int(), what: z.array(z.enum(['openingEquity', 'funds', 'administration', 'interventions'])) }).nullable(),
  warnings: z.array(z.object({ key: z.enum(['aboveCeiling', 'belowNought']), year: z.int(), amountOre: z.int() })),
})
export type EconomyForecast = z.infer<typeof EconomyForecast>

export const EconomyBook = z.object({
  associationName: z.string(),
  fictive: z.boolean(),
  /** The year that runs. */
  thisYear: z.int(),
  /** Latest first. */
  years: z.array(EconomyYear),
  forecast: EconomyForecast,
})
export type EconomyBook = z.infer<typeof EconomyBook>
