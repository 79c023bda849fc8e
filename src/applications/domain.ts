import { z } from 'zod'
import { Party } from '../associations/domain.ts'
import { KeptDocument } from '../documents/domain.ts'
import { horizons, registrable } from '../effects/registered/domain.ts'
import { Orientation, TargetGroup } from '../interventions/codes.ts'
import { Figure } from '../statistics/domain.ts'
import { parseCivilDate } from '../values/civilDate.ts'
import { freeText } from '../values/freeText.ts'
import { applicationActs, applicationStates } from './path.ts'

/** A thousand million kronor: more is a slip of the finger. */
const mostOre = 100_000_000_000
const ore = z.int('applications.badAmount').min(0, 'applications.badAmount').max(mostOre, 'applications.badAmount')
const date = z.string().refine((text) => parseCivilDate(text) !== undefined, { message: 'applications.badDay' })
const long = freeText(4000)
const year = z.int('applications.badYear').min(2000, 'applications.badYear').max(2100, 'applications.badYear')

export const costKinds = ['staff', 'premises', 'services', 'other', 'vat'] as const
export type CostKind = (typeof costKinds)[number]
export const cofinancingKinds = ['none', 'cash', 'staff', 'benefits'] as const

/** What is asked for money. A draft may leave anything out; what must be there to submit it stands in `missing.ts`. */
export const ApplicationContent = z.object({
  name: freeText(200).min(2, 'applications.nameNeeded'),
  orientation: Orientation.schema,
  need: long,
  failure: long,
  targetGroup: freeText(1000),
  /** Codes: what the intervention begins with, and what the picture of methods goes by. */
  targetGroups: z.array(TargetGroup.schema).max(30),
  methods: z.array(z.string().max(20)).max(20),
  ageFrom: z.int('applications.badAge').min(0, 'applications.badAge').max(100, 'applications.badAge').nullable(),
  ageTo: z.int('applications.badAge').min(0, 'applications.badAge').max(100, 'applications.badAge').nullable(),
  planned: z.int('applications.badNumber').min(1, 'applications.badNumber').max(100_000, 'applications.badNumber').nullable(),
  aim: long,
  indicators: long,
  activities: long,
  from: date.nullable(),
  to: date.nullable(),
  budget: z.array(z.object({ year, kind: z.enum(costKinds), amountOre: ore })).max(100),
  equality: long,
  children: long,
  accessibility: long,
  risks: long,
  /** What it is judged by and when, chosen before it starts, and whom its participants could be compared with. */
  outcome: z.enum(registrable),
  months: z.union(horizons.map((one) => z.literal(one))),
  comparison: long,
  adoption: long,
  dataProtection: long,
  esf: z.boolean(),
})
export type ApplicationContent = z.infer<typeof ApplicationContent>

/** What a member has answered: one answer of each member organisation. */
export const AnswerFields = z
  .object({
    organisationId: z.uuid(),
    takesPart: z.boolean(),
    owns: z.boolean(),
    staff: freeText(500),
    cofinancingOre: ore,
    cofinancingKind: z.enum(cofinancingKinds),
    decidedBy: freeText(200).min(2, 'applications.whoNeeded'),
    decidedOn: date,
    evidence: freeText(500).min(2, 'applications.evidenceNeeded'),
  })
  .superRefine(({ takesPart, owns, cofinancingOre, cofinancingKind }, context) => {
    if (owns && !takesPart) context.addIssue({ code: 'custom', message: 'applications.ownerTakesPart', path: ['owns'] })
    if (cofinancingOre > 0 !== (cofinancingKind !== 'none'))
      context.addIssue({ code: 'custom', message: 'applications.kindNeeded', path: ['cofinancingKind'] })
  })
export type AnswerFields = z.infer<typeof AnswerFields>

/** What the office judges itself; what else the law asks follows from the application and the answers. */
export const judged = ['notAuthority', 'notOrdinary', 'fewParties', 'outsideWorkingAge'] as const
export type Judged = (typeof judged)[number]

export const FindingFields = z.object({
  item: z.enum(judged),
  holds: z.boolean(),
  evidence: freeText(1000).min(3, 'applications.reasonNeeded'),
})
export type FindingFields = z.infer<typeof FindingFields>

