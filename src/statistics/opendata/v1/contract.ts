import { z } from 'zod'
import { endpoint } from '../../../platform/endpoint.ts'

/** PxWebApi version 1, for older clients: database, folder, table. */
const open = { permission: { kind: 'public' }, audit: 'none', open: true } as const
const word = z.string().min(1).max(200)
/** `?config` asks for the limits, at any address. */
const query = z.object({ config: z.string().max(10).optional() })

const Limits = z.object({ maxValues: z.int(), maxCells: z.int(), maxCalls: z.int(), timeWindow: z.int(), CORS: z.boolean() })
const Level = z.object({ id: z.string(), type: z.enum(['l', 't']), text: z.string(), updated: z.string().optional() })

export const getOldDatabases = endpoint({
  ...open,
  name: 'getOldDatabases',
  method: 'GET',
  path: '/api/v1/:lang',
  summary: 'PxWebApi 1: the database; with ?config the limits',
  params: z.object({ lang: word }),
  query,
  answer: { kind: 'json', schema: z.union([Limits, z.array(z.object({ dbid: z.string(), text: z.string() }))]) },
})

export const getOldFolders = endpoint({
  ...open,
  name: 'getOldFolders',
  method: 'GET',
  path: '/api/v1/:lang/:database',
  summary: 'PxWebApi 1: the folders of tables',
  params: z.object({ lang: word, database: word }),
  query,
  answer: { kind: 'json', schema: z.union([Limits, z.array(Level)]) },
})

export const getOldFolder = endpoint({
  ...open,
  name: 'getOldFolder',
  method: 'GET',
  path: '/api/v1/:lang/:database/:folder',
  summary: 'PxWebApi 1: the tables of a folder',
  params: z.object({ lang: word, database: word, folder: word }),
  query,
  answer: { kind: 'json', schema: z.union([Limits, z.array(Level)]) },
})

const table = z.object({ lang: word, database: word, folder: word, table: word })

export const getOldTable = endpoint({
  ...open,
  name: 'getOldTable',
  method: 'GET',
  path: '/api/v1/:lang/:database/:folder/:table',
  summary: 'PxWebApi 1: variables and values of a table',
  params: table,
  query,
  answer: {
    kind: 'json',
    schema: z.union([
      Limits,
      z.object({
        title: z.string(),
        variables: z.array(
          z.object({
            code: z.string(),
            text: z.string(),
            values: z.array(z.string()),
            valueTexts: z.array(z.string()),
            elimination: z.boolean().optional(),
            time: z.boolean().optional(),
          }),
        ),
      }),
    ]),
  },
})

export const OldQuestion = z.object({
  query: z
    .array(z.object({ code: word, selection: z.object({ filter: word, values: z.array(z.string().max(300)).max(100_000) }) }))
    .max(50)
    .default([]),
  response: z.object({ format: z.string().max(40).default('json') }).default({ format: 'json' }),
})
export type OldQuestion = z.infer<typeof OldQuestion>

export const askOldTable = endpoint({
  ...open,
  name: 'askOldTable',
  method: 'POST',
  path: '/api/v1/:lang/:database/:folder/:table',
  summary: 'PxWebApi 1: cells of a table by filters item, all, top, vs:',
  params: table,
  body: OldQuestion,
  answer: { kind: 'file' },
})
