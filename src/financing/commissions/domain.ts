import { z } from 'zod'
import { addDays, parseCivilDate } from '../../values/civilDate.ts'
import { freeText } from '../../values/freeText.ts'

/** Ten thousand million kronor: more is a slip of the finger. */
const mostOre = 1_000_000_000_000
const ore = z.int('commissions.badAmount').min(0, 'commissions.badAmount').max(mostOre, 'commissions.badAmount')
const date = z.string().refine((text) => parseCivilDate(text) !== undefined, { message: 'commissions.badDay' })

/** A task that somebody outside has given an association (riktat uppdrag): giver, purpose, group, money that follows, and when to report. */
export const CommissionFields = z
  .object({
    title: freeText(200).min(3, 'commissions.titleNeeded'),
    giver: freeText(200).min(2, 'commissions.giverNeeded'),
    reference: freeText(200).min(2, 'commissions.referenceNeeded'),
    decidedOn: date,
    purpose: freeText(2000).min(10, 'commissions.purposeNeeded'),
    targetGroup: freeText(1000).min(3, 'commissions.groupNeeded'),
    from: date,
    /** Null while no end is set. */
    to: date.nullable(),
    /** Money that follows with it; 0 when none does. */
    moneyOre: ore,
    /** What is to be reported, and to whom. */
    reporting: freeText(1000),
    reportsDue: z.array(date).max(40),
    /** Interventions that carry it out; each belongs to one commission at most. */
    interventions: z.array(z.uuid()).max(50),
  })
  .superRefine(({ from, to, reporting, reportsDue, interventions }, context) => {
    const wrong = (message: string, path: string): void => context.addIssue({ code: 'custom', message, path: [path] })
    if (to !== null && to < from) wrong('commissions.endsBefore', 'to')
    if (reportsDue.length > 0 && reporting === '') wrong('commissions.reportingNeeded', 'reporting')
    if (new Set(reportsDue).size < reportsDue.length) wrong('commissions.dayTwice', 'reportsDue')
    if (new Set(interventions).size < interventions.length) wrong('commissions.interventionTwice', 'interventions')
  })
export type CommissionFields = z.infer<typeof CommissionFields>

/** That a report was delivered, for one of the days it was due; or a correction of that, which takes it away when `withdrawn`. */
export const DeliveredReport = z
  .object({
    due: date,
    deliveredOn: date,
    reference: freeText(200).min(2, 'commissions.referenceNeeded'),
    /** The version that is corrected; 0 when nothing has been entered for the day. */
    version: z.int().min(0).default(0),
    withdrawn: z.boolean().default(false),
    /** Why it is corrected. */
    reason: freeText(300).default(''),
  })
  .refine(({ version, withdrawn }) => version > 0 || !withdrawn, { message: 'commissions.notEntered', path: ['withdrawn'] })
export type DeliveredReport = z.infer<typeof DeliveredReport>

export const commissionWarnings = ['noMoney', 'noIntervention', 'overGranted', 'reportLate', 'reportSoon', 'ended'] as const
export type CommissionWarning = (typeof commissionWarnings)[number]

export const Commission = z.object({
  id: z.uuid(),
  version: z.int(),
  title: z.string(),
  giver: z.string(),
  reference: z.string(),
  decidedOn: z.string(),
  purpose: z.string(),
  targetGroup: z.string(),
  from: z.string(),
  to: z.string().nullable(),
  moneyOre: z.int(),
  reporting: z.string(),
  reports: z.array(
    z.object({
      ...{ due: z.string(), deliveredOn: z.string().nullable(), reference: z.string(), recordedBy: z.string() },
      /** 0 when nothing has been entered. */
      version: z.int(),
      /** Why it was corrected, or taken away. */
      reason: z.string(),
    }),
  ),
  interventions: z.array(z.object({ id: z.uuid(), name: z.string(), grantedOre: z.int(), paidOre: z.int() })),
  /** What its interventions have been granted and paid by the association. `leftOre` counts what closed grants never used, and what was reclaimed; it is below nought when more is taken than follows with it. */
  grantedOre: z.int(),
  paidOre: z.int(),
  leftOre: z.int(),
  warnings: z.array(z.enum(commissionWarnings)),
  recordedAt: z.string(),
  recordedBy: z.string(),
})
export type Commission = z.infer<typeof Commission>

export const CommissionBook = z
  .object({
    associationName: z.string(),
    fictive: z.boolean(),
    today: z.string(),
    /** All interventions of the association; `commissionId` is the one that it belongs to. */
    interventions: z.array(z.object({ id: z.uuid(), name: z.string(), commissionId: z.uuid().nullable() })),
    /** Latest decided first. */
    commissions: z.array(Commission),
  })
  .meta({ id: 'CommissionBook' })
export type CommissionBook = z.infer<typeof CommissionBook>

/** Days before a report is due from which it is told of. */
const soonDays = 30

/** What the office should see to: no money, nobody who carries it out, more granted than follows with it, a report late or due within thirty days, or past its end with reports left. */
export function warningsOf(
  { moneyOre, leftOre, interventions, reports, to }: Pick<Commission, 'moneyOre' | 'leftOre' | 'interventions' | 'reports' | 'to'>,
  today: string,
): CommissionWarning[] {
  const waiting = reports.filter(({ deliveredOn }) => deliveredOn === null).map(({ due }) => due)
  const soon = addDays(today, soonDays)
  const isPast = to !== null && to < today
  const found: Record<CommissionWarning, boolean> = {
    noMoney: moneyOre === 0,
    noIntervention: interventions.length === 0 && !isPast,
    overGranted: moneyOre > 0 && leftOre < 0,
    reportLate: waiting.some((due) => due < today),
    reportSoon: waiting.some((due) => due >= today && due <= soon),
    ended: isPast && waiting.length > 0,
  }
  return commissionWarnings.filter((one) => found[one])
}