/** A step. `seen` is how many were there when it was taken. Only what belongs to the act is given. */
export const StepFields = z
  .object({
    act: z.enum(applicationActs),
    dated: date,
    reference: freeText(200),
    note: freeText(2000),
    /** The preparation group's meeting, when submitted. */
    meetingOn: date.nullable(),
    /** What is granted, when it is. */
    amountOre: ore.nullable(),
    /** What the intervention is called when it is started; as the application where nothing is given. */
    name: freeText(200).min(2, 'interventions.nameNeeded').optional(),
    seen: z.int().min(1),
  })
  .superRefine(({ act, reference, note, meetingOn, amountOre }, context) => {
    const wrong = (message: string, path: string): void => context.addIssue({ code: 'custom', message, path: [path] })
    if ((act === 'submit') !== (meetingOn !== null)) wrong('applications.meetingNeeded', 'meetingOn')
    if ((act === 'grant') !== (amountOre !== null) || amountOre === 0) wrong('applications.badAmount', 'amountOre')
    if (['completeMore', 'recommendReject', 'reject', 'startByHand', 'withdraw'].includes(act) && note.length < 3)
      wrong('applications.reasonNeeded', 'note')
    if (['grant', 'reject', 'agree'].includes(act) && reference.length < 2) wrong('applications.referenceNeeded', 'reference')
  })
export type StepFields = z.infer<typeof StepFields>

/** A comment; `id` is made by the form, so that what is sent twice is one. */
export const CommentFields = z.object({ id: z.uuid(), text: freeText(2000).min(2, 'applications.commentNeeded') })
export type CommentFields = z.infer<typeof CommentFields>

const stamp = { recordedAt: z.string(), recordedBy: z.string() }
const answer = z.object({
  organisationId: z.uuid(),
  takesPart: z.boolean(),
  owns: z.boolean(),
  staff: z.string(),
  cofinancingOre: z.int(),
  cofinancingKind: z.enum(cofinancingKinds),
  decidedBy: z.string(),
  decidedOn: z.string(),
  evidence: z.string(),
  ...stamp,
})
export type Answer = z.infer<typeof answer>

/** How a question of the law is answered: as it should be, not yet, only with a reason that has been given, or not at all. */
export const legalAnswers = ['met', 'missing', 'reasonNeeded', 'reasoned', 'blocked'] as const
export const LegalItem = z.object({
  item: z.enum(['needAndAim', 'severalParties', 'ownerIsMember', 'notAuthority', 'notOrdinary', 'workingAge']),
  answer: z.enum(legalAnswers),
  evidence: z.string(),
})
export type LegalItem = z.infer<typeof LegalItem>

const shown = ApplicationContent.extend({ name: z.string() })
export const Application = z
  .object({
    id: z.uuid(),
    associationName: z.string(),
    fictive: z.boolean(),
    today: z.string(),
    state: z.enum(applicationStates),
    version: z.int(),
    content: shown,
    /** Earlier versions, latest first, with the fields that the next one changed. */
    earlier: z.array(z.object({ version: z.int(), content: shown, changed: z.array(z.string()), ...stamp })),
    members: z.array(z.object({ organisationId: z.uuid(), name: z.string(), party: Party.schema, answer: answer.nullable() })),
    legality: z.array(LegalItem),
    comments: z.array(z.object({ id: z.uuid(), text: z.string(), ...stamp })),
    documents: z.array(KeptDocument),
    /** What is left to ask of the association: the budget, less what others pay in cash. */
    askedOre: z.int(),
    budgetOre: z.int(),
    cashOre: z.int(),
    /** What members give in kind comes on top of the budget. */
    inKindOre: z.int(),
    /** What ESF+ pays, by the terms of the call; null without any. */
    fundOre: z.int().nullable(),
    steps: z.array(
      z.object({
        act: z.enum(['begin', ...applicationActs]),
        state: z.enum(applicationStates),
        dated: z.string(),
        meetingOn: z.string().nullable(),
        reference: z.string(),
        note: z.string(),
        amountOre: z.int().nullable(),
        interventionId: z.uuid().nullable(),
        ...stamp,
      }),
    ),
    /** What is missing before it can be submitted, recommended and started, as keys of texts. */
    missing: z.object({ submit: z.array(z.string()), recommend: z.array(z.string()), start: z.array(z.string()) }),
    /** The last day to submit for the coming meeting, and whether it was kept; null while none is set. */
    meeting: z.object({ on: z.string(), lastDay: z.string(), isLate: z.boolean(), boardFrom: z.string() }).nullable(),
    ...stamp,
  })
  .meta({ id: 'Application' })
export type Application = z.infer<typeof Application>

/** An intervention that resembles what is applied for. */
export const SimilarInterventions = z.array(
  z.object({
    id: z.uuid(),
    name: z.string(),
    associations: z.array(z.string()),
    startDate: z.string(),
    endDate: z.string().nullable(),
    methods: z.array(z.string()),
    /** What is published of the newest year that is out; null when nothing is. */
    year: z.string().nullable(),
    outcome: Figure.nullable(),
  }),
)
export type SimilarInterventions = z.infer<typeof SimilarInterventions>

export const ApplicationList = z.object({
  associationName: z.string(),
  fictive: z.boolean(),
  applications: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      state: z.enum(applicationStates),
      since: z.string(),
      askedOre: z.int(),
      /** Members that have not answered. */
      unanswered: z.int(),
    }),
  ),
})
export type ApplicationList = z.infer<typeof ApplicationList>
