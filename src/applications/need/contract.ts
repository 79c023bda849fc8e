import { z } from 'zod'
import { TargetGroup } from '../../interventions/codes.ts'
import { atAssociation, endpoint } from '../../platform/endpoint.ts'
import { parseCivilDate } from '../../values/civilDate.ts'
import { freeText } from '../../values/freeText.ts'
import { Figure } from '../../statistics/domain.ts'
import { applicationDrafters, applicationReaders } from '../roles.ts'

const beside = z.object({ here: Figure.nullable(), nation: Figure.nullable() })

/** What an association may enter itself: those who wait for a place, and figures of its municipalities. */
export const needFigureKinds = ['waiting', 'sickLeave', 'activityCompensation', 'economicAid', 'unemployed'] as const
export type NeedFigureKind = (typeof needFigureKinds)[number]

const number = z.int('need.badNumber').min(0, 'need.badNumber').max(10_000_000, 'need.badNumber')
/** Figures of one kind, day and source. `id` is made by the form, so that what is sent twice is one. */
export const NeedFigures = z.object({
  id: z.uuid(),
  kind: z.enum(needFigureKinds),
  dated: z.string().refine((text) => parseCivilDate(text) !== undefined, { message: 'applications.badDay' }),
  source: freeText(200).min(2, 'need.sourceNeeded'),
  /** Each of an intervention, of those who wait, or of a municipality. */
  rows: z
    .array(
      z.object({
        ...{ interventionId: z.uuid().nullable(), municipality: z.string().max(10).nullable() },
        ...{ women: number.nullable(), men: number.nullable(), total: number },
      }),
    )
    .min(1, 'need.rowNeeded')
    .max(300),
})
export type NeedFigures = z.infer<typeof NeedFigures>

/** Need beside what is offered: published figures, estimates of the register, and what runs now. */
export const Need = z
  .object({
    ...{ associationName: z.string(), fictive: z.boolean(), today: z.string() },
    /** The newest whole year that is published; null when none is. */
    year: z.string().nullable(),
    /** Inhabitants 16–64 as estimated; of the association and of each municipality. */
    people: z.int(),
    peopleOfNation: z.int(),
    municipalities: z.array(z.object({ code: z.string(), name: z.string(), people: z.int() })),
    /** What runs now, to enter who waits for. */
    interventions: z.array(z.object({ id: z.uuid(), name: z.string() })),
    /** The association’s own figures, the newest of each. */
    figures: z.array(
      z.object({
        ...{ kind: z.enum(needFigureKinds), key: z.string(), name: z.string(), dated: z.string(), source: z.string() },
        ...{ women: z.int().nullable(), men: z.int().nullable(), total: z.int(), perThousand: z.number().nullable() },
      }),
    ),
    /** Support measure of the newest year that the national office shows; null when it shows none. */
    support: z.object({ year: z.int(), here: z.number().nullable(), nation: z.number().nullable() }).nullable(),
    participations: beside,
    /** Published participations per 1 000 inhabitants 16–64. */
    reach: z.object({ here: z.number().nullable(), nation: z.number().nullable() }),
    exits: beside,
    outcome: beside,
    associations: z.int(),
    /** How many wait in the country, in tens of each association; null before three have entered it. */
    waitingTogether: z.object({ total: z.int().nullable(), associations: z.int() }),
    /** Whom the participants of target groups are counted among; null when no published table has target groups. */
    counted: z.enum(['inPeriod', 'entries', 'exits']).nullable(),
    /** Published participants, interventions that run here, and associations that have at least one. */
    groups: z.array(z.object({ code: TargetGroup.schema, participations: beside, here: z.int(), associations: z.int() })),
    gaps: z.array(
      z.object({
        kind: z.enum(['group', 'reach', 'outcome', 'waiting', 'municipality']),
        code: TargetGroup.schema.nullable(),
        sentence: z.string(),
      }),
    ),
  })
  .meta({ id: 'Need' })
export type Need = z.infer<typeof Need>

export const getNeed = endpoint({
  name: 'getNeed',
  method: 'GET',
  path: '/api/associations/:associationId/need',
  summary: 'Need beside what is offered in an association: published figures, inhabitants, target groups, and gaps by stated rules',
  permission: atAssociation(applicationReaders),
  audit: 'none',
  params: z.object({ associationId: z.uuid() }),
  answer: { kind: 'json', schema: Need },
})

export const recordNeedFigures = endpoint({
  name: 'recordNeedFigures',
  method: 'POST',
  path: '/api/associations/:associationId/need/figures',
  summary:
    'Enter who waits for a place in interventions, or figures of the municipalities with their source; a later figure of the same takes its place',
  permission: atAssociation(applicationDrafters),
  audit: 'change',
  params: z.object({ associationId: z.uuid() }),
  body: NeedFigures,
  answer: { kind: 'json', schema: Need },
})
