import { z } from 'zod'
import { Rhythm } from '../../interventions/periods/rhythm.ts'
import { freeText } from '../../values/freeText.ts'

/** How far a period has come. `changed` is approved with registrations after, as far as noise lets it be seen. */
export const reportingStates = ['running', 'nothing', 'received', 'approved', 'changed'] as const
export type ReportingState = (typeof reportingStates)[number]

/** Of the interventions that something is asked for, those where it is entered. Interventions are public; this counts no persons. */
export const Entered = z.object({ part: z.int(), whole: z.int() })
export type Entered = z.infer<typeof Entered>

/** How a period of an association stands. What concerns persons is yes, no or a month, made of cells with noise. */
export const PeriodStatus = z.object({
  year: z.int(),
  /** The last month; the period is from January. */
  month: z.int(),
  ends: z.string(),
  due: z.string(),
  state: z.enum(reportingStates),
  /** Whether participations that began or ended since the period before can be seen. */
  records: z.boolean(),
  headCounts: Entered,
  money: Entered,
  /** Last month in which what concerns the period was registered, as far as can be seen. */
  lastRegistered: z.string().nullable(),
  /** Civil date of the approval that holds. */
  approvedOn: z.string().nullable(),
  /** The period was approved, and has been opened again. */
  reopened: z.boolean(),
  /** Days after the last day to report that it was approved, or today when it is not; 0 while there is time, or when a longer period is approved. */
  daysLate: z.int(),
  /** How many steps have been taken; what is done next says it, so that two do not do it at once. */
  step: z.int(),
})
export type PeriodStatus = z.infer<typeof PeriodStatus>

const PlanFields = {
  rhythm: Rhythm.schema,
  interimDays: z.int('reporting.badDays').min(0, 'reporting.badDays').max(180, 'reporting.badDays'),
  annualDays: z.int('reporting.badDays').min(0, 'reporting.badDays').max(180, 'reporting.badDays'),
}

/** When an association reports, from a year on. */
export const PlanChoice = z.object({ ...PlanFields, fromYear: z.int().min(2000).max(2100) })
export type PlanChoice = z.infer<typeof PlanChoice>

const year = z.int()

/** Associations by the periods of a year. */
export const ReportingMatrix = z.object({
  year,
  /** Civil date that it was made. */
  today: z.string(),
  demo: z.boolean(),
  rows: z.array(
    z.object({
      association: z.object({ id: z.uuid(), slug: z.string(), name: z.string() }),
      rhythm: Rhythm.schema,
      periods: z.array(PeriodStatus),
    }),
  ),
})
export type ReportingMatrix = z.infer<typeof ReportingMatrix>

/** What was done with a period, by whom. */
export const StepTaken = z.object({
  year,
  month: z.int(),
  step: z.int(),
  act: z.enum(['approved', 'reopened']),
  note: z.string(),
  at: z.string(),
  by: z.string(),
})
export type StepTaken = z.infer<typeof StepTaken>

/** What an association sees of its own reporting of a year. */
export const OwnReporting = z.object({
  association: z.object({ id: z.uuid(), slug: z.string(), name: z.string() }),
  year,
  today: z.string(),
  demo: z.boolean(),
  plan: z.object({ ...PlanFields, isOwn: z.boolean() }),
  periods: z.array(PeriodStatus),
  history: z.array(StepTaken),
})
export type OwnReporting = z.infer<typeof OwnReporting>

/** A period of the year, and how many steps whoever acts has seen. */
const OfPeriod = { year: z.int().min(2000).max(2100), month: z.int().min(1).max(12), step: z.int().min(0).max(10_000) }

export const Approval = z.object({ ...OfPeriod, note: freeText(500) })
export type Approval = z.infer<typeof Approval>

export const Reopening = z.object({ ...OfPeriod, note: freeText(500).min(3, 'reporting.reasonNeeded') })
export type Reopening = z.infer<typeof Reopening>
