import { z } from 'zod'
import { endpoint } from '../../../platform/endpoint.ts'
import { freeText } from '../../../values/freeText.ts'
import { readers } from '../../contract.ts'
import { MissingPart, SavedQuestion } from '../domain.ts'

const name = freeText(120).min(1, 'builder.nameNeeded')
const version = z.int().min(1).max(1_000_000)
const one = z.object({ id: z.uuid() })

/** A saved table in the list of one's own. */
export const SavedTable = z.object({ id: z.uuid(), name: z.string(), version: z.int(), changedAt: z.string() })
export type SavedTable = z.infer<typeof SavedTable>

/** A saved table as it is opened: with what there still is of its question, and what there is not. */
export const OpenedTable = SavedTable.extend({ isOwn: z.boolean(), question: SavedQuestion, missing: z.array(MissingPart) })
export type OpenedTable = z.infer<typeof OpenedTable>

const list = { kind: 'json', schema: z.array(SavedTable) } as const

export const listSavedTables = endpoint({
  name: 'listSavedTables',
  method: 'GET',
  path: '/api/saved-tables',
  summary: 'The tables that one has saved oneself, by name',
  permission: readers,
  audit: 'none',
  answer: list,
})

export const openSavedTable = endpoint({
  name: 'openSavedTable',
  method: 'GET',
  path: '/api/saved-tables/:id',
  summary: 'What a saved table asks, without parts that there are no longer, and which those are; no figures',
  permission: readers,
  audit: 'none',
  runsAs: 'samlad_statistics',
  params: one,
  answer: { kind: 'json', schema: OpenedTable },
})

export const saveTable = endpoint({
  name: 'saveTable',
  method: 'POST',
  path: '/api/saved-tables',
  summary: 'Save the question of a table under a name; the form gives the id, so that what is sent again is one',
  permission: readers,
  audit: 'change',
  body: z.object({ id: z.uuid(), name, question: SavedQuestion }),
  answer: { kind: 'json', schema: SavedTable },
})

export const changeSavedTable = endpoint({
  name: 'changeSavedTable',
  method: 'PUT',
  path: '/api/saved-tables/:id',
  summary: 'Give a saved table of one’s own another name or another question; refused when it has been changed since it was opened',
  permission: readers,
  audit: 'change',
  params: one,
  body: z.object({ name, question: SavedQuestion.optional(), version }),
  answer: { kind: 'json', schema: SavedTable },
})

export const deleteSavedTable = endpoint({
  name: 'deleteSavedTable',
  method: 'DELETE',
  path: '/api/saved-tables/:id',
  summary: 'Take away a saved table of one’s own; its address then leads nowhere',
  permission: readers,
  audit: 'change',
  params: one,
  answer: list,
})
