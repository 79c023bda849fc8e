import { z } from 'zod'
import { parseCivilDate } from '../values/civilDate.ts'
import { freeText } from '../values/freeText.ts'
import { checkMonths, isTakenOver, Runs, Verdict } from './codes.ts'
import { Funnel } from './funnel.ts'

/** Ten thousand million kronor: more is a slip of the finger. */
const mostOre = 1_000_000_000_000
const ore = z.int('adoption.badAmount').min(0, 'adoption.badAmount').max(mostOre, 'adoption.badAmount')
const day = z.string().refine((text) => parseCivilDate(text) !== undefined, { message: 'adoption.badDay' })

/** A decision of what becomes of an intervention. What is taken over is by a member, never by the association (§ 7 lag 2003:1210). */
const fields = z.object({
  interventionId: z.uuid('adoption.interventionNeeded'),
  verdict: Verdict.schema,
  decidedOn: day,
  reference: freeText(200).min(2, 'adoption.referenceNeeded'),
  /** The member that takes it over; null where nobody does. */
  takenBy: z.uuid('adoption.memberNeeded').nullable(),
  /** From which day: taken over, ended, or prolonged. */
  from: day,
  /** To which day it is prolonged. */
  to: day.nullable(),
  /** A year; null where it is not known. */
  moneyOre: ore.nullable(),
  moneySource: freeText(300),
  /** The post that answers for it, not a name. */
  accountable: freeText(200),
  /** What is kept of the method. */
  kept: freeText(2000),
  /** What others should know before they finance something like it: read by all who are signed in. */
  lessons: freeText(4000).min(10, 'adoption.lessonsNeeded'),
})

type Fields = z.infer<typeof fields>
interface Issues {
  addIssue(issue: { code: 'custom'; message: string; path: string[] }): void
}

/** What belongs to some decisions alone: who takes it over, what is kept and who answers for it; and the day that a prolonged one ends. */
function demandWhole({ verdict, takenBy, from, to, accountable, kept }: Fields, context: Issues): void {
  const wrong = (message: string, path: string): void => context.addIssue({ code: 'custom', message, path: [path] })
  const isTaken = isTakenOver(verdict)
  if (isTaken && takenBy === null) wrong('adoption.memberNeeded', 'takenBy')
  if (!isTaken && takenBy !== null) wrong('adoption.nobodyTakes', 'takenBy')
  if (isTaken && accountable.length < 2) wrong('adoption.accountableNeeded', 'accountable')
  if (isTaken && kept.length < 3) wrong('adoption.keptNeeded', 'kept')
  if (verdict === 'prolong' && to === null) wrong('adoption.endNeeded', 'to')
  if (verdict !== 'prolong' && to !== null) wrong('adoption.noEnd', 'to')
  if (to !== null && to < from) wrong('adoption.endsBefore', 'to')
}

export const AdoptionFields = fields.superRefine(demandWhole)
export type AdoptionFields = z.infer<typeof AdoptionFields>

/** A correction, or with `withdrawn` the taking away of what was entered in error; always with its reason. */
export const AdoptionChange = fields
  .extend({ version: z.int().min(1), withdrawn: z.boolean(), reason: freeText(300).min(3, 'adoption.reasonNeeded') })
  .superRefine(demandWhole)
export type AdoptionChange = z.infer<typeof AdoptionChange>

/** Whether it still runs. `version` is the one that was seen, 0 for none; a correction has its reason. */
export const CheckFields = z
  .object({
    checkedOn: day,
    runs: Runs.schema,
    note: freeText(1000),
    version: z.int().min(0),
    reason: freeText(300),
  })
  .refine(({ version, reason }) => version === 0 || reason.length >= 3, { message: 'adoption.reasonNeeded', path: ['reason'] })
  .refine(({ runs, note }) => runs === 'yes' || note.length >= 3, { message: 'adoption.noteNeeded', path: ['note'] })
export type CheckFields = z.infer<typeof CheckFields>

/** Where a check stands; `missed` when a later one was made, or is overdue, without it, `notNeeded` when nothing is left to ask about. */
export const checkStates = ['done', 'overdue', 'soon', 'later', 'missed', 'notNeeded'] as const
export type CheckState = (typeof checkStates)[number]

export const AdoptionCheck = z.object({
  months: z.literal(checkMonths),
  due: z.string(),
  state: z.enum(checkStates),
  /** May be entered from now on. */
  isOpen: z.boolean(),
  /** 0 when it has not been made. */
  version: z.int(),
  checkedOn: z.string().nullable(),
  runs: Runs.schema.nullable(),
  note: z.string(),
  reason: z.string(),
  recordedBy: z.string(),
})
export type AdoptionCheck = z.infer<typeof AdoptionCheck>

/** A decision that holds, with its checks and the versions before it. What was written before a rule was made is still shown. */
export const AdoptionDecision = fields.extend({
  id: z.uuid(),
  version: z.int(),
  interventionName: z.string(),
  reference: z.string(),
  takenByName: z.string().nullable(),
  moneySource: z.string(),
  accountable: z.string(),
  kept: z.string(),
  lessons: z.string(),
  reason: z.string(),
  /** The one that holds of its intervention: decided last. */
  isLatest: z.boolean(),
  checks: z.array(AdoptionCheck),
  earlier: z.array(
    z.object({
      version: z.int(),
      verdict: Verdict.schema,
      decidedOn: z.string(),
      from: z.string(),
      recordedAt: z.string(),
      recordedBy: z.string(),
    }),
  ),
  recordedAt: z.string(),
  recordedBy: z.string(),
})
export type AdoptionDecision = z.infer<typeof AdoptionDecision>

export const AdoptionBook = z
  .object({
    associationName: z.string(),
    fictive: z.boolean(),
    today: z.string(),
    members: z.array(z.object({ id: z.uuid(), name: z.string() })),
    /** All of the association’s, with what has been decided last; `isOver` when it has ended and nothing has been decided of it. */
    interventions: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        endDate: z.string().nullable(),
        verdict: Verdict.schema.nullable(),
        isOver: z.boolean(),
        isEvaluated: z.boolean(),
      }),
    ),
    /** Decided last first. */
    decisions: z.array(AdoptionDecision),
    funnel: Funnel,
  })
  .meta({ id: 'AdoptionBook' })
export type AdoptionBook = z.infer<typeof AdoptionBook>

/** A piece of a text; `isHit` when it is what was searched for. */
const Piece = z.object({ text: z.string(), isHit: z.boolean() })

export const Lesson = z.object({
  id: z.uuid(),
  interventionId: z.uuid(),
  intervention: z.string(),
  fictive: z.boolean(),
  associations: z.array(z.object({ slug: z.string(), name: z.string() })),
  methods: z.array(z.string()),
  verdict: Verdict.schema,
  decidedOn: z.string(),
  takenByName: z.string().nullable(),
  lessons: z.array(Piece),
  kept: z.array(Piece),
})
export type Lesson = z.infer<typeof Lesson>

export const LessonQuestion = z.object({
  search: z.string().trim().max(200).default(''),
  verdict: Verdict.schema.optional(),
  method: z.string().max(20).optional(),
})
export type LessonQuestion = z.infer<typeof LessonQuestion>

/** What was found; `hasWords` is false when nothing that was written says anything, as "och" and "att". */
export const FoundLessons = z.object({ total: z.int(), hasWords: z.boolean(), lessons: z.array(Lesson) }).meta({ id: 'FoundLessons' })
export type FoundLessons = z.infer<typeof FoundLessons>
