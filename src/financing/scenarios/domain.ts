import { z } from 'zod'
import { freeText } from '../../values/freeText.ts'
import { Earmarked } from '../contributions/domain.ts'
import { payers } from '../contributions/level.ts'
import { fallRules } from './falls.ts'
import { giverKey } from '../contributions/giver.ts'

/** What a member is thought to give, in öre; null when it is thought to leave. */
export const ScenarioChange = z.object({
  organisationId: z.uuid('contributions.memberNeeded'),
  /** In the quarter of the regions, of a municipality outside every region (§ 5 a); who leaves leaves both. */
  asRegion: z.boolean().default(false),
  amountOre: z
    .int('contributions.badAmount')
    .min(0, 'contributions.badAmount')
    .max(1_000_000_000_000, 'contributions.badAmount')
    .nullable(),
})
export type ScenarioChange = z.input<typeof ScenarioChange>

/** A question: what would follow in a year if some members gave something else, all others as they have decided or agreed. */
export const ScenarioFields = z.object({
  name: freeText(120).min(2, 'scenarios.nameNeeded'),
  year: z.int(),
  changes: z
    .array(ScenarioChange)
    .max(100, 'scenarios.changeNeeded')
    .refine((all) => new Set(all.map(giverKey)).size === all.length, { message: 'scenarios.changeTwice' }),
  /** The association that this one is thought to be one with; null for none. */
  partnerId: z.uuid().nullable().default(null),
  /** How a lower level falls on the planned interventions. */
  rule: z.enum(fallRules).default('alike'),
})
export type ScenarioFields = z.infer<typeof ScenarioFields>

/** A scenario as it is sent: with `id` made by the form, so that what is sent twice is one. It thinks of something. */
export const NewScenario = ScenarioFields.extend({ id: z.uuid() }).refine(
  ({ changes, partnerId }) => changes.length > 0 || partnerId !== null,
  {
    ...{ message: 'scenarios.changeNeeded', path: ['changes'] },
  },
)
export type NewScenario = z.infer<typeof NewScenario>

const Payer = z.enum(payers)
const amount = z.int().nullable()

const ScenarioMember = z.object({ organisationId: z.uuid(), name: z.string(), payer: Payer, asRegion: z.boolean() })

/** What a year comes to; öre. Changes are against the year as it stands. */
export const Outcome = z.object({
  levelOre: amount,
  changeOre: amount,
  /** Missing to what is agreed now, whoever is thought to leave. */
  gapOre: amount,
  binding: z.array(Payer),
  isEven: z.boolean(),
  parties: z.array(z.object({ payer: Payer, matchedOre: amount, unmatchedOre: amount })),
  /** What becomes of the planned interventions; null where nothing is planned or the change is not known. */
  fall: z
    .object({
      lines: z.array(z.object({ interventionId: z.uuid(), name: z.string(), plannedOre: z.int(), leftOre: z.int(), changeOre: z.int() })),
      /** Of the lower level, what the plans do not hold. */
      uncoveredOre: z.int(),
      /** What a higher level adds, to decide on. */
      freeOre: z.int(),
    })
    .nullable(),
  members: z.array(
    z.object({
      organisationId: z.uuid(),
      name: z.string(),
      asRegion: z.boolean(),
      offerOre: amount,
      matchedOre: amount,
      changeOre: amount,
    }),
  ),
})
export type Outcome = z.infer<typeof Outcome>

export const Scenario = ScenarioFields.extend({
  id: z.uuid(),
  name: z.string(),
  /** The partner's name, and whether it has approved the year, so that its contributions are known. */
  partner: z.object({ name: z.string(), isKnown: z.boolean() }).nullable(),
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
    associationName: z.string(),
    members: z.array(ScenarioMember),
    /** Other associations, their payers and the years that they have approved, latest first. */
    partners: z.array(z.object({ id: z.uuid(), name: z.string(), members: z.array(ScenarioMember), years: z.array(z.int()) })),
    /** Latest year first. */
    years: z.array(z.object({ year: z.int(), now: Outcome, earmarked: z.array(Earmarked), scenarios: z.array(Scenario) })),
  })
  .meta({ id: 'ScenarioBook' })
export type ScenarioBook = z.infer<typeof ScenarioBook>
