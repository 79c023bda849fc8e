import { z } from 'zod'
import { endpoint } from '../../../platform/endpoint.ts'
import { civilDateSchema } from '../../../values/civilDate.ts'

/** PxWebApi version 2, as Statistics Sweden and Statistics Norway publish it, so that clients made for them read us. */
const open = { permission: { kind: 'public' }, audit: 'none', open: true } as const
const word = z.string().max(200)
const lang = word.optional()
/** The tables as they were at the end of a day: of what came out later nothing counts. Ours alone; PxWebApi has no vintages. */
const asOf = civilDateSchema.optional()
const one = z.object({ id: z.string().min(1).max(200) })
const Link = z.object({ rel: z.string(), hreflang: z.string(), href: z.string() })
const links = z.array(Link)

const listedText = z.union([z.string().max(8000), z.array(z.string().max(8000)).max(50)])

export const getOpenConfig = endpoint({
  ...open,
  name: 'getOpenConfig',
  method: 'GET',
  path: '/api/v2/config',
  summary: 'PxWebApi 2: limits, languages and formats',
  query: z.object({ lang, asOf }),
  answer: {
    kind: 'json',
    schema: z.object({
      apiVersion: z.string(),
      appVersion: z.string(),
      languages: z.array(z.object({ id: z.string(), label: z.string() })),
      defaultLanguage: z.string(),
      maxDataCells: z.int(),
      maxCallsPerTimeWindow: z.int(),
      timeWindow: z.int(),
      license: z.string(),
      sourceReferences: z.array(z.object({ language: z.string(), text: z.string() })),
      defaultDataFormat: z.string(),
      dataFormats: z.array(z.string()),
      features: z.array(z.object({ id: z.string(), params: z.array(z.object({ key: z.string(), value: z.string() })) })),
    }),
  },
})

const OpenTable = z.object({
  type: z.literal('Table'),
  id: z.string(),
  label: z.string(),
  description: z.string(),
  sortCode: z.string(),
  updated: z.string(),
  firstPeriod: z.string(),
  lastPeriod: z.string(),
  category: z.literal('public'),
  discontinued: z.boolean(),
  variableNames: z.array(z.string()),
  source: z.string(),
  subjectCode: z.string(),
  timeUnit: z.literal('Annual'),
  paths: z.array(z.array(z.object({ id: z.string(), label: z.string(), sortCode: z.string() }))),
  links,
})
export type OpenTable = z.infer<typeof OpenTable>

const Folder = z.object({
  language: z.string(),
  type: z.literal('FolderInformation'),
  id: z.string().nullable(),
  label: z.string().nullable(),
  description: z.string().nullable(),
  folderContents: z.array(
    z.union([
      OpenTable,
      z.object({
        type: z.literal('FolderInformation'),
        id: z.string(),
        label: z.string(),
        description: z.string(),
        sortCode: z.string(),
        links,
      }),
    ]),
  ),
  links,
})

export const getOpenFolders = endpoint({
  ...open,
  name: 'getOpenFolders',
  method: 'GET',
  path: '/api/v2/navigation',
  summary: 'PxWebApi 2: the folders of tables',
  query: z.object({ lang, asOf }),
  answer: { kind: 'json', schema: Folder },
})

export const getOpenFolder = endpoint({
  ...open,
  name: 'getOpenFolder',
  method: 'GET',
  path: '/api/v2/navigation/:id',
  summary: 'PxWebApi 2: the tables of a folder',
  params: one,
  query: z.object({ lang, asOf }),
  answer: { kind: 'json', schema: Folder },
})

const count = z.coerce.number().int().min(1).max(100_000)

