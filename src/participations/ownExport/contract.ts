import { z } from 'zod'
import { endpoint, type Permission } from '../../platform/endpoint.ts'

const steward: Permission = { kind: 'roleAt', roles: ['controllerAdmin'], place: 'controllerId', at: 'params.controllerId' }
const controller = z.object({ controllerId: z.uuid() })

/** An export that is ready to be fetched. */
export const Export = z.object({
  id: z.uuid(),
  fileName: z.string(),
  bytes: z.int(),
  /** Rows of each table, by the name of its file. */
  rows: z.array(z.object({ file: z.string(), n: z.int() })),
  /** When it is thrown away. */
  until: z.string(),
})
export type Export = z.infer<typeof Export>

export const makeExport = endpoint({
  name: 'makeExport',
  method: 'POST',
  path: '/api/controllers/:controllerId/exports',
  summary: 'Everything the controller holds, with descriptions, as a zip; tells progress, then where the file is fetched',
  permission: steward,
  audit: 'personRead',
  runsAs: 'samlad_identity',
  snapshot: true,
  callsPerMinute: 30,
  params: controller,
  /** Personal numbers only when asked for: they must be open and the key at hand. */
  body: z.object({ identities: z.boolean() }),
  answer: { kind: 'stream', schema: z.object({ done: z.int(), of: z.int(), export: Export.optional() }) },
})

export const getExportFile = endpoint({
  name: 'getExportFile',
  method: 'GET',
  path: '/api/controllers/:controllerId/exports/:exportId',
  summary: 'An export that the same person made a short while ago',
  permission: steward,
  audit: 'personRead',
  params: controller.extend({ exportId: z.uuid() }),
  answer: { kind: 'file' },
})
