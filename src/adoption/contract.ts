import { z } from 'zod'
import { atAssociation, endpoint } from '../platform/endpoint.ts'
import { checkMonths } from './codes.ts'
import { AdoptionBook, AdoptionChange, AdoptionFields, CheckFields, FoundLessons, LessonQuestion } from './domain.ts'
import { Funnel } from './funnel.ts'

const place = z.object({ associationId: z.uuid() })
const one = place.extend({ adoptionId: z.uuid() })
const book = { kind: 'json', schema: AdoptionBook } as const

export const getAdoptions = endpoint({
  name: 'getAdoptions',
  method: 'GET',
  path: '/api/associations/:associationId/adoptions',
  summary: 'What became of the association’s interventions: each decision with its checks and lessons, what waits for one, and the funnel',
  permission: atAssociation(['associationAdmin', 'boardMember', 'auditor']),
  audit: 'none',
  params: place,
  answer: book,
})

export const readAdoptions = endpoint({
  name: 'readAdoptions',
  method: 'GET',
  path: '/api/national/adoptions/:associationId',
  summary: 'The same of any association, for the national office, which reads all of them',
  permission: { kind: 'role', roles: ['nationalAnalyst'] },
  audit: 'none',
  params: place,
  answer: book,
})

export const recordAdoption = endpoint({
  name: 'recordAdoption',
  method: 'POST',
  path: '/api/associations/:associationId/adoptions',
  summary:
    'Enter what has been decided of an intervention: taken over by a member, in part, ended or prolonged (§ 7: never by the association)',
  permission: atAssociation(['associationAdmin']),
  audit: 'change',
  params: place,
  /** `id` is made by the form, so that what is sent twice is one. */
  body: AdoptionFields.safeExtend({ id: z.uuid() }),
  answer: book,
})

export const changeAdoption = endpoint({
  name: 'changeAdoption',
  method: 'PUT',
  path: '/api/associations/:associationId/adoptions/:adoptionId',
  summary: 'Correct a decision, or take away one that was entered in error, as a new version with its reason',
  permission: atAssociation(['associationAdmin']),
  audit: 'change',
  params: one,
  body: AdoptionChange,
  answer: book,
})

export const checkAdoption = endpoint({
  name: 'checkAdoption',
  method: 'PUT',
  path: '/api/associations/:associationId/adoptions/:adoptionId/checks/:months',
  summary: 'Enter or correct whether what was taken over still runs after 6, 12 or 24 months',
  permission: atAssociation(['associationAdmin']),
  audit: 'change',
  params: one.extend({ months: z.coerce.number().pipe(z.literal(checkMonths)) }),
  body: CheckFields,
  answer: book,
})

const Row = Funnel.extend({ key: z.string(), name: z.string() })

export const AdoptionOverview = z
  .object({
    demo: z.boolean(),
    today: z.string(),
    nation: Funnel,
    /** `key` is the slug. Those with no intervention are left out. */
    associations: z.array(Row),
    /** By code; an intervention counts in each region that its associations lie in. */
    regions: z.array(Row),
    /** By code; an intervention counts under each of its methods. */
    methods: z.array(Row),
  })
  .meta({ id: 'AdoptionOverview' })
export type AdoptionOverview = z.infer<typeof AdoptionOverview>

export const getAdoptionOverview = endpoint({
  name: 'getAdoptionOverview',
  method: 'GET',
  path: '/api/adoption',
  summary: 'How many interventions have come from idea to ordinary operations: of the nation, and by association, region and method',
  permission: { kind: 'signedIn' },
  audit: 'none',
  answer: { kind: 'json', schema: AdoptionOverview },
})

export const findLessons = endpoint({
  name: 'findLessons',
  method: 'GET',
  path: '/api/adoption/lessons',
  summary: 'Search what all associations have learnt of their interventions, in full text in Swedish',
  permission: { kind: 'signedIn' },
  audit: 'none',
  query: LessonQuestion,
  answer: { kind: 'json', schema: FoundLessons },
})
