import { z } from 'zod'
import { atAssociation, endpoint } from '../../platform/endpoint.ts'
import { noticeKinds } from './notice.ts'
import { noticeReaders } from './readers.ts'

/** What waits in an association. */
export const Notices = z
  .object({
    associationName: z.string(),
    fictive: z.boolean(),
    today: z.string(),
    notices: z.array(
      z.object({
        ...{ kind: z.enum(noticeKinds), subject: z.string(), page: z.string(), day: z.string(), count: z.int().nullable() },
        each: z.array(z.string()),
        late: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'Notices' })
export type Notices = z.infer<typeof Notices>

export const getNotices = endpoint({
  name: 'getNotices',
  method: 'GET',
  path: '/api/associations/:associationId/notices',
  summary: 'What waits for somebody in an association: answers, decisions, reports, attests; late ones first, nothing about participants',
  permission: atAssociation(noticeReaders),
  audit: 'none',
  params: z.object({ associationId: z.uuid() }),
  answer: { kind: 'json', schema: Notices },
})
