import { z } from 'zod'
import { freeText } from '../../values/freeText.ts'
import { payers } from '../contributions/level.ts'

/** What a member is thought to give, in öre; null when it is thought to leave. */
export const ScenarioChange = z.object({
  organisationId: z.uuid('contributions.memberNeeded'),
  amountOre: z
    .int('contributions.badAmount')
    .min(0, 'contributions.badAmount')
    .max(1_000_000_000_000, 'contributions.badAmount')
    .nullable(),
})
export type ScenarioChange = z.infer<typeof ScenarioChange>

/** A question: what would follow in a year if some members gave something else, all others as they have decided or agreed. */
export const ScenarioFields = z.object({
  name: freeText(120).min(2, 'scenarios.nameNeeded'),
  year: z.int(),
  changes: z
    .array(ScenarioChange)
    .min(1, 'scenarios.changeNeeded')
    .max(100, 'scenarios.changeNeeded')
    .refine((all) => new Set(all.map(({ organisationId }) => organisationId)).size === all.length, { message: 'scenarios.changeTwice' }),
})
export type ScenarioFields = z.infer<typeof ScenarioFields>

const Payer = z.enum(payers)
const amount = z.int().nullable()

/** What a year comes to; öre. Changes are against the year as it stands. */
export const Outcome = z.object({
  levelOre: amount,
  changeOre: amount,
  /** Missing to what is agreed now, whoever is thought to leave. */
  gapOre: amount,
  binding: z.array(Payer),
  isEven: z.boolean(),
  parties: z.array(z.object({ payer: Payer, matchedOre: amount, unmatchedOre: amount })),
  members: z.array(z.object({ organisationId: z.uuid(), offerOre: amount, matchedOre: amount, changeOre: amount })),
})
export type Outcome = z.infer<typeof Outcome>

export const Scenario = ScenarioFields.extend({
  id: z.uuid(),
  name: z.string(),
  outcome: Outcome,
  /** The day that a member who gives notice today is out (§ 27); null when nobody is thought to leave. */
  outOn: z.string().nullable(),
  recordedAt: z.string(),
  recordedBy: z.string(),
})
export type Scenario = z.infer<typeof Scenario>

/** The scenarios of an association by year, each year beside how it stands. */
export const ScenarioBook = z
  .object({
    fictive: z.boolean(),
    members: z.array(z.object({ organisationId: z.uuid(), name: z.string(), payer: Payer })),
    /** Latest year first. */
    years: z.array(z.object({ year: z.int(), now: Outcome, scenarios: z.array(Scenario) })),
  })
  .meta({ id: 'ScenarioBook' })
export type ScenarioBook = z.infer<typeof ScenarioBook>
