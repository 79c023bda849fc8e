import { z } from 'zod'
import { freeText } from '../../values/freeText.ts'
import { parseCivilDate } from '../../values/civilDate.ts'
import { esfActs, esfStates } from './esfPath.ts'
import { readings } from './evidence.ts'

const mostOre = 100_000_000_000
const date = z.string().refine((text) => parseCivilDate(text) !== undefined, { message: 'applications.badDay' })
const permille = z.int('esf.badPercent').min(1, 'esf.badPercent').max(1000, 'esf.badPercent')
const amount = z.int('applications.badAmount').min(1, 'applications.badAmount').max(mostOre, 'applications.badAmount')
const months = (most: number) => z.int('esf.badMonths').min(0, 'esf.badMonths').max(most, 'esf.badMonths')

/** How it is to be financed, as the call says. `version` is the one that was changed; 0 for the first. */
export const EsfPlanFields = z
  .object({
    fundPermille: permille,
    flatRatePermille: permille.nullable(),
    unitCostOre: amount.nullable(),
    units: z.int('applications.badNumber').min(1, 'applications.badNumber').max(10_000_000, 'applications.badNumber').nullable(),
    claimEvery: months(12).min(1, 'esf.badMonths'),
    lagMonths: months(24),
    source: freeText(500).min(3, 'esf.sourceNeeded'),
    version: z.int().min(0),
  })
  .superRefine(({ flatRatePermille, unitCostOre, units }, context) => {
    const wrong = (message: string, path: string): void => context.addIssue({ code: 'custom', message, path: [path] })
    if ((unitCostOre === null) !== (units === null)) wrong('esf.unitsNeeded', 'units')
    if (flatRatePermille !== null && unitCostOre !== null) wrong('esf.oneOption', 'flatRatePermille')
  })
export type EsfPlanFields = z.infer<typeof EsfPlanFields>

/** A step. `seen` is how many were there when it was taken. Only what belongs to the act is given. */
export const EsfStepFields = z
  .object({
    act: z.enum(esfActs),
    dated: date,
    /** Who owns, or applies: a member; an association may not (§ 7 of the act, and the fund’s rules on project owners). */
    organisationId: z.uuid('esf.whoNeeded').nullable(),
    reading: z.enum(readings).nullable(),
    amountOre: amount.nullable(),
    reference: freeText(200).min(2, 'applications.referenceNeeded'),
    note: freeText(2000),
    seen: z.int().min(0),
  })
  .superRefine(({ act, organisationId, reading, amountOre, note }, context) => {
    const wrong = (message: string, path: string): void => context.addIssue({ code: 'custom', message, path: [path] })
    if (['appointOwner', 'apply'].includes(act) !== (organisationId !== null)) wrong('esf.whoNeeded', 'organisationId')
    if ((act === 'askFk') !== (reading !== null)) wrong('esf.readingNeeded', 'reading')
    if (['esfGrants', 'claim', 'pay'].includes(act) !== (amountOre !== null)) wrong('applications.badAmount', 'amountOre')
    if (['fkDeclines', 'esfRefuses', 'releaseOwner'].includes(act) && note.length < 3) wrong('applications.reasonNeeded', 'note')
  })
export type EsfStepFields = z.infer<typeof EsfStepFields>

const ore = z.int()
const Costs = z.object({
  ...{ budgetOre: ore, eligibleOre: ore, inKindOre: ore, totalOre: ore, fundOre: ore, membersCashOre: ore, leftOre: ore },
  excluded: z.array(z.object({ name: z.string(), amountOre: ore, why: z.enum(['ownersStaff']) })),
  months: z.array(z.object({ month: z.string(), costOre: ore, othersOre: ore, fundOre: ore, balanceOre: ore })),
  lowest: z.object({ month: z.string(), balanceOre: ore }).nullable(),
})
const Evidence = z.array(
  z.object({ organisationId: z.uuid(), name: z.string(), lacks: z.array(z.enum(['answer', 'cofinancing', 'owns'])) }),
)

/** The way of an application to ESF+: where it stands, what is documented, what it costs and what has happened. */
export const EsfBook = z
  .object({
    ...{ associationId: z.uuid(), associationName: z.string(), fictive: z.boolean(), today: z.string(), name: z.string() },
    state: z.enum(esfStates),
    owner: z.object({ organisationId: z.uuid(), name: z.string() }).nullable(),
    members: z.array(z.object({ organisationId: z.uuid(), name: z.string() })),
    /** By both readings of “all parties co-finance”. */
    evidence: z.object({ allMembers: Evidence, takingPart: Evidence }),
    whole: z.object({ allMembers: z.boolean(), takingPart: z.boolean() }),
    plan: EsfPlanFields.extend({ recordedAt: z.string(), recordedBy: z.string() }).nullable(),
    costs: Costs.nullable(),
    grantedOre: ore,
    claimedOre: ore,
    paidOre: ore,
    steps: z.array(
      z.object({
        ...{ act: z.enum(esfActs), state: z.enum(esfStates), dated: z.string(), organisation: z.string(), amountOre: ore.nullable() },
        ...{
          reading: z.enum(readings).nullable(),
          reference: z.string(),
          note: z.string(),
          recordedAt: z.string(),
          recordedBy: z.string(),
        },
      }),
    ),
  })
  .meta({ id: 'EsfBook' })
export type EsfBook = z.infer<typeof EsfBook>
