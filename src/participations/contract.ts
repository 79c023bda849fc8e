import { z } from 'zod'
import { endpoint, type Permission } from '../platform/endpoint.ts'
import { civilDateSchema } from '../values/civilDate.ts'
import { freeText } from '../values/freeText.ts'
import { AnonymousRow } from './import/importRow.ts'

const staff: Permission = {
  kind: 'roleAt',
  roles: ['caseworker', 'controllerAdmin'],
  place: 'controllerId',
  at: 'params.controllerId',
}
const controller = z.object({ controllerId: z.uuid() })
/** Codes in rows that lead nowhere are guesses, and count with those of searches; the call itself does not. */
const namesCodes = { callsPerMinute: 20, countsWith: 'codes', limits: () => false } as const
const oneImport = controller.extend({ importId: z.uuid() })

export const ImportCounts = z.object({
  new: z.int(),
  newVersion: z.int(),
  unchanged: z.int(),
  skipped: z.int(),
  anonymous: z.int(),
})

export const ImportSummary = z.object({
  id: z.uuid(),
  fileName: z.string(),
  status: z.enum(['draft', 'committed', 'undone']),
  createdAt: z.string(),
  createdBy: z.string(),
  committedAt: z.string().nullable(),
  counts: ImportCounts.nullable(),
})
export type ImportSummary = z.infer<typeof ImportSummary>

/** What the page needs to read a file for a controller: where rows may go, how headings were read last time, and the declared ground. */
export const ImportSetting = z.object({
  controller: z.object({
    id: z.uuid(),
    name: z.string(),
    ground: z.enum(['consent', 'publicInterest']),
    groundDate: civilDateSchema,
    /** Whether new participations may come in; a controller that has closed keeps what it has. */
    open: z.boolean(),
    /** Whether personal numbers may be entered and searched. */
    identityOpen: z.boolean(),
  }),
  fictive: z.boolean(),
  interventions: z.array(z.object({ id: z.uuid(), name: z.string() })),
  municipalities: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      /** In the demo: the real municipality in whose place an invented one stands, so that real lists can be tried. */
      standsFor: z.object({ code: z.string(), name: z.string() }).nullable(),
    }),
  ),
  mapping: z.record(z.string(), z.string()),
  /** Those of which every intervention is the person's. */
  imports: z.array(ImportSummary),
  /** Whether an import that also concerns others' interventions has counted rows without a ground. */
  countedElsewhere: z.boolean(),
})
export type ImportSetting = z.infer<typeof ImportSetting>

export const getImportSetting = endpoint({
  name: 'getImportSetting',
  method: 'GET',
  path: '/api/controllers/:controllerId/import-setting',
  summary: 'Interventions, municipalities, remembered mapping and earlier imports of a controller',
  permission: staff,
  audit: 'none',
  params: controller,
  answer: { kind: 'json', schema: ImportSetting },
})

export const startImport = endpoint({
  name: 'startImport',
  method: 'POST',
  path: '/api/controllers/:controllerId/imports',
  summary: 'Begin an import; says so when the same content has been read in before',
  permission: staff,
  audit: 'change',
  params: controller,
  body: z.object({
    fileName: freeText(200).min(1),
    contentHash: z.string().regex(/^[0-9a-f]{64}$/),
    interventionIds: z.array(z.uuid()).min(1).max(50),
    withoutGround: z.enum(['anonymous', 'block']),
    referenceReach: z.enum(['controller', 'intervention']),
  }),
  answer: {
    kind: 'json',
    schema: z.object({ importId: z.uuid().nullable(), alreadyImported: ImportSummary.nullable() }),
  },
})

/** A finding of the server's own check; the browser's check has passed the row before. */
export const RowProblem = z.object({
  row: z.int(),
  field: z.string().nullable(),
  severity: z.enum(['error', 'warning']),
  key: z.string(),
  args: z.record(z.string(), z.union([z.string(), z.number()])),
})

export const addImportRows = endpoint({
  name: 'addImportRows',
  method: 'POST',
  path: '/api/controllers/:controllerId/imports/:importId/rows',
  summary: 'Send a part of the checked rows; the server checks them again and refuses columns that hold identity',
  permission: staff,
  audit: 'change',
  bodyLimit: 16 * 1024 * 1024,
  ...namesCodes,
  params: oneImport,
  body: z.object({
    number: z.int().min(0).max(1000),
    rows: z.array(z.unknown()).max(5000),
    anonymous: z.array(AnonymousRow).max(5000),
  }),
  answer: {
    kind: 'json',
    schema: z.object({
      accepted: z.int(),
      problems: z.array(RowProblem),
      likelyDuplicates: z.array(z.int()),
      /** Rows of participations that were removed, or are locked, at the person's request: they are left out. */
      removed: z.array(z.int()),
    }),
  },
})

export const commitImport = endpoint({
  name: 'commitImport',
  method: 'POST',
  path: '/api/controllers/:controllerId/imports/:importId/commit',
  summary: 'Write the import in one transaction, telling progress; leaving cancels and nothing is written',
  permission: staff,
  audit: 'change',
  ...namesCodes,
  params: oneImport,
  body: z.object({
    likelyDuplicates: z.enum(['skip', 'import']),
    /** Rows without a ground: counted, or left out because an earlier import of the list has counted them. */
    anonymous: z.enum(['count', 'skip']),
    mapping: z.record(z.string().max(200), z.string().max(60)),
  }),
  answer: { kind: 'stream', schema: z.object({ done: z.int(), of: z.int(), receipt: ImportSummary.optional() }) },
})

export const cancelImport = endpoint({
  name: 'cancelImport',
  method: 'DELETE',
  path: '/api/controllers/:controllerId/imports/:importId',
  summary: 'Throw away an import that has not been written',
  permission: staff,
  audit: 'change',
  params: oneImport,
  answer: { kind: 'json', schema: z.object({ cancelled: z.boolean() }) },
})

export const undoImport = endpoint({
  name: 'undoImport',
  method: 'POST',
  path: '/api/controllers/:controllerId/imports/:importId/undo',
  summary: 'Take a whole import back as registered in error, while nothing later depends on it',
  permission: staff,
  audit: 'change',
  params: oneImport,
  answer: { kind: 'json', schema: ImportSummary },
})

export const getImportReceipt = endpoint({
  name: 'getImportReceipt',
  method: 'GET',
  path: '/api/controllers/:controllerId/imports/:importId/receipt',
  summary: 'Spreadsheet with row and participant code, for the controller only',
  permission: staff,
  audit: 'personRead',
  params: oneImport,
  answer: { kind: 'file' },
})

export const getImportTemplate = endpoint({
  name: 'getImportTemplate',
  method: 'GET',
  path: '/api/import-template',
  summary: 'Spreadsheet template made from the schema',
  permission: { kind: 'public' },
  audit: 'none',
  answer: { kind: 'file' },
})
