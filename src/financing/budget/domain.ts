import { z } from 'zod'
import { CostType, Financier, Orientation } from '../../interventions/codes.ts'
import { freeText } from '../../values/freeText.ts'
import { Books } from './books.ts'
import { AccountKind, AdministrationKind } from './kinds.ts'

/** Ten thousand million kronor: more is a slip of the finger. */
const mostOre = 1_000_000_000_000

/** The budget of an association's administration for a year; kinds that are left out are nought. `version` is the one that was seen, 0 for none. */
export const AdministrationChange = z
  .object({
    lines: z
      .array(
        z.object({
          kind: AdministrationKind.schema,
          budgetOre: z.int('budget.badAmount').min(0, 'budget.badAmount').max(mostOre, 'budget.badAmount'),
        }),
      )
      .min(1, 'budget.lineNeeded')
      .refine((lines) => new Set(lines.map(({ kind }) => kind)).size === lines.length, { message: 'budget.kindOnce' }),
    version: z.int().min(0),
    reason: freeText(300),
  })
  .refine(({ version, reason }) => version === 0 || reason.length >= 3, { message: 'contributions.reasonNeeded', path: ['reason'] })
export type AdministrationChange = z.infer<typeof AdministrationChange>

/** What an object of the books is: an intervention by its id, the association's own administration, or neither. */
export const ObjectMeans = z.union([z.uuid(), z.enum(['administration', 'outside'])])
export type ObjectMeans = z.infer<typeof ObjectMeans>

const accountNumber = z.int('budget.badAccount').min(1, 'budget.badAccount').max(9_999_999_999, 'budget.badAccount')

/** What accounts and objects mean. Nothing is guessed: what is not here is listed as unknown. */
export const AccountKeyFields = z
  .object({
    /** The dimension whose objects are interventions, such as 6 for projects; null while it has not been said. */
    dimension: z
      .string()
      .regex(/^[^\p{C}]{1,20}$/u)
      .nullable(),
    /** Costs without an object are the administration's. */
    restIsAdministration: z.boolean(),
    accounts: z.array(z.object({ from: accountNumber, to: accountNumber, kind: AccountKind.schema })).max(500),
    objects: z.array(z.object({ object: z.string().regex(/^[^\p{C}]{1,40}$/u), means: ObjectMeans })).max(2000),
  })
  .superRefine(({ accounts, objects }, context) => {
    const sorted = accounts.map((one, at) => ({ ...one, at })).sort((a, b) => a.from - b.from)
    for (const [at, { from, to, at: place }] of sorted.entries()) {
      if (from > to) context.addIssue({ code: 'custom', message: 'budget.rangeBackwards', path: ['accounts', place] })
      else if (sorted[at - 1] && sorted[at - 1]!.to >= from)
        context.addIssue({ code: 'custom', message: 'budget.rangesOverlap', path: ['accounts', place] })
    }
    const twice = objects.findIndex(({ object }, at) => objects.some((one, other) => other < at && one.object === object))
    if (twice >= 0) context.addIssue({ code: 'custom', message: 'budget.objectTwice', path: ['objects', twice] })
  })
export type AccountKeyFields = z.infer<typeof AccountKeyFields>

export const AccountKey = z.object({ ...AccountKeyFields.shape, version: z.int() })
export type AccountKey = z.infer<typeof AccountKey>

const amount = z.int().nullable()

/** Budget beside what is booked; öre, `null` where something that it is made of is not known. */
export const BudgetLine = z.object({
  budgetOre: amount,
  bookedOre: amount,
  /** Budget less booked. */
  leftOre: amount,
  /** To year end, when the rest of the year goes by the budget, day by day. */
  restByBudgetOre: amount,
  /** To year end, when the rest of the year goes as it has gone. */
  samePaceOre: amount,
  /** To year end: booked, and what of grants has been paid since or is still to be paid; where nothing is granted, as the rest by budget. */
  withCommitmentsOre: amount,
})
export type BudgetLine = z.infer<typeof BudgetLine>

export const InterventionLine = BudgetLine.extend({
  interventionId: z.uuid(),
  name: z.string(),
  orientation: Orientation.schema,
  plannedParticipants: amount,
  /** What the office has entered as the year's actual cost. */
  enteredOre: amount,
  /** Of what is granted, paid this year after the last day of the books or still to be paid; null when nothing is. */
  committedOre: amount,
  costs: z.array(z.object({ type: CostType.schema, budgetOre: amount, bookedOre: amount })),
  financing: z.array(z.object({ party: Financier.schema, amountOre: z.int() })),
})
export type InterventionLine = z.infer<typeof InterventionLine>

/** A year's budget beside its books. */
export const YearBudget = z
  .object({
    associationName: z.string(),
    fictive: z.boolean(),
    year: z.int(),
    /** Years that something is known of, and the next, latest first. */
    years: z.array(z.int()),
    administration: z.object({
      version: z.int(),
      reason: z.string(),
      lines: z.array(BudgetLine.extend({ kind: AdministrationKind.schema })),
      total: BudgetLine,
    }),
    /** All that the association finances, whatever the year: what an object may be. */
    ownInterventions: z.array(z.object({ id: z.uuid(), name: z.string() })),
    interventions: z.array(InterventionLine),
    orientations: z.array(BudgetLine.extend({ orientation: Orientation.schema })),
    interventionsTotal: BudgetLine,
    total: BudgetLine,
    /** What members have paid by the ledger of contributions, beside what is booked. */
    income: z.array(
      z.object({ kind: z.enum(['memberContributions', 'otherIncome']), ledgerOre: amount, bookedOre: amount, differenceOre: amount }),
    ),
    /** Input VAT and what of it has come back (lag 2005:807): in no cost and no income. What is left is the claim. */
    vat: z.object({ inputOre: amount, compensatedOre: amount, claimOre: amount }),
    /** Booked, but not known what as. */
    unknown: z.object({
      accounts: z.array(z.object({ account: z.string(), name: z.string(), amountOre: z.int() })),
      /** Objects of the dimension without a meaning; empty for costs without an object. */
      objects: z.array(z.object({ object: z.string(), name: z.string(), amountOre: z.int() })),
      outsideOre: z.int(),
    }),
    file: z
      .object({
        version: z.int(),
        sieType: z.string(),
        program: z.string(),
        generatedOn: z.string().nullable(),
        through: z.string().nullable(),
        recordedAt: z.string(),
        recordedBy: z.string(),
        rows: z.int(),
        /** Days of the year that the books go to, and of the year; null when the file does not say. */
        days: z.object({ gone: z.int(), all: z.int() }).nullable(),
        accounts: Books.shape.accounts,
        dimensions: Books.shape.dimensions,
        objects: Books.shape.objects,
      })
      .nullable(),
    key: AccountKey,
  })
  .meta({ id: 'YearBudget' })
export type YearBudget = z.infer<typeof YearBudget>