export const listOpenTables = endpoint({
  ...open,
  name: 'listOpenTables',
  method: 'GET',
  path: '/api/v2/tables',
  summary: 'PxWebApi 2: published tables, searched and in pages',
  query: z.object({
    lang,
    asOf,
    query: word.optional(),
    pastDays: count.optional(),
    includeDiscontinued: word.optional(),
    pageNumber: count.default(1),
    pageSize: count.default(20),
  }),
  answer: {
    kind: 'json',
    schema: z.object({
      language: z.string(),
      tables: z.array(OpenTable),
      page: z.object({ pageNumber: z.int(), pageSize: z.int(), totalElements: z.int(), totalPages: z.int(), links }),
      links,
    }),
  },
})

export const getOpenTable = endpoint({
  ...open,
  name: 'getOpenTable',
  method: 'GET',
  path: '/api/v2/tables/:id',
  summary: 'PxWebApi 2: a published table',
  params: one,
  query: z.object({ lang, asOf }),
  answer: { kind: 'json', schema: OpenTable.extend({ language: z.string() }) },
})

export const getOpenMetadata = endpoint({
  ...open,
  name: 'getOpenMetadata',
  method: 'GET',
  path: '/api/v2/tables/:id/metadata',
  summary: 'PxWebApi 2: variables and values of a table, as JSON-stat 2.0 without cells',
  params: one,
  query: z.looseObject({ lang, asOf, defaultSelection: word.optional() }),
  answer: { kind: 'file' },
})

const Selection = z.object({
  selection: z
    .array(
      z.object({
        variableCode: word.min(1),
        valueCodes: z.array(z.string().max(300)).max(100_000).nullish(),
        codelist: word.nullish(),
        codeList: word.nullish(),
        outputValues: word.nullish(),
      }),
    )
    .max(50)
    .nullish(),
  placement: z.object({ heading: z.array(word).max(50).nullish(), stub: z.array(word).max(50).nullish() }).nullish(),
})
export type Selection = z.infer<typeof Selection>

export const getOpenDefault = endpoint({
  ...open,
  name: 'getOpenDefault',
  method: 'GET',
  path: '/api/v2/tables/:id/defaultselection',
  summary: 'PxWebApi 2: what a table shows when nothing is selected',
  params: one,
  query: z.object({ lang, asOf }),
  answer: {
    kind: 'json',
    schema: z.object({
      language: z.string(),
      selection: z.array(z.object({ variableCode: z.string(), codelist: z.string().nullable(), valueCodes: z.array(z.string()) })),
      placement: z.object({ heading: z.array(z.string()), stub: z.array(z.string()) }),
      links,
    }),
  },
})

const asked = { lang, asOf, outputFormat: word.optional(), outputFormatParams: listedText.optional() }

export const getOpenData = endpoint({
  ...open,
  name: 'getOpenData',
  method: 'GET',
  path: '/api/v2/tables/:id/data',
  summary: 'PxWebApi 2: cells of a table by valuecodes[VARIABLE]=…, codelist[VARIABLE]=…, heading and stub',
  params: one,
  query: z.looseObject({ ...asked, heading: listedText.optional(), stub: listedText.optional() }),
  answer: { kind: 'file' },
})

export const askOpenData = endpoint({
  ...open,
  name: 'askOpenData',
  method: 'POST',
  path: '/api/v2/tables/:id/data',
  summary: 'PxWebApi 2: cells of a table by a selection; what it shows by default when the selection is empty',
  params: one,
  query: z.object(asked),
  body: Selection.nullish(),
  answer: { kind: 'file' },
})

export const getOpenCodelist = endpoint({
  ...open,
  name: 'getOpenCodelist',
  method: 'GET',
  path: '/api/v2/codelists/:id',
  summary: 'PxWebApi 2: a list of some values of a variable, such as all associations',
  params: one,
  query: z.object({ lang, asOf }),
  answer: {
    kind: 'json',
    schema: z.object({
      id: z.string(),
      label: z.string(),
      language: z.string(),
      languages: z.array(z.string()),
      elimination: z.boolean(),
      type: z.literal('Valueset'),
      values: z.array(z.object({ code: z.string(), label: z.string(), valueMap: z.array(z.string()) })),
      links,
    }),
  },
})
