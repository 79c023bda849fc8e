import { z } from 'zod'
import { parseCivilDate } from '../../values/civilDate.ts'
import { freeText } from '../../values/freeText.ts'
import { drawdownActs, drawdownStates, grantActs, grantStates } from './path.ts'

/** Ten thousand million kronor: more is a slip of the finger. */
const mostOre = 1_000_000_000_000
const ore = z.int('grants.badAmount').min(1, 'grants.badAmount').max(mostOre, 'grants.badAmount')
const date = z.string().refine((text) => parseCivilDate(text) !== undefined, { message: 'grants.badDay' })
const reference = freeText(200).min(2, 'grants.referenceNeeded')

/** Money that the board grants an intervention: how much, and which days its costs may be of. */
export const GrantFields = z
  .object({ interventionId: z.uuid('grants.interventionNeeded'), amountOre: ore, from: date, to: date, dated: date, reference })
  .refine(({ from, to }) => from <= to, { message: 'grants.endsBefore', path: ['to'] })
export type GrantFields = z.infer<typeof GrantFields>

/** A step of a grant. `seen` is how many steps were there when it was taken. Only what belongs to the act is given. */
export const GrantStepFields = z
  .object({
    act: z.enum(grantActs),
    dated: date,
    reference,
    /** The new amount when rebudgeted, or what is reclaimed. */
    amountOre: ore.nullable(),
    /** The new last day when extended. */
    to: date.nullable(),
    /** Days by which the intervention is to report, when agreed; further ones, when extended. */
    reportsDue: z.array(date).max(20, 'grants.dueMany'),
    /** The day by which an interim report was due; null when it is a supplement, which stands for none. */
    due: date.nullable().default(null),
    /** Why, when it is taken back. */
    note: freeText(300).default(''),
    seen: z.int().min(1),
  })
  .superRefine(({ act, amountOre, to, reportsDue, due, note }, context) => {
    const wrong = (message: string, path: string): void => context.addIssue({ code: 'custom', message, path: [path] })
    if ((act === 'rebudget' || act === 'reclaim') !== (amountOre !== null)) wrong('grants.badAmount', 'amountOre')
    if ((act === 'extend') !== (to !== null)) wrong('grants.dayNeeded', 'to')
    if (act !== 'agree' && act !== 'extend' && reportsDue.length > 0) wrong('grants.onlyWhenAgreed', 'reportsDue')
    if (act === 'withdraw' && note.length < 3) wrong('grants.withdrawnWhy', 'note')
    if (act !== 'report' && due !== null) wrong('grants.onlyWhenReported', 'due')
    if (act === 'agree' && reportsDue.length === 0) wrong('grants.dueNeeded', 'reportsDue')
  })
export type GrantStepFields = z.infer<typeof GrantStepFields>

/** What an intervention asks for of its grant, for costs of these days. */
export const DrawdownFields = z
  .object({ amountOre: ore, costsFrom: date, costsTo: date, dated: date, reference })
  .refine(({ costsFrom, costsTo }) => costsFrom <= costsTo, { message: 'grants.endsBefore', path: ['costsTo'] })
export type DrawdownFields = z.infer<typeof DrawdownFields>

/** `seen` is how many steps were there when it was taken. */
export const AttestFields = z.object({ dated: date, note: freeText(300), seen: z.int().min(1) })
export type AttestFields = z.infer<typeof AttestFields>

export const DrawdownStepFields = AttestFields.extend({ act: z.enum(['check', 'pay', 'return']) }).refine(
  ({ act, note }) => act !== 'return' || note.length >= 3,
  { message: 'grants.reasonNeeded', path: ['note'] },
)
export type DrawdownStepFields = z.infer<typeof DrawdownStepFields>

const taken = { dated: z.string(), recordedAt: z.string(), recordedBy: z.string(), byId: z.string() }

export const Drawdown = z.object({
  id: z.uuid(),
  amountOre: z.int(),
  costsFrom: z.string(),
  costsTo: z.string(),
  reference: z.string(),
  state: z.enum(drawdownStates),
  steps: z.array(z.object({ act: z.enum(['send', ...drawdownActs]), state: z.enum(drawdownStates), note: z.string(), ...taken })),
})
export type Drawdown = z.infer<typeof Drawdown>

export const Grant = z.object({
  id: z.uuid(),
  interventionId: z.uuid(),
  name: z.string(),
  /** The member that owns the intervention is paid (§ 7). */
  payee: z.string(),
  state: z.enum(grantStates),
  grantedOre: z.int(),
  from: z.string(),
  to: z.string(),
  /** On its way: sent and not yet paid or returned. */
  openOre: z.int(),
  paidOre: z.int(),
  reclaimedOre: z.int(),
  /** Granted, less what is paid and on its way; of a closed grant it has gone back to own capital. */
  leftOre: z.int(),
  /** Days by which reports are due and have not come. */
  awaited: z.array(z.string()),
  /** Those of them that have passed; no payment while there is one. */
  overdue: z.array(z.string()),
  nextDue: z.string().nullable(),
  steps: z.array(
    z.object({
      act: z.enum(['grant', ...grantActs]),
      state: z.enum(grantStates),
      reference: z.string(),
      amountOre: z.int().nullable(),
      to: z.string().nullable(),
      /** Days by which the intervention is to report, as agreed. */
      reportsDue: z.array(z.string()),
      /** The day by which an interim report was due. */
      due: z.string().nullable(),
      note: z.string(),
      ...taken,
    }),
  ),
  drawdowns: z.array(Drawdown),
})
export type Grant = z.infer<typeof Grant>

export const GrantBook = z
  .object({
    associationName: z.string(),
    fictive: z.boolean(),
    today: z.string(),
    interventions: z.array(z.object({ id: z.uuid(), name: z.string() })),
    /** Latest decided first. */
    grants: z.array(Grant),
    totals: z.object({
      grantedOre: z.int(),
      openOre: z.int(),
      paidOre: z.int(),
      reclaimedOre: z.int(),
      committedOre: z.int(),
      returnedOre: z.int(),
    }),
  })
  .meta({ id: 'GrantBook' })
export type GrantBook = z.infer<typeof GrantBook>
