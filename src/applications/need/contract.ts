import { z } from 'zod'
import { TargetGroup } from '../../interventions/codes.ts'
import { atAssociation, endpoint } from '../../platform/endpoint.ts'
import { Figure } from '../../statistics/domain.ts'
import { applicationReaders } from '../roles.ts'

const beside = z.object({ here: Figure.nullable(), nation: Figure.nullable() })

/** Need beside what is offered: published figures, estimates of the register, and what runs now. */
export const Need = z
  .object({
    ...{ associationName: z.string(), fictive: z.boolean(), today: z.string() },
    /** The newest whole year that is published; null when none is. */
    year: z.string().nullable(),
    /** Inhabitants 16–64 as estimated; of the association and of each municipality. */
    people: z.int(),
    peopleOfNation: z.int(),
    municipalities: z.array(z.object({ name: z.string(), people: z.int() })),
    /** Support measure of the newest year that the national office shows; null when it shows none. */
    support: z.object({ year: z.int(), here: z.number().nullable(), nation: z.number().nullable() }).nullable(),
    participations: beside,
    /** Published participations per 1 000 inhabitants 16–64. */
    reach: z.object({ here: z.number().nullable(), nation: z.number().nullable() }),
    exits: beside,
    outcome: beside,
    associations: z.int(),
    groups: z.array(z.object({ code: TargetGroup.schema, here: z.int(), associations: z.int() })),
    gaps: z.array(z.object({ kind: z.enum(['group', 'reach', 'outcome']), code: TargetGroup.schema.nullable(), sentence: z.string() })),
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
